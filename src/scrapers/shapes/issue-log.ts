import type { Issue } from '../../domain/issue.ts'

const EXCERPT_LENGTH = 200
/** Most issues one page may raise; a page that is wrong a thousand times says so once more and stops. */
const MAX_ISSUES = 200

/** The issues of one page, each kind of message once, bounded in number and length. */
export class IssueLog {
  readonly #issues: Issue[] = []
  readonly #seen = new Set<string>()
  #dropped = 0

  /** Adds a warning unless the same message was raised on this page already. */
  warn(code: string, message: string, ref: string | null, excerpt: unknown = null): void {
    this.#add('warning', code, message, ref, excerpt)
  }

  /** Adds an error unless the same message was raised on this page already. */
  error(code: string, message: string, ref: string | null, excerpt: unknown = null): void {
    this.#add('error', code, message, ref, excerpt)
  }

  list(): readonly Issue[] {
    if (this.#dropped === 0) return this.#issues
    const message = `The page raised ${this.#dropped} more issues; only the first ${MAX_ISSUES} are kept.`
    return [...this.#issues, { code: 'issues-cut', severity: 'warning', message, ref: null, excerpt: null }]
  }

  #add(severity: Issue['severity'], code: string, message: string, ref: string | null, excerpt: unknown): void {
    const key = `${code}\n${message}`
    if (this.#seen.has(key)) return
    if (this.#issues.length >= MAX_ISSUES) {
      this.#dropped += 1
      return
    }
    this.#seen.add(key)
    this.#issues.push({ code, severity, message, ref, excerpt: cut(excerpt) })
  }
}

function cut(excerpt: unknown): string | null {
  if (excerpt === null || excerpt === undefined) return null
  if (typeof excerpt === 'string') return excerpt.slice(0, EXCERPT_LENGTH)
  if (typeof excerpt === 'object') return describe(excerpt)
  return String(excerpt).slice(0, EXCERPT_LENGTH)
}

// JSON.stringify recurses: a hostile page may nest deeper than the stack.
function describe(value: object): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  return `an object with ${Object.keys(value).slice(0, 12).join(', ')}`.slice(0, EXCERPT_LENGTH)
}
