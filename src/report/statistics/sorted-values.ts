import type { Sample } from '../../store/statistics/sample.ts'

/** Distinct values in ascending order, each with the number of vacancies at or below it. */
export interface SortedValues {
  readonly values: Float64Array
  readonly cumulated: Float64Array
  readonly total: number
}

/** Sorts a sample's values once for all its quantiles. */
export function sortValues(sample: Sample): SortedValues {
  const counts = new Map<number, number>()
  for (let cell = 0; cell < sample.count.length; cell++) {
    const value = sample.value[cell] ?? 0
    counts.set(value, (counts.get(value) ?? 0) + (sample.count[cell] ?? 0))
  }
  const values = Float64Array.from(counts.keys()).sort()
  const cumulated = new Float64Array(values.length)
  let total = 0
  for (let index = 0; index < values.length; index++) {
    total += counts.get(values[index] ?? 0) ?? 0
    cumulated[index] = total
  }
  return { values, cumulated, total }
}

/**
 * Quantile by the inverse of the distribution function, averaged where it is flat (definition 2 of Hyndman & Fan,
 * The American Statistician 50, 1996): the usual median.
 */
export function quantileOf(sorted: SortedValues, probability: number): number {
  const place = probability * sorted.total
  const index = firstAtLeast(sorted.cumulated, place - 1e-9)
  const value = sorted.values[Math.min(index, sorted.values.length - 1)] ?? Number.NaN
  const flat = Math.abs((sorted.cumulated[index] ?? 0) - place) < 1e-9 && index + 1 < sorted.values.length
  return flat ? (value + (sorted.values[index + 1] ?? value)) / 2 : value
}

/** First index whose cumulated count reaches `place`; the length when none does. */
export function firstAtLeast(cumulated: Float64Array, place: number): number {
  let low = 0
  let high = cumulated.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulated[middle] ?? 0) >= place) high = middle
    else low = middle + 1
  }
  return low
}
