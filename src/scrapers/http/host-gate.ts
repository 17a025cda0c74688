import PQueue from 'p-queue'
import type { Clock } from '../../domain/clock.ts'
import type { HostClock } from '../../domain/crawl.ts'
import { OutOfTimeError, RetryableFetchError } from './errors.ts'

/** When a task may no longer start. */
export interface GateOptions {
  /** Epoch ms after which no request may start. */
  readonly deadline: number
  readonly signal?: AbortSignal | undefined
}

/** What the gate must know of a finished request to keep the host's clock. */
export interface GatedAnswer {
  readonly status: number
  readonly latencyMs: number
}

/** Stands for an answer that was cut short by us: it speaks neither for nor against the host. */
const NEITHER_GOOD_NOR_BAD = 400

/**
 * Lets requests through one host at a time and at the pace of the host clock, and no more than so many at once overall.
 * A request that waits for its host takes no place from the others.
 */
export class HostGate {
  readonly hostClock: HostClock
  readonly #clock: Clock
  readonly #all: PQueue
  readonly #hosts = new Map<string, PQueue>()

  constructor(hostClock: HostClock, clock: Clock, concurrency: number) {
    this.hostClock = hostClock
    this.#clock = clock
    this.#all = new PQueue({ concurrency })
  }

  /**
   * Runs a request when its host's turn has come.
   *
   * @throws OutOfTimeError when that turn comes after the deadline.
   */
  async run<T extends GatedAnswer>(host: string, options: GateOptions, request: () => Promise<T>): Promise<T> {
    return this.#queueOf(host).add(async () => {
      await this.#awaitTurn(host, options)
      return this.#all.add(() => this.#observe(host, request))
    })
  }

  async #awaitTurn(host: string, { deadline, signal }: GateOptions): Promise<void> {
    signal?.throwIfAborted()
    const start = this.hostClock.reserve(host, this.#clock.now())
    if (start > deadline) throw new OutOfTimeError(host)
    // A timer may fire a millisecond early; the gap to the last request may not be short.
    for (let now = this.#clock.now(); now < start; now = this.#clock.now()) await this.#clock.sleep(start - now, signal)
    signal?.throwIfAborted()
  }

  async #observe<T extends GatedAnswer>(host: string, request: () => Promise<T>): Promise<T> {
    const started = this.#clock.now()
    try {
      const answer = await request()
      this.hostClock.observe(host, answer.latencyMs, answer.status, this.#clock.now())
      return answer
    } catch (error) {
      const now = this.#clock.now()
      const status = error instanceof RetryableFetchError ? 0 : NEITHER_GOOD_NOR_BAD
      this.hostClock.observe(host, now - started, status, now)
      throw error
    }
  }

  #queueOf(host: string): PQueue {
    let queue = this.#hosts.get(host)
    if (queue === undefined) {
      queue = new PQueue({ concurrency: this.hostClock.maxInFlightPerHost })
      this.#hosts.set(host, queue)
    }
    return queue
  }
}
