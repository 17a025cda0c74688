import type { Clock } from '../domain/clock.ts'
import type { Issue } from '../domain/issue.ts'

/** Steps back that a time server makes every day, milliseconds. */
const TOLERATED_MS = 5_000
const MINUTE_MS = 60_000

/** A clock that notices when it is set back: nights are told apart by their day, so that somebody should know. */
export class WatchedClock implements Clock {
  readonly #clock: Clock
  #latest: number
  #backMs = 0

  /** @param notBefore epoch ms that has certainly passed: the last time written in the database; null when none is. */
  constructor(clock: Clock, notBefore: number | null) {
    this.#clock = clock
    this.#latest = notBefore ?? 0
  }

  now(): number {
    const now = this.#clock.now()
    if (this.#latest - now > TOLERATED_MS) this.#backMs = Math.max(this.#backMs, this.#latest - now)
    this.#latest = now
    return now
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.sleep(ms, signal)
  }

  /** What was noticed; empty when time only ever went on. */
  get issues(): readonly Issue[] {
    if (this.#backMs === 0) return []
    const minutes = Math.max(1, Math.round(this.#backMs / MINUTE_MS))
    const message = `The clock of this machine was set back by ${minutes} minutes since the last run or during this one; check its time service, as days of sightings rest on it.`
    return [{ code: 'clock-set-back', severity: 'warning', message, ref: null, excerpt: null }]
  }
}
