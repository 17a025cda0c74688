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
  const size = sample.count.length
  const cells = new Int32Array(size)
  let kept = 0
  let before = 0
  let after = 0
  for (let cell = 0; cell < size; cell++) {
    const count = sample.count[cell] ?? 0
    before += count
    if (!keep(cell)) continue
    after += count
    cells[kept++] = cell
  }
  const chosen = cells.subarray(0, kept)
  return {
    cluster: pick(sample.cluster, chosen, new Int32Array(kept)),
    source: pick(sample.source, chosen, new Int32Array(kept)),
    value: pick(sample.value, chosen, new Float64Array(kept)),
    count: pick(sample.count, chosen, new Float64Array(kept)),
    unnamed: pick(sample.unnamed, chosen, new Float64Array(kept)),
    postings: before === 0 ? 0 : Math.round((sample.postings * after) / before),
    missing: sample.missing,
  }
}

function pick<T extends Int32Array | Float64Array>(column: T, cells: Int32Array, into: T): T {
  for (let place = 0; place < cells.length; place++) into[place] = column[cells[place] ?? 0] ?? 0
  return into
}
