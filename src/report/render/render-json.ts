import type { ReportModel } from '../report-model.ts'
import { finiteEstimates } from './finite-estimates.ts'

// Escaped although JSON need not: the text then does no harm inside a script element, a terminal or an old parser.
const UNSAFE = /[<>&\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** The report as data (`docs/report.schema.json`): keys sorted, two spaces, a line feed at the end. */
export function renderJson(model: ReportModel): string {
  const text = JSON.stringify(sorted(finiteEstimates(model)), null, 2)
  return `${text.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
