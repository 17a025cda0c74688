import type { Sample } from '../../store/statistics/sample.ts'
import { clusterTotals } from './cluster-totals.ts'
import { clusterVariance } from './cluster-variance.ts'
import { effectiveDegrees } from './effective-degrees.ts'
import type { Figure } from './figure.ts'
import { studentQuantile } from './student-t.ts'

/**
 * A mean of clustered values: linearised variance between clusters, never below that of as many independent vacancies,
 * plus the variance of rounding to `resolution` (Sheppard: resolution²/12 each), with Student's t.
 */
export function clusterMean(sample: Sample, resolution: number): Figure {
  const totals = clusterTotals(sample)
  let sum = 0
  for (const one of totals.sum) sum += one
  const mean = sum / totals.total
  let squares = 0
  for (let cell = 0; cell < sample.count.length; cell++) {
    squares += (sample.count[cell] ?? 0) * ((sample.value[cell] ?? 0) - mean) ** 2
  }
  const independent = totals.total < 2 ? Number.POSITIVE_INFINITY : squares / (totals.total - 1) / totals.total
  const rounding = (resolution * resolution) / 12 / totals.total
  const error = Math.sqrt(Math.max(clusterVariance(totals, mean), independent) + rounding)
  const df = effectiveDegrees(totals)
  return {
    value: mean,
    at: (confidence) => {
      const half = studentQuantile(confidence, df) * error
      return { low: mean - half, high: mean + half }
    },
  }
}
