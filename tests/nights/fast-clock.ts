import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../src/domain/clock.ts'

/** Real milliseconds after which a long wait is cut short: the clock then shows the hour that was waited for. */
const LONGEST_WAIT_MS = 40

/**
 * A clock that runs `rate` times faster than the machine's and jumps to the end of long waits. It never shows an hour
 * before which somebody was to wait, so that every delay of a crawl passes on it, scaled; only `shift` sets it back.
 */
export class FastClock implements Clock {
  readonly #rate: number
  readonly #started = performance.now()
  #base: number

  constructor(startEpochMs: number, rate: number) {
    this.#base = startEpochMs
    this.#rate = rate
  }

  now(): number {
    return Math.floor(this.#base + (performance.now() - this.#started) * this.#rate)
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const target = this.now() + ms
    const wait = Math.min(ms / this.#rate, LONGEST_WAIT_MS)
    await delay(wait, undefined, signal === undefined ? {} : { signal })
    const missing = target - this.now()
    // What is missing may be a shift back in the meantime: a sleep lasts as long as it was to, not until an hour.
    if (missing > 0) this.#base += Math.min(missing, ms)
  }

  /** Sets the clock forward or back, as an administrator or a time server does. */
  shift(ms: number): void {
    this.#base += ms
  }
}
