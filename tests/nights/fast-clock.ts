import { setTimeout as delay } from 'node:timers/promises'
import type { SteadyClock } from '../../src/domain/clock.ts'

/** A busy machine takes long over a night: work passes at this pace at most, or a night would last for many hours. */
const FASTEST_PACE = 20
/** Real milliseconds after which a long wait is cut short: the clock then shows the hour that was waited for. */
const LONGEST_WAIT_MS = 40

/**
 * A clock on which waits pass `rate` times faster than on the machine's, and long ones at once, so that every delay of a
 * crawl is there, scaled. `shift` sets the hour it shows and leaves the time that has passed as it is.
 */
export class FastClock implements SteadyClock {
  readonly #rate: number
  readonly #pace: number
  readonly #started = performance.now()
  /** Milliseconds of waits that were jumped over. */
  #skipped = 0
  #hour: number

  constructor(startEpochMs: number, rate: number) {
    this.#hour = startEpochMs
    this.#rate = rate
    this.#pace = Math.min(rate, FASTEST_PACE)
  }

  elapsed(): number {
    return (performance.now() - this.#started) * this.#pace + this.#skipped
  }

  now(): number {
    return Math.floor(this.#hour + this.elapsed())
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const target = this.elapsed() + ms
    const wait = Math.min(ms / this.#rate, LONGEST_WAIT_MS)
    await delay(wait, undefined, signal === undefined ? {} : { signal })
    this.#skipped += Math.max(0, target - this.elapsed())
  }

  /** Sets the hour forward or back, as an administrator or a time server does. */
  shift(ms: number): void {
    this.#hour += ms
  }

  /** Lets time pass in which nothing happens. */
  pass(ms: number): void {
    this.#skipped += ms
  }
}
