const MOST_WIDTH = 64
const LINE_BREAKS = /\s*[\r\n]+\s*/g

/** Rows as aligned columns for a terminal: figures to the right, long texts cut with an ellipsis. */
export function formatTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = rows.map((row) => columns.map((_, index) => cell(row[index] ?? null)))
  const widths = columns.map((column, index) => Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)))
  const isNumber = columns.map((_, index) => rows.every((row) => typeof (row[index] ?? 0) === 'number'))
  const line = (row: readonly string[]) =>
    row
      .map((text, index) =>
        isNumber[index] === true ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(columns), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)].join('\n')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)))
  const text = value.replace(LINE_BREAKS, ' ⏎ ')
  return text.length > MOST_WIDTH ? `${text.slice(0, MOST_WIDTH - 1)}…` : text
}
