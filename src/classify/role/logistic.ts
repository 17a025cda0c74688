/** A binary logistic model: probability = 1 / (1 + e^-(bias + Σ weight × (value - mean) / deviation)). */
export interface LogisticModel {
  readonly bias: number
  readonly weights: readonly number[]
  readonly means: readonly number[]
  readonly deviations: readonly number[]
}

/** How a model is fitted. */
export interface FitOptions {
  /** Strength of the ridge penalty on the weights of standardised features. */
  readonly ridge: number
  /** Weight of the examples that are true, relative to the others. */
  readonly positiveWeight: number
}

const ITERATIONS = 12
const SMALLEST_DEVIATION = 1e-6

/** Signed contributions of the features to the log-odds. */
export function contributionsOf(model: LogisticModel, values: ArrayLike<number>): readonly number[] {
  return model.weights.map(
    (weight, index) => (weight * ((values[index] ?? 0) - (model.means[index] ?? 0))) / (model.deviations[index] ?? 1),
  )
}

/** Log-odds of one example. */
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

/** Fits by Newton's method with a ridge penalty; deterministic. Rows must have equal lengths. */
export function fitLogistic(
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  { ridge, positiveWeight }: FitOptions,
): LogisticModel {
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
  const weights = new Float64Array(width + 1)
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const step = newtonStep(scaled, labels, weights, ridge, positiveWeight)
    for (let index = 0; index <= width; index++) weights[index] = (weights[index] ?? 0) + (step[index] ?? 0)
  }
  return { bias: weights[width] ?? 0, weights: [...weights.subarray(0, width)], means, deviations }
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

function newtonStep(
  rows: readonly Float64Array[],
  labels: readonly boolean[],
  weights: Float64Array,
  ridge: number,
  positiveWeight: number,
): Float64Array {
  const size = weights.length
  const gradient = new Float64Array(size)
  const hessian = new Float64Array(size * size)
  rows.forEach((row, example) => {
    let odds = 0
    for (let index = 0; index < size; index++) odds += (weights[index] ?? 0) * (row[index] ?? 0)
    const probability = sigmoid(odds)
    const importance = labels[example] === true ? positiveWeight : 1
    const error = importance * ((labels[example] === true ? 1 : 0) - probability)
    const curvature = importance * Math.max(1e-6, probability * (1 - probability))
    for (let i = 0; i < size; i++) {
      const value = row[i] ?? 0
      gradient[i] = (gradient[i] ?? 0) + error * value
      if (value === 0) continue
      for (let j = 0; j <= i; j++) {
        hessian[i * size + j] = (hessian[i * size + j] ?? 0) + curvature * value * (row[j] ?? 0)
      }
    }
  })
  for (let index = 0; index < size; index++) {
    // The bias is last and hardly penalised.
    const penalty = index === size - 1 ? 1e-3 : ridge
    gradient[index] = (gradient[index] ?? 0) - penalty * (weights[index] ?? 0)
    hessian[index * size + index] = (hessian[index * size + index] ?? 0) + penalty
  }
  return solve(hessian, gradient, size)
}

/** Solves H x = g for a symmetric positive definite H given by its lower triangle (Cholesky); overwrites H. */
function solve(lower: Float64Array, right: Float64Array, size: number): Float64Array {
  factorise(lower, size)
  const x = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = right[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (lower[i * size + k] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (lower[i * size + i] ?? 1)
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] ?? 0
    for (let k = i + 1; k < size; k++) sum -= (lower[k * size + i] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (lower[i * size + i] ?? 1)
  }
  return x
}

function factorise(lower: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * size + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0)
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / (lower[j * size + j] ?? 1)
    }
  }
}
