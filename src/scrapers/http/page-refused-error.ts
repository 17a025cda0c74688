import type { Issue } from '../../domain/issue.ts'

/** One page is left out, the crawl goes on: a limit, the address check, robots.txt or the answer itself says no. */
export class PageRefusedError extends Error {
  override readonly name = 'PageRefusedError'
  readonly issue: Issue

  constructor(code: string, message: string, url: string, options?: ErrorOptions & { readonly isWarning?: boolean }) {
    super(message, options)
    const severity = options?.isWarning === true ? 'warning' : 'error'
    this.issue = { code, severity, message, ref: url, excerpt: null }
  }
}
