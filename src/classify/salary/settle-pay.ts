import type { Contract } from '../../domain/contract.ts'
import type { PayBasis, PayPeriod, SalaryRepair } from '../../domain/salary.ts'
import type { PayBounds } from './pay-tables.ts'

/** Pay as written, before it is known whether the written period can be right. */
export interface WrittenPay {
  readonly min: number | null
  readonly max: number | null
  /** Null when no period is written. */
  readonly period: PayPeriod | null
  /** True when the period was not written against the amount: it gives way where the size contradicts it. */
  readonly isPeriodLoose?: boolean
  readonly basis: PayBasis
  readonly currency: string
  readonly months: number | null
}

/** Pay with its period settled, or the reason why it cannot be read. */
export type SettledPay =
  | (WrittenPay & { readonly kind: 'settled'; readonly period: PayPeriod; readonly repaired: SalaryRepair | null })
  | { readonly kind: 'rejected'; readonly reason: UnreadablePay }

/** Why amounts found in an ad are not read as pay. */
export type UnreadablePay = 'period-unclear' | 'implausible-amount' | 'implausible-range'

/** What is known of an ad when its pay is settled. */
export interface PayContext {
  readonly contract: Contract
  /** True when a figure of some hundreds may be a day's fee: in a form, or beside words of freelance work. */
  readonly mayBeDayRate: boolean
  /** Minimum wage of the ad's day, or the last one known, gross EUR an hour; only a yardstick of size. */
  readonly hourlyMinimumEur: number
}

interface Fix {
  readonly period: PayPeriod
  readonly factor: number
  readonly repaired: SalaryRepair | null
}

/** Settles the period of written pay: inferred from its size when not written, repaired when plainly wrong. */
export function settlePay(written: WrittenPay, context: PayContext, bounds: PayBounds): SettledPay {
  const low = Math.min(written.min ?? Number.POSITIVE_INFINITY, written.max ?? Number.POSITIVE_INFINITY)
  const high = Math.max(written.min ?? 0, written.max ?? 0)
  if (!(high > 0) || low <= 0) return { kind: 'rejected', reason: 'implausible-amount' }
  const stated = written.period === null ? null : repairPeriod(written.period, low, high, bounds, context)
  const isDoubtful = written.isPeriodLoose === true && stated?.repaired !== null
  const fix = written.period === null || isDoubtful ? inferPeriod(high, low, context, bounds) : stated
  if (fix === null) {
    return { kind: 'rejected', reason: written.period === null ? 'period-unclear' : 'implausible-amount' }
  }
  const isSwapped = written.min !== null && written.max !== null && written.min > written.max
  const scale = (value: number | null): number | null => (value === null ? null : value * fix.factor)
  return {
    ...written,
    kind: 'settled',
    min: scale(isSwapped ? written.max : written.min),
    max: scale(isSwapped ? written.min : written.max),
    period: fix.period,
    repaired: fix.repaired ?? (isSwapped ? 'swapped-range' : null),
  }
}

function inferPeriod(high: number, low: number, context: PayContext, bounds: PayBounds): Fix | null {
  const { contract } = context
  const { inferred } = bounds
  if (high / low > inferred.rangeRatio) return null
  const as = (period: PayPeriod): Fix => ({ period, factor: 1, repaired: null })
  if (high <= inferred.hourTo) return high >= bounds.amount.hour.min ? as('hour') : null
  if (high >= inferred.yearFrom) return as('year')
  // 400–450 is a day's fee, 504–1 867 an apprenticeship scale: the scale starts low and ends at a month's wage.
  const mayBeDay =
    context.mayBeDayRate &&
    low >= inferred.dayFrom &&
    high <= inferred.dayTo &&
    !isTrainee(contract) &&
    contract !== 'benevolat'
  if (contract === 'freelance' && low >= inferred.hourTo && high <= 1500) return as('day')
  if (mayBeDay) return as('day')
  return high <= inferred.monthTo ? as('month') : null
}

// Each rule: the written period cannot be meant at this size, and only one other can.
function repairPeriod(
  period: PayPeriod,
  low: number,
  high: number,
  bounds: PayBounds,
  context: PayContext,
): Fix | null {
  const wrong = bounds.wrongPeriod
  const within = (range: { min: number; max: number }): boolean => low >= range.min && high <= range.max
  const as = (to: PayPeriod): Fix => ({ period: to, factor: 1, repaired: 'wrong-period' })
  if (period === 'month' && low >= wrong.monthIsYearFrom) return as('year')
  const multiple = wrong.isHourAtMinimumWages
  const wage = { min: multiple.min * context.hourlyMinimumEur, max: multiple.max * context.hourlyMinimumEur }
  if ((period === 'month' || period === 'year') && within(wage)) return as('hour')
  if (period === 'year' && within(wrong.yearIsThousands)) return { period, factor: 1000, repaired: 'missing-thousands' }
  if (period === 'year' && within(wrong.yearIsMonth)) return as('month')
  if (period === 'year' && isTrainee(context.contract) && within(wrong.traineeYearIsMonth)) return as('month')
  if (period === 'hour' && within(wrong.hourIsMonth)) return as('month')
  if (period === 'hour' && low >= wrong.hourIsYearFrom) return as('year')
  if (period === 'day' && low >= wrong.dayIsYearFrom) return as('year')
  const plausible = bounds.amount[period]
  return low >= plausible.min && high <= plausible.max ? { period, factor: 1, repaired: null } : null
}

/** True for internships and apprenticeships, whose pay is no salary. */
export function isTrainee(contract: Contract): boolean {
  return contract === 'stage' || contract === 'alternance'
}
