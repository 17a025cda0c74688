/** The seven judgements of a claim on a snapshot. */
export const VERDICTS = [
  'supported',
  'overstated',
  'understated',
  'contradicted',
  'inconclusive',
  'insufficient_data',
  'not_testable',
] as const

/** Code of a judgement. */
export type Verdict = (typeof VERDICTS)[number]

/** A figure with its 95 % interval; `unit` says what it counts. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: 'share' | 'eur-year' | 'eur-month' | 'eur-day' | 'years' | 'ratio' | 'points' | 'count' | 'rank'
  readonly nVacancies: number
  readonly nEmployers: number
  readonly nPostings: number
  /** Share (0–1) of the population without a value for this measure. */
  readonly shareMissing: number
}
