import type { ClusterTotals } from './cluster-totals.ts'

/**
 * Degrees of freedom of a variance between clusters of unequal size: (Σn)² / Σn² − 1 (Kish's effective number of
 * clusters, less one; Kish, Survey Sampling, 1965, §11.7), at least 1.
 */
export function effectiveDegrees({ n, total }: ClusterTotals): number {
  let squares = 0
  for (const size of n) squares += size * size
  return squares === 0 ? 1 : Math.max(1, (total * total) / squares - 1)
}
