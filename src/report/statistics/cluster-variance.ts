import type { ClusterTotals } from './cluster-totals.ts'

/**
 * Variance of the ratio Σsum / Σn by linearisation between clusters, C/(C−1) · Σ (sum_i − r·n_i)² / (Σn)²
 * (Cochran, Sampling Techniques, 3rd ed., §6.3 and §11; what survey packages call Taylor linearisation).
 * `Infinity` for fewer than two clusters.
 */
export function clusterVariance({ n, sum, total }: ClusterTotals, ratio: number): number {
  if (n.length < 2 || total === 0) return Number.POSITIVE_INFINITY
  let squares = 0
  for (let cluster = 0; cluster < n.length; cluster++) {
    const residual = (sum[cluster] ?? 0) - ratio * (n[cluster] ?? 0)
    squares += residual * residual
  }
  return ((n.length / (n.length - 1)) * squares) / (total * total)
}
