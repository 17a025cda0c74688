import { gammaln } from 'simple-statistics'

/**
 * Regularised incomplete beta function I_x(a, b) by the continued fraction of Lentz
 * (Press et al., Numerical Recipes, 3rd ed., §6.4).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(
    a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) - (gammaln(a) + gammaln(b) - gammaln(a + b)),
  )
  return front * continuedFraction(x, a, b)
}

const TINY = 1e-300
const STEPS = 500

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return result
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** Distribution function of Student's t with `df` degrees of freedom (any positive real). */
export function studentCdf(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

const quantiles = new Map<string, number>()

/**
 * The t for which a Student variable lies within ±t with the given confidence (1.96 at 0.95 and many degrees of
 * freedom), by bisection to 1e-10.
 */
export function studentQuantile(confidence: number, df: number): number {
  const key = `${confidence}|${df}`
  const known = quantiles.get(key)
  if (known !== undefined) return known
  const tail = (1 - confidence) / 2
  const upperTail = (t: number) => incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
  let low = 0
  let high = 2
  while (upperTail(high) > tail && high < 1e12) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-10 * Math.max(1, high); step++) {
    const middle = (low + high) / 2
    if (upperTail(middle) > tail) low = middle
    else high = middle
  }
  const result = (low + high) / 2
  if (quantiles.size < 50_000) quantiles.set(key, result)
  return result
}
