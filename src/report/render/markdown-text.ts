import { foreignLine } from './foreign-text.ts'

const SPECIAL = /[\\`*_[\]|~<>&$]/g
const HTML_SPECIAL: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
// GitHub turns bare addresses into links and @names into mentions.
const AUTOLINK = /:\/\/|www\.|@/gi
const URL_SPECIAL = /[\s()<>\\|]/g
// What opens a list, a heading or an underline at the start of a line; a number keeps its digits before the escape.
const BLOCK_START = /^(\d*)([-=#+.)])/

/** Foreign text as one line of Markdown in which nothing is mark-up, a table border, a link or a mention. */
export function markdownText(text: string, most = 160): string {
  return foreignLine(text, most)
    .replace(SPECIAL, (char) => HTML_SPECIAL[char] ?? `\\${char}`)
    .replace(AUTOLINK, (found) => `${found.slice(0, -1)}&#${found.charCodeAt(found.length - 1)};`)
    .replace(BLOCK_START, '$1\\$2')
}

/** A link target that cannot end its own brackets. */
export function markdownUrl(url: string): string {
  return url.replace(URL_SPECIAL, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
}

/** A table; cells are taken as Markdown that is already safe. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const line = (cells: readonly (string | number | null)[]) => `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}
