import type { SparseVector } from '../tfidf/tfidf-model.ts'

/** The words of the examples, one vector each, over `size` terms. */
export interface Wording {
  readonly vectors: readonly SparseVector[]
  readonly size: number
}

const SMALLEST_DEVIATION = 1e-6

/** The examples as a matrix: standardised features, a constant, and the terms that occur in them; never written out. */
export interface Design {
  /** Number of features; the constant has this index. */
  readonly width: number
  /** Number of weights: features, constant, terms that occur. */
  readonly size: number
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** The matrix times a vector of weights. */
  times(weights: Float64Array): Float64Array
  /** The transposed matrix times one number per example. */
  transposedTimes(numbers: Float64Array): Float64Array
  /** The weights of all terms of the vocabulary, of those that do not occur zero. */
  wordWeights(weights: Float64Array): Float64Array
}

/** Makes the matrix of some examples; a TF-IDF weight counts `wordScale` times. */
export function designOf(rows: readonly ArrayLike<number>[], wording: Wording | null, wordScale: number): Design {
  const width = rows[0]?.length ?? 0
  const { means, deviations } = momentsOf(rows, width)
  const scaled = rows.map((row) => {
    const values = new Float64Array(width + 1)
    for (let index = 0; index < width; index++) {
      values[index] = ((row[index] ?? 0) - (means[index] ?? 0)) / (deviations[index] ?? 1)
    }
    values[width] = 1
    return values
  })
  const { vectors, columns, terms } = compacted(wording, width + 1)
  const size = width + 1 + terms.length
  return {
    width,
    size,
    means,
    deviations,
    times: (weights) =>
      Float64Array.from(scaled, (values, example) => {
        let sum = 0
        for (let index = 0; index <= width; index++) sum += (values[index] ?? 0) * (weights[index] ?? 0)
        const found = columns[example]
        const amounts = vectors[example]?.weights
        if (found === undefined || amounts === undefined) return sum
        for (let at = 0; at < found.length; at++) {
          sum += wordScale * (amounts[at] ?? 0) * (weights[found[at] ?? 0] ?? 0)
        }
        return sum
      }),
    transposedTimes: (numbers) => {
      const result = new Float64Array(size)
      scaled.forEach((values, example) => {
        const number = numbers[example] ?? 0
        for (let index = 0; index <= width; index++) {
          result[index] = (result[index] ?? 0) + number * (values[index] ?? 0)
        }
        const found = columns[example]
        const amounts = vectors[example]?.weights
        if (found === undefined || amounts === undefined) return
        for (let at = 0; at < found.length; at++) {
          const column = found[at] ?? 0
          result[column] = (result[column] ?? 0) + number * wordScale * (amounts[at] ?? 0)
        }
      })
      return result
    },
    wordWeights: (weights) => {
      const all = new Float64Array(wording?.size ?? 0)
      terms.forEach((term, index) => {
        all[term] = wordScale * (weights[width + 1 + index] ?? 0)
      })
      return all
    },
  }
}

interface Compacted {
  readonly vectors: readonly SparseVector[]
  /** Column of each term of each example. */
  readonly columns: readonly Int32Array[]
  /** The terms that occur, in the order of their columns. */
  readonly terms: readonly number[]
}

function compacted(wording: Wording | null, firstColumn: number): Compacted {
  if (wording === null) return { vectors: [], columns: [], terms: [] }
  const columnOf = new Int32Array(wording.size).fill(-1)
  const terms: number[] = []
  const columns = wording.vectors.map((vector) =>
    vector.terms.map((term) => {
      if (columnOf[term] === -1) columnOf[term] = firstColumn + terms.push(term) - 1
      return columnOf[term] ?? 0
    }),
  )
  return { vectors: wording.vectors, columns, terms }
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
