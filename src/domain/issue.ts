/** Something wrong with data, never with the program: kept in a table, counted in the summary, shown in the report. */
export interface Issue {
  /** Stable kebab-case code, e.g. `unmapped-field`, `json-ld-malformed`, `robots-disallowed`, `body-too-large`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** One sentence: what, why. */
  readonly message: string
  /** The posting's own reference or the URL, when there is one. */
  readonly ref: string | null
  /** At most 200 characters of what could not be read. */
  readonly excerpt: string | null
}

/** Reasons for which a fetched or imported record does not become a posting. */
export const SKIP_REASONS = [
  'no-id',
  'no-title',
  'no-text',
  'malformed',
  'duplicate-in-input',
  'unchanged',
  'tdm-reserved',
  'not-a-job-posting',
] as const

/** Reason code of a skipped record. */
export type SkipReason = (typeof SKIP_REASONS)[number]
