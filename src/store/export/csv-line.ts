import type { ExportValue } from './relation-columns.ts'

/** First characters that make a spreadsheet take a text for a formula (OWASP, CSV injection), and the mark itself. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠']/
const NEEDS_QUOTES = /[",\r\n]/

/**
 * One line of a CSV file (RFC 4180, UTF-8). Texts that a spreadsheet would run as a formula get an apostrophe in
 * front; NULL is an empty field, an empty text `""`.
 */
export function csvLine(values: readonly ExportValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`
}

function csvField(value: ExportValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return safe === '' || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
