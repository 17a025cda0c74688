import type { Sample } from '../../store/statistics/sample.ts'

/** Vacancies (`n`) and sum of the values (`sum`) of each cluster, in the order of first appearance. */
export interface ClusterTotals {
  readonly n: Float64Array
  readonly sum: Float64Array
  /** Vacancies in all. */
  readonly total: number
}

/** Adds up a sample by cluster; `counted` may turn the values (an indicator for shares and quantiles). */
export function clusterTotals(sample: Sample, counted: (value: number) => number = identity): ClusterTotals {
  const places = new Map<number, number>()
  const n: number[] = []
  const sum: number[] = []
  let total = 0
  for (let cell = 0; cell < sample.count.length; cell++) {
    const cluster = sample.cluster[cell] ?? 0
    const count = sample.count[cell] ?? 0
    let place = places.get(cluster)
    if (place === undefined) {
      place = n.length
      places.set(cluster, place)
      n.push(0)
      sum.push(0)
    }
    n[place] = (n[place] ?? 0) + count
    sum[place] = (sum[place] ?? 0) + count * counted(sample.value[cell] ?? 0)
    total += count
  }
  return { n: Float64Array.from(n), sum: Float64Array.from(sum), total }
}

function identity(value: number): number {
  return value
}

/** Number of distinct clusters of a sample. */
export function countClusters(sample: Sample): number {
  return new Set(sample.cluster).size
}

/** Number of vacancies of a sample that have a value. */
export function countVacancies(sample: Sample): number {
  let total = 0
  for (const count of sample.count) total += count
  return total
}
