/** A column of figures: its head, and what its numbers are. */
export interface ChartColumn {
  readonly label: string
  /** `share` from 0 to 1, `eur` in whole euros, `count` a whole number, `text` anything to read. */
  readonly kind: 'text' | 'count' | 'share' | 'eur'
}

/** The figures behind a chart, as its table and its CSV show them. */
export interface ChartData {
  readonly columns: readonly ChartColumn[]
  /** The first cell of a row heads it. Numbers stay numbers: machine-readable in the CSV. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const NEEDS_QUOTES = /[",\n\r]/
// A cell that a spreadsheet would take for a formula.
const FORMULA = /^[=+\-@\t\r]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Math.round(value * 1e5) / 1e5)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Columns of one kind. */
export function columnsOf(kind: ChartColumn['kind'], ...labels: readonly string[]): readonly ChartColumn[] {
  return labels.map((label) => ({ label, kind }))
}

/** RFC 4180 text: comma, CRLF, point as decimal mark; text that looks like a formula is defused. */
export function toCsv(data: ChartData): string {
  return [data.columns.map(({ label }) => label), ...data.rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')
}

// What a data address must not hold as it is; letters, digits and the marks of a CSV may stand.
const MUST_ENCODE = /[^A-Za-z0-9,.;:=+*()/!~'_-]/gu
const ASCII_ONLY = /^[\n\r\x20-\x7e]*$/

/** The CSV as a link target that needs no network; a byte-order mark tells spreadsheets of letters past ASCII. */
export function csvDataUri(data: ChartData): string {
  const csv = toCsv(data)
  const text = ASCII_ONLY.test(csv) ? csv : `\ufeff${csv}`
  return `data:text/csv;charset=utf-8,${text.replace(MUST_ENCODE, encodeURIComponent)}`
}
