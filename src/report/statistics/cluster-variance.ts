import type { ClusterTotals } from './cluster-totals.ts'

/**
 * Variance of the ratio Σsum / Σn by linearisation between clusters, Σ (e_i / (1 − n_i/Σn))² / (Σn)² with the residuals
 * e_i = sum_i − ratio·n_i: Taylor linearisation (Cochran, Sampling Techniques, 3rd ed., §6.3) with the leverage
 * correction CV3, which is the jackknife over clusters (Bell & McCaffrey, Survey Methodology 28, 2002; Cameron & Miller,
 * Journal of Human Resources 50, 2015): the biggest employer pulls the ratio toward itself, and its residual would
 * otherwise come out too small. `Infinity` for fewer than two clusters.
 */
export function clusterVariance({ n, sum, total }: ClusterTotals, ratio: number): number {
  if (n.length < 2 || total === 0) return Number.POSITIVE_INFINITY
  let squares = 0
  for (let cluster = 0; cluster < n.length; cluster++) {
    const size = n[cluster] ?? 0
    const residual = ((sum[cluster] ?? 0) - ratio * size) / (1 - size / total)
    squares += residual * residual
  }
  return squares / (total * total)
}
