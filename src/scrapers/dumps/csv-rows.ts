import { CsvError, parse } from 'csv-parse/sync'
import type { JsonRecord } from '../shapes/reader.ts'
import { DumpError } from './dump-error.ts'

/** Most columns of a table of ads. */
export const MAX_COLUMNS = 1000
const DELIMITERS = [',', ';', '\t', '|']

/** The rows of a CSV file with a header line; the delimiter is the one its header uses most. */
export function readCsvRows(
  text: string,
  fileName: string,
): { columns: readonly string[]; rows: readonly JsonRecord[] } {
  let table: string[][]
  try {
    table = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
  } catch (cause) {
    throw unreadable(cause, fileName)
  }
  const [header, ...body] = table
  if (header === undefined) throw new DumpError('empty', fileName, 'it holds no line. Is it the right file?')
  const columns = header.map((name) => name.trim())
  if (columns.length > MAX_COLUMNS) {
    const message = `it has ${columns.length} columns, which no table of ads has. Check its delimiter.`
    throw new DumpError('malformed', fileName, message)
  }
  const rows = body.map((cells) =>
    Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''] as const)),
  )
  return { columns, rows }
}

function delimiterOf(text: string): string {
  const end = text.indexOf('\n')
  const header = text.slice(0, end === -1 ? text.length : Math.min(end, 20_000))
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function unreadable(cause: unknown, fileName: string): DumpError {
  if (cause instanceof CsvError && cause.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message = 'it ends inside a quoted cell: the file is cut short. Get the whole file and import it again.'
    return new DumpError('truncated', fileName, message, { cause })
  }
  const reason = cause instanceof Error ? cause.message.slice(0, 150) : 'unknown reason'
  return new DumpError('malformed', fileName, `it cannot be read as CSV (${reason}). Check its quotes and delimiter.`, {
    cause,
  })
}
