import type { TermSequence } from '../lexicon/phrase-trie.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { CorpusData } from './corpus-schema.ts'

/** A text as its weighed terms: parallel arrays, terms ascending, of Euclidean length 1 (or empty). */
export interface SparseVector {
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** Smooth inverse document frequency: `ln((1 + N) / (1 + df)) + 1` (scikit-learn's `smooth_idf`). */
export function smoothIdf(documents: number, frequency: number): number {
  return Math.log((1 + documents) / (1 + frequency)) + 1
}

/** natural's inverse document frequency: `1 + ln(N / (1 + df))`; the tests compare the two implementations with it. */
export function naturalIdf(documents: number, frequency: number): number {
  return 1 + Math.log(documents / (1 + frequency))
}

/** How terms are weighed. */
export interface Weighting {
  readonly idf: (documents: number, frequency: number) => number
  readonly frequency: (count: number) => number
  /** Whether vectors are scaled to length 1. */
  readonly norm: boolean
}

/** Sublinear, smooth, of length 1. */
export const STANDARD_WEIGHTING: Weighting = {
  idf: smoothIdf,
  frequency: (count) => 1 + Math.log(count),
  norm: true,
}

/** Counts below this have their weight worked out once. */
const MOST_KNOWN = 64

/**
 * TF-IDF over the terms of a corpus: sublinear term frequency `1 + ln tf`, smooth idf, L2 norm. Terms outside the corpus
 * weigh nothing. Buffers are kept from text to text.
 */
export class TfIdfModel {
  readonly #idf: Float64Array
  readonly #counts: Int32Array
  readonly #weighting: Weighting
  /** One bit for each term, set while a text is counted: reading them in order saves sorting. */
  readonly #marks: Int32Array
  /** Weights of small counts, by count. */
  readonly #frequencies: Float64Array

  constructor(corpus: CorpusData, vocabulary: Vocabulary, weighting: Weighting = STANDARD_WEIGHTING) {
    this.#weighting = weighting
    this.#idf = new Float64Array(vocabulary.size)
    this.#counts = new Int32Array(vocabulary.size)
    this.#marks = new Int32Array((vocabulary.size >> 5) + 1)
    this.#frequencies = Float64Array.from({ length: MOST_KNOWN }, (_, count) => weighting.frequency(count))
    for (const [term, frequency] of Object.entries(corpus.frequencies)) {
      this.#idf[vocabulary.termNamed(term)] = weighting.idf(corpus.documents, frequency)
    }
    // Stop and unknown words are no terms.
    this.#idf[0] = 0
    this.#idf[1] = 0
  }

  /** Number of terms a dense profile of this model has. */
  get size(): number {
    return this.#idf.length
  }

  /** The vector of a text; tokens marked in `masked` are left out. */
  vectorOf(tokens: TermSequence, masked: Uint8Array | null = null): SparseVector {
    const distinct = this.#count(tokens, masked)
    const terms = this.#takeTerms(distinct)
    const weights = new Float64Array(distinct)
    const counts = this.#counts
    let square = 0
    for (let index = 0; index < distinct; index++) {
      const term = terms[index] ?? 0
      const weight = this.#frequencyOf(counts[term] ?? 1) * (this.#idf[term] ?? 0)
      counts[term] = 0
      weights[index] = weight
      square += weight * weight
    }
    const length = this.#weighting.norm ? Math.sqrt(square) : 1
    if (length > 0) for (let index = 0; index < distinct; index++) weights[index] = (weights[index] ?? 0) / length
    return { terms, weights }
  }

  /** Counts the terms of a text and marks those that occur; returns how many there are. */
  #count(tokens: TermSequence, masked: Uint8Array | null): number {
    const { terms, length } = tokens
    const idf = this.#idf
    const counts = this.#counts
    const marks = this.#marks
    let distinct = 0
    for (let index = 0; index < length; index++) {
      const term = terms[index] ?? 0
      if ((idf[term] ?? 0) === 0 || masked?.[index] === 1) continue
      const count = counts[term] ?? 0
      if (count === 0) {
        distinct++
        marks[term >> 5] = (marks[term >> 5] ?? 0) | (1 << (term & 31))
      }
      counts[term] = count + 1
    }
    return distinct
  }

  /** The marked terms, ascending; the marks are taken away. */
  #takeTerms(distinct: number): Int32Array {
    const found = new Int32Array(distinct)
    const marks = this.#marks
    let index = 0
    for (let word = 0; word < marks.length; word++) {
      for (let bits = marks[word] ?? 0; bits !== 0; bits &= bits - 1) {
        found[index++] = word * 32 + 31 - Math.clz32(bits & -bits)
      }
      marks[word] = 0
    }
    return found
  }

  #frequencyOf(count: number): number {
    return count < MOST_KNOWN ? (this.#frequencies[count] ?? 0) : this.#weighting.frequency(count)
  }
}

/** The mean direction of some texts as a dense vector of length 1 (zero when there are none). */
export function centroid(vectors: readonly SparseVector[], size: number): Float64Array {
  const sum = new Float64Array(size)
  for (const vector of vectors) addTo(sum, vector, 1)
  return scaledToOne(sum)
}

/** Adds `factor` times a sparse vector to a dense one. */
export function addTo(sum: Float64Array, { terms, weights }: SparseVector, factor: number): void {
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] ?? 0
    sum[term] = (sum[term] ?? 0) + factor * (weights[index] ?? 0)
  }
}

/** Scales a dense vector in place to length 1; a zero vector stays zero. */
export function scaledToOne(vector: Float64Array): Float64Array {
  let square = 0
  for (const value of vector) square += value * value
  const length = Math.sqrt(square)
  if (length > 0) for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length
  return vector
}

/** Cosine of a text and a dense profile, both of length 1. */
export function cosine({ terms, weights }: SparseVector, profile: Float64Array): number {
  let sum = 0
  for (let index = 0; index < terms.length; index++) sum += (weights[index] ?? 0) * (profile[terms[index] ?? 0] ?? 0)
  return sum
}
