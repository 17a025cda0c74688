import type { Sample } from '../../store/statistics/sample.ts'
import { clusterShare, designEffect } from './cluster-share.ts'
import { clusterTotals } from './cluster-totals.ts'
import { effectiveDegrees } from './effective-degrees.ts'
import type { Figure, Interval } from './figure.ts'
import { firstAtLeast, quantileOf, type SortedValues, sortValues } from './sorted-values.ts'
import { studentQuantile } from './student-t.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * A quantile of clustered values with Woodruff's interval (R. S. Woodruff, JASA 47, 1952): the clustered interval of
 * the share at or below the quantile, read back through the distribution of the values. Pay is heaped on round
 * figures; where both limits fall on one heap the interval reaches half-way to the neighbouring heaps (a figure stated
 * as 30 000 stands for what rounds to it), so that it never has width 0.
 */
export function woodruffQuantile(sample: Sample, probability: number, resolution: number): Figure {
  const sorted = sortValues(sample)
  const value = quantileOf(sorted, probability)
  const totals = clusterTotals(sample, (one) => (one <= value ? 1 : 0))
  const observed = clusterShare(totals).value
  const df = effectiveDegrees(totals)
  const effective = totals.total / designEffect(totals, observed)
  return {
    value,
    at: (confidence) => {
      const shares = wilsonInterval(probability, effective, studentQuantile(confidence, df))
      return invert(sorted, shares, value, resolution)
    },
  }
}

function invert(sorted: SortedValues, shares: Interval, value: number, resolution: number): Interval {
  const last = sorted.values.length - 1
  const lowIndex = Math.min(last, firstAtLeast(sorted.cumulated, shares.low * sorted.total))
  const highIndex = Math.min(last, firstAtLeast(sorted.cumulated, shares.high * sorted.total))
  const low = Math.min(value, sorted.values[lowIndex] ?? value)
  const high = Math.max(value, sorted.values[highIndex] ?? value)
  if (high - low > 0) return { low, high }
  const below = sorted.values[lowIndex - 1] ?? low - resolution
  const above = sorted.values[highIndex + 1] ?? high + resolution
  return { low: (low + Math.max(below, low - resolution)) / 2, high: (high + Math.min(above, high + resolution)) / 2 }
}
