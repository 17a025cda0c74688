const LONGEST_MS = 15 * 60_000

/**
 * Pause before the next try of a request: `base`, doubled with each attempt made, at most a quarter hour, plus up to
 * half of that again at random so that many requests do not come back in step.
 *
 * @param attempts attempts that failed so far, counted from 0.
 * @param random a number in [0, 1).
 */
export function backOffMs(attempts: number, baseMs: number, random: number): number {
  const pause = Math.min(baseMs * 2 ** Math.min(attempts, 30), LONGEST_MS)
  return Math.round(pause * (1 + random / 2))
}
