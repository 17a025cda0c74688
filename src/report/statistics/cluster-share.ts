import type { ClusterTotals } from './cluster-totals.ts'
import { clusterVariance } from './cluster-variance.ts'
import { effectiveDegrees } from './effective-degrees.ts'
import type { Figure } from './figure.ts'
import { studentQuantile } from './student-t.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * A share counted over clusters: Wilson's interval on n/deff with Student's t at (Σn)²/Σn² − 1 degrees of freedom
 * (after Korn & Graubard, Survey Methodology 24, 1998, with Wilson's interval in the place of Clopper and Pearson's).
 */
export function clusterShare(totals: ClusterTotals): Figure {
  const share = sumOf(totals.sum) / totals.total
  const df = effectiveDegrees(totals)
  const effective = totals.total / designEffect(totals, share)
  return { value: share, at: (confidence) => wilsonInterval(share, effective, studentQuantile(confidence, df)) }
}

/** Correlation within employers that is supposed where a share of 0 or 1 shows none. */
const SUPPOSED_CORRELATION = 0.02

/**
 * Design effect of a share: variance between clusters over that of as many independent vacancies, at least 1. A share
 * of 0 or 1 shows no variance at all: there it is Kish's 1 + ρ·(Σn²/Σn − 1) with a small supposed ρ.
 */
export function designEffect(totals: ClusterTotals, share: number): number {
  const { total, n } = totals
  if (total === 0) return 1
  if (n.length < 2) return total
  if (share <= 0 || share >= 1) {
    let squares = 0
    for (const size of n) squares += size * size
    return 1 + SUPPOSED_CORRELATION * (squares / total - 1)
  }
  const simple = (share * (1 - share)) / total
  return Math.min(total, Math.max(1, clusterVariance(totals, share) / simple))
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
