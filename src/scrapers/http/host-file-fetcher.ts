import type { Clock } from '../../domain/clock.ts'
import type { HostFile, HostFileCache } from '../../domain/crawl.ts'
import { CrawlError, OutOfTimeError, RetryableFetchError } from './errors.ts'
import type { GateOptions } from './host-gate.ts'
import { PageRefusedError } from './page-refused-error.ts'
import type { PoliteClient } from './polite-client.ts'
import { resolveWebUrl } from './resolve-web-url.ts'

/** RFC 9309 2.4 allows a day at most; a little less, so that a run at the same hour of the next night asks anew. */
const FRESH_MS = 20 * 3_600_000
/** A rule file that could not be had is asked for again after this time. */
const UNREACHABLE_MS = 10 * 60_000
/** Pauses before a file that could not be had is asked for again, within one run. */
const RETRY_PAUSES_MS = [5_000, 20_000]
/** Issues that speak of the host, whatever is asked of it. */
const HOST_REFUSALS = ['address-refused', 'certificate-refused']
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PATHS = { robots: '/robots.txt', tdm: '/.well-known/tdmrep.json' } as const

interface FoundFile extends Pick<HostFile, 'status' | 'body'> {
  readonly isRetryable: boolean
}

/** Fetches the rule files of hosts, politely too, about once a day; redirects are followed. */
export class HostFileFetcher {
  readonly #client: PoliteClient
  readonly #cache: HostFileCache
  readonly #clock: Clock
  readonly #known = new Map<string, HostFile>()
  readonly #underWay = new Map<string, Promise<HostFile>>()

  constructor(client: PoliteClient, cache: HostFileCache, clock: Clock) {
    this.#client = client
    this.#cache = cache
    this.#clock = clock
  }

  /** A rule file of an origin; status 0 when it could not be had at all. */
  read(origin: string, kind: 'robots' | 'tdm', options: GateOptions): Promise<HostFile> | HostFile {
    const key = `${kind} ${origin}`
    const known = this.#known.get(key) ?? this.#cache.read(origin, kind)
    if (known !== null && this.#isFresh(known)) {
      this.#known.set(key, known)
      return known
    }
    let fetching = this.#underWay.get(key)
    if (fetching === undefined) {
      fetching = this.#fetch(origin, kind, options).finally(() => this.#underWay.delete(key))
      this.#underWay.set(key, fetching)
    }
    return fetching
  }

  /** A file that was fetched in the future tells of a clock that was set back: its age is unknown. */
  #isFresh(file: HostFile): boolean {
    const age = this.#clock.now() - file.fetchedAt
    return age >= 0 && age < lifetime(file)
  }

  async #fetch(origin: string, kind: 'robots' | 'tdm', options: GateOptions): Promise<HostFile> {
    let found = await this.#follow(origin + PATHS[kind], options)
    // One hiccup must not cost a source its night; a host that asked for a pause is not asked again here.
    for (const pause of found.isRetryable ? RETRY_PAUSES_MS : []) {
      await this.#clock.sleep(pause, options.signal)
      found = await this.#follow(origin + PATHS[kind], options)
      if (!found.isRetryable) break
    }
    const file = { status: found.status, body: found.body, fetchedAt: this.#clock.now() }
    this.#known.set(`${kind} ${origin}`, file)
    this.#cache.write(origin, kind, file)
    return file
  }

  async #follow(start: string, options: GateOptions): Promise<FoundFile> {
    let url = start
    try {
      for (let hop = 0; hop <= this.#client.client.limits.maxRedirects; hop += 1) {
        const exchange = { url, method: 'GET', headers: { accept: '*/*' }, body: null }
        const answer = await this.#client.send(exchange, options)
        const target = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined
        if (target === undefined) {
          const isGood = answer.status >= 200 && answer.status < 300
          const body = isGood ? new TextDecoder().decode(answer.body) : ''
          return { status: answer.status, body, isRetryable: answer.status >= 500 }
        }
        const next = resolveWebUrl(target, url)
        if (next === null) break
        url = next
      }
      // RFC 9309 2.3.1.2: after more than five redirects the file counts as not there.
      return { status: 404, body: '', isRetryable: false }
    } catch (error) {
      if (error instanceof OutOfTimeError || isHostRefused(error, start)) throw error
      if (error instanceof CrawlError || error instanceof PageRefusedError) {
        return { status: 0, body: '', isRetryable: error instanceof RetryableFetchError }
      }
      throw error
    }
  }
}

/** The host itself is out of bounds: that is what its pages are left out for, not for a missing file. */
function isHostRefused(error: unknown, start: string): boolean {
  return error instanceof PageRefusedError && HOST_REFUSALS.includes(error.issue.code) && error.issue.ref === start
}

function lifetime({ status }: HostFile): number {
  return status === 0 || status >= 500 ? UNREACHABLE_MS : FRESH_MS
}
