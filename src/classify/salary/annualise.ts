import type { AmountRange, PayBasis, PayPeriod } from '../../domain/salary.ts'

/** What annualising needs of a reading. */
export interface PayToAnnualise {
  readonly min: number | null
  readonly max: number | null
  readonly period: PayPeriod
  readonly basis: PayBasis
  readonly currency: string
  readonly months: number | null
  /** True for internships and apprenticeships. */
  readonly isTrainee: boolean
}

/** Figures and limits that annualising rests on. */
export interface AnnualConventions {
  /** Legal hours of full-time work a year. */
  readonly hoursPerYear: number
  readonly weeksPerYear: number
  readonly monthsPerYear: number
  /** Net ÷ gross of an ordinary private-sector wage; an estimate. */
  readonly netToGross: number
  /** EUR a year. */
  readonly bounds: AnnualBounds
  /** The same for interns and apprentices. */
  readonly traineeBounds: AnnualBounds
}

/** Least and greatest plausible figure, EUR a year. */
export interface AnnualBounds {
  readonly min: number
  readonly max: number
}

/** Gross EUR a year, stated or estimated from net; both null when it cannot be said, with the reason. */
export interface AnnualPay {
  readonly grossAnnualEur: AmountRange | null
  readonly grossAnnualEurEstimated: AmountRange | null
  readonly rejected: 'other-currency' | 'day-rate' | 'annual-out-of-bounds' | null
}

/**
 * Brings pay to gross EUR a year: hours × 1 820, weeks × 52, months × 12 or the number written. Day rates stay day rates,
 * other currencies are never converted, net gives an estimate kept apart; an unknown basis counts as gross.
 */
export function annualise(pay: PayToAnnualise, conventions: AnnualConventions): AnnualPay {
  if (pay.currency !== 'EUR') return nothing('other-currency')
  const factor = periodsPerYear(pay, conventions)
  if (factor === null) return nothing('day-rate')
  const scale = pay.basis === 'net' ? factor / conventions.netToGross : factor
  const annual = { min: times(pay.min, scale), max: times(pay.max, scale) }
  const { min, max } = pay.isTrainee ? conventions.traineeBounds : conventions.bounds
  const figures = [annual.min, annual.max].filter((value) => value !== null)
  if (figures.some((value) => value < min || value > max)) return nothing('annual-out-of-bounds')
  return pay.basis === 'net'
    ? { grossAnnualEur: null, grossAnnualEurEstimated: annual, rejected: null }
    : { grossAnnualEur: annual, grossAnnualEurEstimated: null, rejected: null }
}

function nothing(rejected: NonNullable<AnnualPay['rejected']>): AnnualPay {
  return { grossAnnualEur: null, grossAnnualEurEstimated: null, rejected }
}

function periodsPerYear(pay: PayToAnnualise, conventions: AnnualConventions): number | null {
  switch (pay.period) {
    case 'hour':
      return conventions.hoursPerYear
    case 'day':
      return null
    case 'week':
      return conventions.weeksPerYear
    case 'month':
      return pay.months ?? conventions.monthsPerYear
    case 'year':
      return 1
  }
}

// Cents: binary fractions of 12.06 × 1820 must not show.
function times(value: number | null, factor: number): number | null {
  return value === null ? null : Math.round(value * factor * 100) / 100
}
