import type { Comparator, Quantity } from '../../domain/claim.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Interval } from '../statistics/figure.ts'
import type { Measured } from './measured.ts'

/** The band a claim allows, in the unit of the measure; null ends are open. */
export interface Band {
  readonly low: number | null
  readonly high: number | null
}

// Tolerances of the design, fixed before any data were read; a claim may only be stricter.
const SHARE_TOLERANCE = 0.1
const RATIO_TOLERANCE = 0.1
const PAY_TOLERANCE = 0.05
const YEARS_TOLERANCE = 0.5
/** "Can reach": more than this share does; or hardly any (fewer than 1 %) does. */
export const SOME = 0.05
/** Fewer than this share do: hardly any. */
export const HARDLY_ANY = 0.01
/** A claimed range of salaries must hold at least half of them. */
export const HALF = 0.5
/** A rank or order must hold in this share of the resamples. */
export const ORDER_HOLDS = 0.95

/** Default tolerance around a claimed value, in the unit of the measure. */
export function toleranceOf(unit: Measured['unit'], value: number): number {
  switch (unit) {
    case 'share':
    case 'points':
      return SHARE_TOLERANCE
    case 'ratio':
      return RATIO_TOLERANCE * value
    case 'years':
      return YEARS_TOLERANCE
    case 'eur-year':
    case 'eur-month':
    case 'eur-day':
      return PAY_TOLERANCE * value
    case 'count':
    case 'rank':
      return 0
  }
}

/** Takes the noise of binary fractions off a bound (0.93 − 0.1 is 0.83). */
function rounded(value: number): number {
  return Number(value.toFixed(9))
}

/** The band of a comparator. */
export function bandOf(comparator: Comparator, unit: Measured['unit']): Band {
  switch (comparator.kind) {
    case 'about': {
      const tolerance = Math.min(comparator.tolerance ?? Number.POSITIVE_INFINITY, toleranceOf(unit, comparator.value))
      return { low: rounded(comparator.value - tolerance), high: rounded(comparator.value + tolerance) }
    }
    case 'range':
      return { low: comparator.from, high: comparator.to }
    case 'at-least':
    case 'above':
      return { low: comparator.value, high: null }
    case 'at-most':
    case 'below':
      return { low: null, high: comparator.value }
    case 'can-reach':
      return { low: SOME, high: null }
    case 'rank-at-most':
      return { low: null, high: comparator.value }
    case 'in-order':
      return { low: ORDER_HOLDS, high: null }
  }
}

/** Compares what was measured with the claim at a confidence, by the table of the design; sizes are checked elsewhere. */
export function decide(measured: Measured, comparator: Comparator, confidence: number): Verdict {
  const { figure, holds } = measured
  if (figure === null) return 'insufficient_data'
  if (comparator.kind === 'rank-at-most' || comparator.kind === 'in-order') {
    // At 95 % confidence the order must hold in 95 % of the resamples; at more, in more.
    if (holds === null) return 'inconclusive'
    const needed = Math.max(ORDER_HOLDS, confidence)
    if (holds >= needed) return 'supported'
    return holds <= 1 - needed ? 'contradicted' : 'inconclusive'
  }
  const interval = figure.at(confidence)
  switch (comparator.kind) {
    case 'about':
      return decideBand(interval, bandOf(comparator, measured.unit))
    case 'range': {
      const verdict = decideBand(interval, bandOf(comparator, measured.unit))
      if (verdict !== 'supported' || measured.inside === null) return verdict
      return measured.inside.at(confidence).low >= HALF ? 'supported' : 'inconclusive'
    }
    case 'at-least':
      return decideSide(interval.low >= comparator.value, interval.high < comparator.value)
    case 'above':
      return decideSide(interval.low > comparator.value, interval.high <= comparator.value)
    case 'at-most':
      return decideSide(interval.high <= comparator.value, interval.low > comparator.value)
    case 'below':
      return decideSide(interval.high < comparator.value, interval.low >= comparator.value)
    case 'can-reach':
      if (interval.low > SOME) return 'supported'
      return interval.high < HARDLY_ANY ? 'overstated' : 'inconclusive'
  }
}

function decideBand({ low, high }: Interval, band: Band): Verdict {
  const from = band.low ?? Number.NEGATIVE_INFINITY
  const to = band.high ?? Number.POSITIVE_INFINITY
  if (low >= from && high <= to) return 'supported'
  if (high < from) return 'overstated'
  return low > to ? 'understated' : 'inconclusive'
}

function decideSide(onSide: boolean, onOther: boolean): Verdict {
  if (onSide) return 'supported'
  return onOther ? 'contradicted' : 'inconclusive'
}

/** True when a quantity is an amount of money. */
export function isPay(quantity: Quantity): boolean {
  return quantity === 'pay' || quantity === 'pay-month' || quantity === 'day-rate'
}
