import type { Statement } from 'better-sqlite3'
import { isLoopbackAuthority } from '../../domain/authority.ts'
import { BREAKER_FAILURES, type HostClock } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'

/** Least delay between two requests to one host that is not this machine, milliseconds. */
export const LEAST_DELAY_MS = 2_000
/** A host is never asked for more than half of its time: the delay is at least twice its usual latency. */
const LATENCY_MULTIPLE = 2
const LONGEST_LATENCY_DELAY_MS = 60_000
/** Slots reserved by all who share a host clock reach no further into the future than this. */
const LONGEST_QUEUE_MS = 60_000
const LONGEST_QUEUE_DELAYS = 10
const BREAKER_FIRST_PAUSE_MS = 60_000
const BREAKER_LONGEST_PAUSE_MS = 30 * 60_000

interface HostRow {
  readonly next_slot_ms: number
  readonly required_delay_ms: number
  readonly latency_ms: number
  readonly paused_until_ms: number
  readonly failures_in_row: number
}

const NEW_HOST: HostRow = {
  next_slot_ms: 0,
  required_delay_ms: 0,
  latency_ms: 0,
  paused_until_ms: 0,
  failures_in_row: 0,
}

/** How a host clock is set up. */
export interface HostClockOptions {
  /**
   * Delay between two requests to one host, milliseconds. Below 2,000 it holds for loopback hosts alone.
   *
   * @default 2000
   */
  readonly delayMs?: number
  /** Pause after `BREAKER_FAILURES` failures in a row, milliseconds; doubles with each further one. @default 60000 */
  readonly breakerPauseMs?: number
}

/** The spacing of requests per authority, kept in the database and so shared by all runs, HTTP and browser. */
export class SqliteHostClock implements HostClock {
  readonly maxInFlightPerHost = 1
  readonly #database: VigieDatabase
  readonly #delayMs: number
  readonly #breakerPauseMs: number
  readonly #required = new Map<string, number>()
  readonly #read: Statement<[string], HostRow>
  readonly #write: Statement

  constructor(database: VigieDatabase, { delayMs, breakerPauseMs }: HostClockOptions = {}) {
    this.#database = database
    this.#delayMs = delayMs ?? LEAST_DELAY_MS
    this.#breakerPauseMs = breakerPauseMs ?? BREAKER_FIRST_PAUSE_MS
    this.#read = database.prepare(`
      SELECT next_slot_ms, required_delay_ms, latency_ms, paused_until_ms, failures_in_row FROM host WHERE host = ?`)
    this.#write = database.prepare(`
      INSERT INTO host (host, next_slot_ms, required_delay_ms, latency_ms, paused_until_ms, failures_in_row)
      VALUES (:host, :next_slot_ms, :required_delay_ms, :latency_ms, :paused_until_ms, :failures_in_row)
      ON CONFLICT (host) DO UPDATE SET next_slot_ms = :next_slot_ms, required_delay_ms = :required_delay_ms,
        latency_ms = :latency_ms, paused_until_ms = :paused_until_ms, failures_in_row = :failures_in_row`)
  }

  reserve(host: string, now: number): number {
    let start = now
    this.#update(host, (row) => {
      start = Math.max(now, this.#nextSlot(host, row, now), row.paused_until_ms)
      return { ...row, next_slot_ms: Math.ceil(start + this.#delay(host, row.latency_ms)) }
    })
    return start
  }

  requireDelay(host: string, delayMs: number): void {
    this.#required.set(host, Math.max(this.#required.get(host) ?? 0, delayMs))
  }

  observe(host: string, latencyMs: number, status: number, now: number): void {
    const isGood = status >= 200 && status < 400
    const isFailure = status === 0 || (status >= 500 && status !== 503)
    this.#update(host, (row) => {
      const latency = isGood && row.latency_ms > 0 ? (row.latency_ms + latencyMs) / 2 : latencyMs
      const latency_ms = isGood ? latency : Math.max(row.latency_ms, latency)
      const failures_in_row = isFailure ? row.failures_in_row + 1 : isGood ? 0 : row.failures_in_row
      return {
        ...row,
        latency_ms,
        failures_in_row,
        // Counted from the answer, not from the question: two arrivals at the server are never closer than the delay.
        next_slot_ms: Math.ceil(Math.max(row.next_slot_ms, now + this.#delay(host, latency_ms))),
        paused_until_ms: Math.max(row.paused_until_ms, isFailure ? now + this.#breakerPause(failures_in_row) : 0),
      }
    })
  }

  pause(host: string, until: number): void {
    this.#update(host, (row) => ({ ...row, paused_until_ms: Math.max(row.paused_until_ms, Math.ceil(until)) }))
  }

  failuresInRow(host: string): number {
    return this.#read.get(host)?.failures_in_row ?? 0
  }

  #delay(host: string, latencyMs: number): number {
    const least = isLoopbackAuthority(host) ? this.#delayMs : Math.max(LEAST_DELAY_MS, this.#delayMs)
    const latencyDelay = Math.min(latencyMs * LATENCY_MULTIPLE, LONGEST_LATENCY_DELAY_MS)
    return Math.max(least, this.#required.get(host) ?? 0, latencyDelay)
  }

  /** A slot far beyond any queue was reserved before the clock was set back: nobody shall wait hours for it. */
  #nextSlot(host: string, { next_slot_ms, paused_until_ms, latency_ms }: HostRow, now: number): number {
    const delay = this.#delay(host, latency_ms)
    const latest = Math.max(now, paused_until_ms) + Math.max(LONGEST_QUEUE_MS, LONGEST_QUEUE_DELAYS * delay)
    return next_slot_ms > latest ? now + delay : next_slot_ms
  }

  #breakerPause(failuresInRow: number): number {
    const opened = failuresInRow - BREAKER_FAILURES
    return opened < 0 ? 0 : Math.min(this.#breakerPauseMs * 2 ** opened, BREAKER_LONGEST_PAUSE_MS)
  }

  #update(host: string, change: (row: HostRow) => HostRow): void {
    this.#database
      .transaction(() => {
        const row = change(this.#read.get(host) ?? NEW_HOST)
        this.#write.run({ ...row, host, required_delay_ms: this.#required.get(host) ?? 0 })
      })
      .immediate()
  }
}
