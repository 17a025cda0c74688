import type { Agent } from 'undici'
import type { Clock } from '../../domain/clock.ts'
import { AllowedHosts } from './address-check.ts'
import { unpackBody } from './body.ts'
import { collectAnswer } from './collect-answer.ts'
import { toFetchError } from './fetch-failure.ts'
import { DEFAULT_LIMITS, type FetchLimits } from './limits.ts'
import { createSafeDispatcher, type ResolveName } from './safe-dispatcher.ts'

/** What a client is made of. */
export interface HttpClientOptions {
  /** Product version, part of the User-Agent. */
  readonly version: string
  /** Address or page of the operator, part of the User-Agent. */
  readonly contact: string
  readonly clock: Clock
  /** Private or loopback hosts the config names (`host` or `host:port`). */
  readonly allowedHosts?: Iterable<string>
  readonly limits?: Partial<FetchLimits>
  /** Name resolution; a test passes its own. */
  readonly resolveName?: ResolveName
  /** Connections per host; more than one only for benchmarks. */
  readonly connectionsPerHost?: number
}

/** One exchange with a host: no redirect is followed. */
export interface HttpExchange {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
  readonly signal?: AbortSignal | undefined
}

/** The answer of a host, its body within the limits and decompressed. */
export interface HttpAnswer {
  readonly url: string
  readonly status: number
  /** Names in lower case; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** From the request to the answer's head, milliseconds. */
  readonly latencyMs: number
  /** Epoch ms at which the body was complete. */
  readonly fetchedAt: number
}

/** The one place where a crawl talks to the network: honest about who asks, careful about whom, with limits on all. */
export class HttpClient {
  readonly userAgent: string
  readonly limits: FetchLimits
  readonly #dispatcher: Agent
  readonly #clock: Clock

  constructor(options: HttpClientOptions) {
    this.userAgent = `vigie/${options.version} (+${options.contact})`
    this.limits = { ...DEFAULT_LIMITS, ...options.limits }
    this.#clock = options.clock
    this.#dispatcher = createSafeDispatcher({
      ...this.limits,
      allowedHosts: new AllowedHosts(options.allowedHosts ?? []),
      connections: options.connectionsPerHost ?? 1,
      ...(options.resolveName === undefined ? {} : { resolveName: options.resolveName }),
    })
  }

  /**
   * Sends one request and reads the whole answer.
   *
   * @throws RetryableFetchError for trouble of the network or a timeout, PageRefusedError when a limit, the address
   * check or the encoding of the answer says no.
   */
  async send(exchange: HttpExchange): Promise<HttpAnswer> {
    const { url, method, headers, body, signal } = exchange
    const { origin, pathname, search } = new URL(url)
    let isOutOfTime = false
    try {
      signal?.throwIfAborted()
      const asked = { ...headers, 'user-agent': this.userAgent, 'accept-encoding': 'gzip, br, deflate' }
      const answer = await collectAnswer(
        this.#dispatcher,
        { origin, path: pathname + search, method: method as 'GET', headers: asked, body },
        {
          ...{ maxBodyBytes: this.limits.maxBodyBytes, totalTimeoutMs: this.limits.totalTimeoutMs, signal },
          timeoutError: () => {
            isOutOfTime = true
            return new Error('The time limit of one fetch is over.')
          },
        },
      )
      const { status, latencyMs } = answer
      const answered = flatten(answer.headers)
      const bytes = await unpackBody(answer.body, answered, this.limits)
      return { url, status, headers: answered, body: bytes, latencyMs, fetchedAt: this.#clock.now() }
    } catch (error) {
      if (signal?.aborted === true) throw signal.reason
      throw toFetchError(error, url, isOutOfTime)
    }
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy()
  }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return flat
}
