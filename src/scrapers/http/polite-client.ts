import { authorityOf } from '../../domain/authority.ts'
import type { Clock } from '../../domain/clock.ts'
import { backOffMs } from './back-off.ts'
import { ThrottledError } from './errors.ts'
import type { GateOptions, HostGate } from './host-gate.ts'
import type { HttpAnswer, HttpClient, HttpExchange } from './http-client.ts'
import { readRetryAfter } from './retry-after.ts'

/** Pause for a host that asks for one without saying how long, milliseconds; doubles while it goes on asking. */
const THROTTLE_PAUSE_MS = 30_000
const THROTTLE_STATUSES = [429, 503]

/** An HTTP client that cannot be impolite: every request of a crawl, whatever it is for, goes through the host's gate. */
export class PoliteClient {
  readonly client: HttpClient
  readonly gate: HostGate
  readonly #clock: Clock
  readonly #throttledInRow = new Map<string, number>()

  constructor(client: HttpClient, gate: HostGate, clock: Clock) {
    this.client = client
    this.gate = gate
    this.#clock = clock
  }

  /**
   * Sends one request when its host's turn has come.
   *
   * @throws ThrottledError after 429 and 503: the host's clock is paused as long as it asked.
   */
  async send(exchange: HttpExchange, options: GateOptions): Promise<HttpAnswer> {
    const host = authorityOf(exchange.url)
    // Who is asked to stop lets the request in flight end: it has cost the host its work already.
    const answer = await this.gate.run(host, options, () => this.client.send(exchange))
    if (!THROTTLE_STATUSES.includes(answer.status)) {
      this.#throttledInRow.delete(host)
      return answer
    }
    const inRow = this.#throttledInRow.get(host) ?? 0
    this.#throttledInRow.set(host, inRow + 1)
    const now = this.#clock.now()
    const asked = readRetryAfter(answer.headers['retry-after'], now)
    const until = asked ?? now + backOffMs(inRow, THROTTLE_PAUSE_MS, Math.random())
    this.gate.hostClock.pause(host, until)
    throw new ThrottledError(`http-${answer.status}`, host, until)
  }
}
