/** The input fields that a reading may quote. */
export const EVIDENCE_FIELDS = ['title', 'description', 'salary', 'contract', 'location'] as const

/** A field that a reading may quote. */
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/**
 * The words a reading rests on. `start` and `end` count UTF-16 units of the field as given (in the database: of the
 * text as stored, after masking), so that `field.slice(start, end) === quoted`.
 */
export interface Evidence {
  /** What was read, e.g. `mission:animation`, `tool:canva`, `platform:instagram`, `salary`, `contract`, `education`. */
  readonly reading: string
  readonly field: EvidenceField
  readonly start: number
  readonly end: number
  readonly quoted: string
}
