import { decodeHTML } from 'entities'

/** What was read from JSON that may be malformed: the values found and the repairs they took, or why there are none. */
export type TolerantJson =
  | { readonly kind: 'read'; readonly values: readonly unknown[]; readonly repairs: readonly JsonRepair[] }
  | { readonly kind: 'malformed'; readonly reason: string; readonly near: string }
  | { readonly kind: 'empty' }

/** Repairs made to malformed JSON; each is named in an issue. */
export type JsonRepair =
  | 'wrapper'
  | 'comment'
  | 'trailing-comma'
  | 'control-character'
  | 'bad-escape'
  | 'inner-quote'
  | 'html-escaped'
  | 'several-values'

const FENCES = /^(?:\s|<!\[CDATA\[|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!--(?![^>]*-->)|\ufeff)+/
const FENCE_END = /(?:\s|\]\]>|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|-->|\/\/\s*-->|;)+$/
const LOOKS_ESCAPED = /^\s*[[{]\s*&(?:quot|#34|#x22);/i
const POSITION = /position (\d+)/
// biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what is looked for
const STRING_STOP = /["\\\u0000-\u001f]/g
// How the engine words an error that an unescaped quote causes.
const QUOTE_TROUBLE = /after (?:property value|array element)|double-quoted property name|property name or/
const HEX4 = /^[\da-f]{4}$/i
const NEAR = 60
const FENCE_LENGTH = 200
/** Malformed text longer than this is not mended: no real block is, and mending costs more than parsing. */
const MAX_MENDED = 1_500_000
const PLAIN_RUN = /[^"/<\-,{}[\];]+/y
const AFTER_STRING = /^\s*(?:[}\]:]|,\s*["{[\d\-tfn/]|,?\s*$)/

/**
 * Reads JSON as found in the wild: CDATA and comment wrappers, comments, trailing commas, raw control characters,
 * impossible escapes, HTML-escaped blocks, several values one after another. Well-formed JSON takes the fast path.
 */
export function parseTolerantJson(text: string): TolerantJson {
  const direct = tryParse(text)
  if (direct.ok) return { kind: 'read', values: [direct.value], repairs: [] }
  if (text.length > MAX_MENDED) return { kind: 'malformed', reason: direct.reason, near: nearby(text, direct.reason) }
  const repairs = new Set<JsonRepair>()
  let body = text
  if (LOOKS_ESCAPED.test(body)) {
    body = decodeHTML(body)
    repairs.add('html-escaped')
  }
  const bare = unwrap(body)
  if (bare.length !== body.trim().length) repairs.add('wrapper')
  if (bare === '') return { kind: 'empty' }
  const first = mend(bare, new Set(repairs), false)
  if (first.kind === 'read') return first
  if (first.kind === 'malformed' && !QUOTE_TROUBLE.test(first.reason)) return first
  // Quotes inside a text that nobody escaped: tried last, since it must guess where the text ends.
  const second = mend(bare, new Set(repairs), true)
  return second.kind === 'read' ? second : first
}

function mend(text: string, repairs: Set<JsonRepair>, guessesQuotes: boolean): TolerantJson {
  const values: unknown[] = []
  for (const piece of new JsonMender(text, repairs, guessesQuotes).pieces()) {
    const parsed = tryParse(piece)
    if (!parsed.ok) return { kind: 'malformed', reason: parsed.reason, near: nearby(piece, parsed.reason) }
    values.push(parsed.value)
  }
  if (values.length > 1) repairs.add('several-values')
  return values.length === 0 ? { kind: 'empty' } : { kind: 'read', values, repairs: [...repairs] }
}

function unwrap(text: string): string {
  // Bounded head and tail, so that no page can make these expressions slow.
  const head = FENCES.exec(text.slice(0, FENCE_LENGTH))?.[0].length ?? 0
  let body = text.slice(head)
  const cut = FENCE_END.exec(body.slice(-FENCE_LENGTH))?.[0].length ?? 0
  body = body.slice(0, body.length - cut).trim()
  // The whole value inside one HTML comment.
  if (!body.startsWith('<!--') || body.includes('-->')) return body
  const inner = body.slice(4).trim()
  return inner.startsWith('{') || inner.startsWith('[') ? inner : ''
}

function tryParse(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message.slice(0, 120) : 'not JSON' }
  }
}

function nearby(text: string, reason: string): string {
  const at = Number(POSITION.exec(reason)?.[1] ?? text.length - NEAR)
  return text.slice(Math.max(0, at - NEAR / 2), at + NEAR / 2)
}

/** Rewrites malformed JSON piece by piece in one pass over the characters. */
class JsonMender {
  readonly #text: string
  readonly #repairs: Set<JsonRepair>
  readonly #guessesQuotes: boolean
  #at = 0
  #out: string[] = []
  #depth = 0

  constructor(text: string, repairs: Set<JsonRepair>, guessesQuotes: boolean) {
    this.#text = text
    this.#repairs = repairs
    this.#guessesQuotes = guessesQuotes
  }

  /** The top-level values of the text, each mended. */
  pieces(): readonly string[] {
    const pieces: string[] = []
    while (this.#at < this.#text.length) {
      const before = this.#depth
      this.#step()
      if (before > 0 && this.#depth === 0) pieces.push(this.#flush())
    }
    const last = this.#flush()
    if (last !== '' && last !== ';' && last !== ',') pieces.push(last)
    return pieces
  }

  #flush(): string {
    const piece = this.#out.join('').trim()
    this.#out = []
    this.#depth = 0
    return piece
  }

  #step(): void {
    PLAIN_RUN.lastIndex = this.#at
    if (PLAIN_RUN.test(this.#text)) {
      this.#out.push(this.#text.slice(this.#at, PLAIN_RUN.lastIndex))
      this.#at = PLAIN_RUN.lastIndex
      return
    }
    const char = this.#text[this.#at] ?? ''
    if (char === '"') this.#string()
    else if (char === '/' || char === '<' || char === '-') this.#commentOrChar(char)
    else if (char === ',') this.#comma()
    else {
      if (char === '{' || char === '[') this.#depth += 1
      if (char === '}' || char === ']') this.#depth = Math.max(0, this.#depth - 1)
      this.#keep(char)
    }
  }

  #keep(char: string): void {
    this.#at += 1
    if (char === ';' && this.#depth === 0) this.#repairs.add('wrapper')
    else this.#out.push(char)
  }

  #commentOrChar(char: string): void {
    const end = this.#commentEnd(this.#at)
    if (end === null) {
      this.#keep(char)
      return
    }
    this.#repairs.add('comment')
    this.#at = end
  }

  /** Where a comment that starts at `at` ends, or null when there is none. */
  #commentEnd(at: number): number | null {
    if (this.#text.startsWith('//', at)) return endOr(this.#text.indexOf('\n', at), this.#text.length, 0)
    if (this.#text.startsWith('/*', at)) return endOr(this.#text.indexOf('*/', at + 2), this.#text.length, 2)
    if (this.#text.startsWith('<!--', at)) return endOr(this.#text.indexOf('-->', at + 4), this.#text.length, 3)
    if (this.#text.startsWith('-->', at)) return at + 3
    return null
  }

  // A comma before a closing bracket goes; comments in between do not matter.
  #comma(): void {
    let next = this.#at + 1
    while (next < this.#text.length) {
      const char = this.#text.charCodeAt(next)
      if (char <= 0x20) next += 1
      else {
        const end = this.#commentEnd(next)
        if (end === null) break
        this.#repairs.add('comment')
        next = end
      }
    }
    const after = this.#text[next]
    if (after === '}' || after === ']' || after === undefined || after === ',') this.#repairs.add('trailing-comma')
    else this.#out.push(',')
    this.#at = next
  }

  // Copies one string, mended; `from` is the first character not yet copied.
  #string(): void {
    this.#out.push('"')
    let from = this.#at + 1
    STRING_STOP.lastIndex = from
    for (let stop = STRING_STOP.exec(this.#text); stop !== null; stop = STRING_STOP.exec(this.#text)) {
      const at = stop.index
      if (stop[0] === '"' && this.#endsString(at)) {
        this.#out.push(this.#text.slice(from, at + 1))
        this.#at = at + 1
        return
      }
      const length = stop[0] === '\\' ? escapeLength(this.#text, at) : 0
      if (length > 0) {
        STRING_STOP.lastIndex = at + length
      } else {
        this.#out.push(this.#text.slice(from, at), this.#mended(stop[0]))
        from = at + 1
      }
    }
    this.#out.push(this.#text.slice(from))
    this.#at = this.#text.length
  }

  #endsString(at: number): boolean {
    return !this.#guessesQuotes || AFTER_STRING.test(this.#text.slice(at + 1, at + 1 + FENCE_LENGTH))
  }

  #mended(char: string): string {
    if (char === '"') {
      this.#repairs.add('inner-quote')
      return '\\"'
    }
    if (char === '\\') {
      // `\'` and the like: the backslash means nothing in JSON.
      this.#repairs.add('bad-escape')
      return ''
    }
    this.#repairs.add('control-character')
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  }
}

function endOr(found: number, whenAbsent: number, plus: number): number {
  return found === -1 ? whenAbsent : found + plus
}

/** Length of the escape at `at`, 0 when JSON knows none. */
function escapeLength(text: string, at: number): number {
  const next = text[at + 1] ?? ''
  if (next !== '' && '"\\/bfnrt'.includes(next)) return 2
  if (next === 'u' && HEX4.test(text.slice(at + 2, at + 6))) return 6
  return 0
}
