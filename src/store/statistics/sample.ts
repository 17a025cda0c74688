/**
 * What any statistic of one group needs: vacancies counted by cluster (employer), source and value. One cell is
 * `count` vacancies of one cluster and source with the same value; the five columns have the same length.
 */
export interface Sample {
  readonly cluster: Int32Array
  readonly source: Int32Array
  readonly value: Float64Array
  readonly count: Float64Array
  /** Vacancies of the cell whose ad does not name its employer. */
  readonly unnamed: Float64Array
  /** Postings behind the vacancies that have a value. */
  readonly postings: number
  /** Vacancies of the population without a value. */
  readonly missing: number
}

/** A sample without vacancies. */
export const EMPTY_SAMPLE: Sample = Object.freeze({
  cluster: new Int32Array(0),
  source: new Int32Array(0),
  value: new Float64Array(0),
  count: new Float64Array(0),
  unnamed: new Float64Array(0),
  postings: 0,
  missing: 0,
})

/** The cells of a sample for which `keep` holds; postings shrink in proportion, missing values stay counted. */
export function filterSample(sample: Sample, keep: (cell: number) => boolean): Sample {
  const cells: number[] = []
  let before = 0
  let after = 0
  for (let cell = 0; cell < sample.count.length; cell++) {
    const count = sample.count[cell] ?? 0
    before += count
    if (!keep(cell)) continue
    after += count
    cells.push(cell)
  }
  const pick = (column: Int32Array | Float64Array) => (cell: number) => column[cell] ?? 0
  return {
    cluster: Int32Array.from(cells, pick(sample.cluster)),
    source: Int32Array.from(cells, pick(sample.source)),
    value: Float64Array.from(cells, pick(sample.value)),
    count: Float64Array.from(cells, pick(sample.count)),
    unnamed: Float64Array.from(cells, pick(sample.unnamed)),
    postings: before === 0 ? 0 : Math.round((sample.postings * after) / before),
    missing: sample.missing,
  }
}
