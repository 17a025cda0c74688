import { html, type Markup } from './markup.ts'

// Marks that turn the direction of what follows, and controls no reader can see: an ad must not reach past its own line.
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff]/g
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
// No-break spaces stay: they belong to the typography of the text.
const BLANKS = /[^\S\u00a0\u202f]+/g
const SAFE_SCHEME = /^https?:\/\//i

/** Text of others (ads, employers, sources) without direction marks, invisible controls and broken surrogates. */
export function cleanForeignText(text: string): string {
  return text.replace(BIDI_CONTROLS, '').replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd')
}

/** One line of foreign text of at most `most` UTF-16 units, cut with an ellipsis. */
export function foreignLine(text: string, most = 160): string {
  // Cut long before cleaning: a title of a megabyte costs nothing.
  const line = cleanForeignText(text.slice(0, most * 4))
    .replace(BLANKS, ' ')
    .trim()
  return line.length > most || text.length > most * 4 ? `${cleanForeignText(line.slice(0, most - 1)).trimEnd()}…` : line
}

/** One line of foreign text, isolated from the direction of the text around it. */
export function foreign(text: string, most = 160): Markup {
  return html`<bdi>${foreignLine(text, most)}</bdi>`
}

/** The address when it is http(s) and well formed; null for anything a click should not follow. */
export function safeUrl(url: string | null): string | null {
  if (url === null || url.length > 2_000 || !SAFE_SCHEME.test(url)) return null
  try {
    return new URL(url).href
  } catch {
    return null
  }
}
