const SECONDS = /^\s*(\d{1,9})(?:\.\d*)?\s*$/

/** Longest pause that a host may ask for at once; what it asks beyond that is asked again after the next try. */
const LONGEST_MS = 24 * 3_600_000

/**
 * When a host may be asked again by its `Retry-After` header: seconds or an HTTP date.
 *
 * @param now epoch ms of the answer.
 * @returns epoch ms ≥ `now`, or null when the header is absent or unreadable.
 */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null
  const seconds = SECONDS.exec(value)?.[1]
  const until = seconds === undefined ? Date.parse(value) : now + Number(seconds) * 1_000
  if (Number.isNaN(until)) return null
  return Math.min(Math.max(until, now), now + LONGEST_MS)
}
