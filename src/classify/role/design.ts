import type { SparseVector } from '../tfidf/tfidf-model.ts'

/** The words of the examples, one vector each, over `size` terms. */
export interface Wording {
  readonly vectors: readonly SparseVector[]
  readonly size: number
}

const SMALLEST_DEVIATION = 1e-6

/**
 * The examples as a matrix, never written out: standardised features, a constant, and the terms that occur in them. Where some
 * examples are of the target domain and others are not, features and constant stand there twice, the second time for the target
 * alone: what both domains share is learned from all, what sets the target apart from its own (Daumé III, Frustratingly Easy
 * Domain Adaptation, 2007).
 */
export interface Design {
  /** Number of features; the constant has this index. */
  readonly width: number
  /** Number of weights. */
  readonly size: number
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** The matrix times a vector of weights. */
  times(weights: Float64Array): Float64Array
  /** The transposed matrix times one number per example. */
  transposedTimes(numbers: Float64Array): Float64Array
  /** The weights of the features for an example of the target domain. */
  featureWeights(weights: Float64Array): readonly number[]
  /** The constant for an example of the target domain. */
  bias(weights: Float64Array): number
  /** The weights of all terms of the vocabulary, of those that do not occur zero. */
  wordWeights(weights: Float64Array): Float64Array
}

/**
 * Makes the matrix of some examples; a TF-IDF weight counts `wordScale` times. `isTarget` says of each example whether it is of the
 * target domain; null when all are.
 */
export function designOf(
  rows: readonly ArrayLike<number>[],
  wording: Wording | null,
  wordScale: number,
  isTarget: readonly boolean[] | null = null,
): Design {
  const width = rows[0]?.length ?? 0
  const { means, deviations } = momentsOf(rows, width)
  const dense = isTarget === null ? width + 1 : 2 * (width + 1)
  const features = new Float64Array(rows.length * dense)
  rows.forEach((row, example) => {
    const values = features.subarray(example * dense, (example + 1) * dense)
    for (let index = 0; index < width; index++) {
      values[index] = ((row[index] ?? 0) - (means[index] ?? 0)) / (deviations[index] ?? 1)
    }
    values[width] = 1
    if (isTarget?.[example] === true) {
      values.copyWithin(width + 1, 0, width)
      values[dense - 1] = 1
    }
  })
  const { starts, columns, amounts, terms } = compacted(wording, rows.length, dense, wordScale)
  const size = dense + terms.length
  return {
    width,
    size,
    means,
    deviations,
    times: (weights) => {
      const products = new Float64Array(rows.length)
      for (let example = 0; example < products.length; example++) {
        let sum = 0
        const first = example * dense
        for (let index = 0; index < dense; index++) sum += (features[first + index] ?? 0) * (weights[index] ?? 0)
        const end = starts[example + 1] ?? 0
        for (let at = starts[example] ?? 0; at < end; at++) sum += (amounts[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0)
        products[example] = sum
      }
      return products
    },
    transposedTimes: (numbers) => {
      const result = new Float64Array(size)
      for (let example = 0; example < rows.length; example++) {
        const number = numbers[example] ?? 0
        const first = example * dense
        for (let index = 0; index < dense; index++) {
          result[index] = (result[index] ?? 0) + number * (features[first + index] ?? 0)
        }
        const end = starts[example + 1] ?? 0
        for (let at = starts[example] ?? 0; at < end; at++) {
          const column = columns[at] ?? 0
          result[column] = (result[column] ?? 0) + number * (amounts[at] ?? 0)
        }
      }
      return result
    },
    featureWeights: (weights) =>
      means.map((_, index) => (weights[index] ?? 0) + (isTarget === null ? 0 : (weights[width + 1 + index] ?? 0))),
    bias: (weights) => (weights[width] ?? 0) + (isTarget === null ? 0 : (weights[dense - 1] ?? 0)),
    wordWeights: (weights) => {
      const all = new Float64Array(wording?.size ?? 0)
      terms.forEach((term, index) => {
        all[term] = wordScale * (weights[dense + index] ?? 0)
      })
      return all
    },
  }
}

/** The words of all examples, row after row (compressed sparse rows). */
interface WordMatrix {
  /** Where the words of each example begin, and behind the last one where they end. */
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly amounts: Float64Array
  /** The terms that occur, in the order of their columns. */
  readonly terms: readonly number[]
}

function compacted(wording: Wording | null, examples: number, firstColumn: number, scale: number): WordMatrix {
  const starts = new Int32Array(examples + 1)
  if (wording === null) return { starts, columns: new Int32Array(0), amounts: new Float64Array(0), terms: [] }
  const { vectors, size } = wording
  vectors.forEach((vector, example) => {
    starts[example + 1] = (starts[example] ?? 0) + vector.terms.length
  })
  const columnOf = new Int32Array(size).fill(-1)
  const terms: number[] = []
  const columns = new Int32Array(starts[examples] ?? 0)
  const amounts = new Float64Array(columns.length)
  vectors.forEach((vector, example) => {
    amounts.set(vector.weights, starts[example])
    vector.terms.forEach((term, index) => {
      if (columnOf[term] === -1) columnOf[term] = firstColumn + terms.push(term) - 1
      columns[(starts[example] ?? 0) + index] = columnOf[term] ?? 0
    })
  })
  return { starts, columns, amounts: amounts.map((amount) => amount * scale), terms }
}

function momentsOf(rows: readonly ArrayLike<number>[], width: number) {
  const means: number[] = []
  const deviations: number[] = []
  for (let index = 0; index < width; index++) {
    let sum = 0
    for (const row of rows) sum += row[index] ?? 0
    const mean = sum / Math.max(1, rows.length)
    let square = 0
    for (const row of rows) square += ((row[index] ?? 0) - mean) ** 2
    means.push(mean)
    deviations.push(Math.max(SMALLEST_DEVIATION, Math.sqrt(square / Math.max(1, rows.length))))
  }
  return { means, deviations }
}
