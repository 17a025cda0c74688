import type { Interval } from './figure.ts'

/**
 * Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927) for `n` effective observations and the critical
 * value `t`; never of width 0, never outside 0–1.
 */
export function wilsonInterval(share: number, n: number, t: number): Interval {
  const t2 = t * t
  const centre = (share + t2 / (2 * n)) / (1 + t2 / n)
  const half = (t / (1 + t2 / n)) * Math.sqrt((share * (1 - share)) / n + t2 / (4 * n * n))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
