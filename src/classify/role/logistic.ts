import { type Design, designOf, type Wording } from './design.ts'

/**
 * A binary logistic model: probability = 1 / (1 + e^-odds), odds = bias + Σ weight × (value - mean) / deviation, and
 * Σ word weight × TF-IDF weight where it reads words too.
 */
export interface LogisticModel {
  readonly bias: number
  readonly weights: readonly number[]
  readonly means: readonly number[]
  readonly deviations: readonly number[]
}

/** A fitted model with the weight of every term of the vocabulary (zeros where words were not given). */
export interface FittedLogistic extends LogisticModel {
  readonly words: Float64Array
}

/** How a model is fitted. */
export interface FitOptions {
  /** Strength of the ridge penalty on the weights of standardised features. */
  readonly ridge: number
  /** How freely words may speak: a TF-IDF weight counts as a feature this many times as large. */
  readonly wordScale: number
}

const NEWTON_STEPS = 12
const SMALL_STEP = 1e-3
const MOST_DESCENTS = 30
const SMALL_RESIDUE = 1e-3
/** The bias is hardly penalised. */
const BIAS_PENALTY = 1e-3

/** Signed contributions of the features to the log-odds. */
export function contributionsOf(model: LogisticModel, values: ArrayLike<number>): readonly number[] {
  return model.weights.map(
    (weight, index) => (weight * ((values[index] ?? 0) - (model.means[index] ?? 0))) / (model.deviations[index] ?? 1),
  )
}

/** Log-odds of one example by its features; those of its words are added by who has them. */
export function logOdds(model: LogisticModel, values: ArrayLike<number>): number {
  let sum = model.bias
  for (let index = 0; index < model.weights.length; index++) {
    const scaled = ((values[index] ?? 0) - (model.means[index] ?? 0)) / (model.deviations[index] ?? 1)
    sum += (model.weights[index] ?? 0) * scaled
  }
  return sum
}

/** Logistic function. */
export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/**
 * Fits features and words together under one ridge penalty: Newton's method, its steps found by conjugate gradients, since
 * there are more words than examples (Nocedal and Wright, Numerical Optimization, 2006, § 7.1). Deterministic. Rows must
 * have equal lengths. Where `isTarget` tells the examples of the target domain from others, the model is the one for that domain.
 */
export function fitLogistic(
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  { ridge, wordScale }: FitOptions,
  wording: Wording | null = null,
  isTarget: readonly boolean[] | null = null,
): FittedLogistic {
  const design = designOf(rows, wording, wordScale, isTarget)
  const penalty = new Float64Array(design.size).fill(ridge)
  penalty[design.width] = BIAS_PENALTY
  const weights = new Float64Array(design.size)
  for (let iteration = 0; iteration < NEWTON_STEPS; iteration++) {
    const step = newtonStep(design, labels, weights, penalty)
    let largest = 0
    for (let index = 0; index < step.length; index++) {
      weights[index] = (weights[index] ?? 0) + (step[index] ?? 0)
      largest = Math.max(largest, Math.abs(step[index] ?? 0))
    }
    if (largest < SMALL_STEP) break
  }
  return {
    bias: design.bias(weights),
    weights: design.featureWeights(weights),
    means: design.means,
    deviations: design.deviations,
    words: design.wordWeights(weights),
  }
}

function newtonStep(
  design: Design,
  labels: readonly boolean[],
  weights: Float64Array,
  penalty: Float64Array,
): Float64Array {
  const odds = design.times(weights)
  const errors = new Float64Array(odds.length)
  const curvature = new Float64Array(odds.length)
  for (let example = 0; example < odds.length; example++) {
    const probability = sigmoid(odds[example] ?? 0)
    errors[example] = (labels[example] === true ? 1 : 0) - probability
    curvature[example] = Math.max(1e-6, probability * (1 - probability))
  }
  const gradient = design.transposedTimes(errors)
  for (let index = 0; index < gradient.length; index++) {
    gradient[index] = (gradient[index] ?? 0) - (penalty[index] ?? 0) * (weights[index] ?? 0)
  }
  return conjugateGradients((direction) => curvatureAlong(design, curvature, penalty, direction), gradient)
}

/** The curvature of the penalised likelihood along a direction. */
function curvatureAlong(
  design: Design,
  curvature: Float64Array,
  penalty: Float64Array,
  direction: Float64Array,
): Float64Array {
  const along = design.times(direction)
  for (let example = 0; example < along.length; example++) {
    along[example] = (along[example] ?? 0) * (curvature[example] ?? 0)
  }
  const result = design.transposedTimes(along)
  for (let index = 0; index < result.length; index++) {
    result[index] = (result[index] ?? 0) + (penalty[index] ?? 0) * (direction[index] ?? 0)
  }
  return result
}

/** Solves A x = b for a symmetric positive definite A given by its products. */
function conjugateGradients(product: (direction: Float64Array) => Float64Array, right: Float64Array): Float64Array {
  const x = new Float64Array(right.length)
  const residue = right.slice()
  const direction = right.slice()
  let square = dot(residue, residue)
  const enough = square * SMALL_RESIDUE
  for (let descent = 0; descent < MOST_DESCENTS && square > enough; descent++) {
    const image = product(direction)
    const length = square / dot(direction, image)
    for (let index = 0; index < x.length; index++) {
      x[index] = (x[index] ?? 0) + length * (direction[index] ?? 0)
      residue[index] = (residue[index] ?? 0) - length * (image[index] ?? 0)
    }
    const next = dot(residue, residue)
    const turn = next / square
    for (let index = 0; index < x.length; index++) {
      direction[index] = (residue[index] ?? 0) + turn * (direction[index] ?? 0)
    }
    square = next
  }
  return x
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0)
  return sum
}
