/** A share with its 95 % interval. */
export interface Share {
  readonly hits: number
  readonly of: number
  /** `hits ÷ of`; null when `of` is 0. */
  readonly value: number | null
  readonly low: number
  readonly high: number
}

const Z = 1.959964

/** A share with Wilson's 95 % score interval (Wilson 1927); [0, 1] when there is nothing to count. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: null, low: 0, high: 1 }
  const p = hits / of
  const spread = Z * Z
  const centre = (p + spread / (2 * of)) / (1 + spread / of)
  const half = (Z / (1 + spread / of)) * Math.sqrt((p * (1 - p)) / of + spread / (4 * of * of))
  return { hits, of, value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
