import type { Clock, SteadyClock } from '../domain/clock.ts'
import type { Issue } from '../domain/issue.ts'

/** Steps that a time server makes every day, milliseconds. */
const TOLERATED_MS = 5_000
/** Two looks at the clock further apart than this say nothing of it: the process was held up between them. */
const LONGEST_LOOK_MS = 1_000
const MINUTE_MS = 60_000

/** What a night's clock starts from. */
export interface NightClockOptions {
  /** Epoch ms that has certainly passed: the last time written in the database; null when none is. */
  readonly lastKnown: number | null
  /** Epoch ms of the machine's clock at which the night ends. */
  readonly until?: number | undefined
}

/**
 * The time of one night: the hour the machine shows when it begins, counted on by its steady clock. Whoever sets the
 * machine's clock meanwhile neither uses up a budget nor makes a host wait, but is noticed. The hour at which the night
 * is to end is the machine's own: once that is shown, or as much time as there was until then has passed, it has come.
 */
export class NightClock implements Clock {
  readonly #clock: SteadyClock
  readonly #until: number
  #origin: number
  /** How far the machine's clock is ahead of the night's. */
  #ahead = 0
  #backMs = 0
  #forwardMs = 0

  constructor(clock: SteadyClock, { lastKnown, until }: NightClockOptions) {
    this.#clock = clock
    this.#until = until ?? Number.POSITIVE_INFINITY
    const wall = clock.now()
    this.#origin = wall - clock.elapsed()
    if (lastKnown !== null && lastKnown - wall > TOLERATED_MS) this.#backMs = lastKnown - wall
  }

  now(): number {
    const before = this.#clock.elapsed()
    const wall = this.#clock.now()
    const elapsed = this.#clock.elapsed()
    if (elapsed - before < LONGEST_LOOK_MS) this.#watch(wall - (this.#origin + elapsed))
    if (wall >= this.#until) this.#goOnTo(this.#until - elapsed)
    return Math.floor(this.#origin + elapsed)
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.sleep(ms, signal)
  }

  /** What was noticed; empty when the machine's clock only ever went on, at its pace. */
  get issues(): readonly Issue[] {
    const issues: Issue[] = []
    if (this.#backMs > 0) {
      issues.push(
        warning(
          'clock-set-back',
          `The clock of this machine was set back by ${minutes(this.#backMs)} since the last run or during this one`,
        ),
      )
    }
    if (this.#forwardMs > 0) {
      issues.push(
        warning(
          'clock-set-forward',
          `The clock of this machine went forward by ${minutes(this.#forwardMs)} at once during this run, set or woken up`,
        ),
      )
    }
    return issues
  }

  #goOnTo(origin: number): void {
    const skipped = Math.max(0, origin - this.#origin)
    this.#origin += skipped
    this.#ahead -= skipped
  }

  #watch(ahead: number): void {
    const step = ahead - this.#ahead
    this.#ahead = ahead
    if (step < -TOLERATED_MS) this.#backMs = Math.max(this.#backMs, -step)
    if (step > TOLERATED_MS) this.#forwardMs = Math.max(this.#forwardMs, step)
  }
}

function minutes(ms: number): string {
  const count = Math.max(1, Math.round(ms / MINUTE_MS))
  return `${count} ${count === 1 ? 'minute' : 'minutes'}`
}

function warning(code: string, what: string): Issue {
  const message = `${what}; check its time service, as days of sightings rest on it.`
  return { code, severity: 'warning', message, ref: null, excerpt: null }
}
