import type { Sample } from '../../../src/store/statistics/sample.ts'

/** A sample from plain rows of [cluster, value, how many]. */
export function sampleOf(rows: readonly (readonly [cluster: number, value: number, count?: number])[]): Sample {
  return {
    cluster: Int32Array.from(rows, ([cluster]) => cluster),
    source: new Int32Array(rows.length),
    value: Float64Array.from(rows, ([, value]) => value),
    count: Float64Array.from(rows, ([, , count = 1]) => count),
    unnamed: new Float64Array(rows.length),
    postings: rows.length,
    missing: 0,
  }
}

/** Independent vacancies: each its own cluster. */
export function independent(values: readonly number[]): Sample {
  return sampleOf(values.map((value, cluster) => [cluster, value]))
}

/** `hits` ones and zeros up to `n`, each its own cluster. */
export function trials(hits: number, n: number): Sample {
  return independent(Array.from({ length: n }, (_, index) => (index < hits ? 1 : 0)))
}
