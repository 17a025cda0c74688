import type { Sample } from '../../store/statistics/sample.ts'
import { clusterPlaces } from './cluster-places.ts'

/** Vacancies (`n`) and sum of the values (`sum`) of each cluster, in the order of first appearance. */
export interface ClusterTotals {
  readonly n: Float64Array
  readonly sum: Float64Array
  /** Vacancies in all. */
  readonly total: number
}

/** Adds up a sample by cluster; `counted` may turn the values (an indicator for shares and quantiles). */
export function clusterTotals(sample: Sample, counted: (value: number) => number = identity): ClusterTotals {
  const { place, clusters } = clusterPlaces(sample.cluster)
  const n = new Float64Array(clusters.size)
  const sum = new Float64Array(clusters.size)
  let total = 0
  for (let cell = 0; cell < sample.count.length; cell++) {
    const cluster = place[cell] ?? 0
    const count = sample.count[cell] ?? 0
    n[cluster] = (n[cluster] ?? 0) + count
    sum[cluster] = (sum[cluster] ?? 0) + count * counted(sample.value[cell] ?? 0)
    total += count
  }
  return { n, sum, total }
}

function identity(value: number): number {
  return value
}

/** Number of vacancies of a sample that have a value. */
export function countVacancies(sample: Sample): number {
  let total = 0
  for (const count of sample.count) total += count
  return total
}
