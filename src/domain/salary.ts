/** The period an amount is stated for. A French freelance day rate (TJM) is `day`. */
export const PAY_PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const

/** Period of an amount. */
export type PayPeriod = (typeof PAY_PERIODS)[number]

/** Gross (brut), net, or not said; unknown counts as gross when annualised. */
export type PayBasis = 'gross' | 'net' | 'unknown'

/** A range of amounts; a null end is open ("à partir de", "jusqu'à"). */
export interface AmountRange {
  readonly min: number | null
  readonly max: number | null
}

/** Repairs that a reader may make to what is written; each is recorded beside the reading. */
export type SalaryRepair = 'wrong-period' | 'swapped-range' | 'missing-thousands'

/** Pay as the ad states it. */
export interface StatedSalary extends AmountRange {
  readonly kind: 'stated'
  readonly period: PayPeriod
  readonly basis: PayBasis
  /** ISO 4217 code. */
  readonly currency: string
  /** Months the year's pay is spread over when the ad says so (12–14.5); null otherwise. */
  readonly months: number | null
  /** Gross EUR a year; null for net amounts, day rates and other currencies. */
  readonly grossAnnualEur: AmountRange | null
  /** Gross EUR a year estimated from a net amount; used by no pooled statistic. */
  readonly grossAnnualEurEstimated: AmountRange | null
  readonly repaired: SalaryRepair | null
  /** Why a EUR amount written out in full has no annual figure: beside every plausible bound, never moved to it. */
  readonly annualRejected?: 'annual-out-of-bounds'
  readonly quoted: string
}

/** What was read about pay: stated, absent, or unreadable with its reason. A wrong value is worse than none. */
export type SalaryReading =
  | StatedSalary
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly quoted: string }
