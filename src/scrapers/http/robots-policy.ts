import type { HostFile } from '../../domain/crawl.ts'
import type { HostFileFetcher } from './host-file-fetcher.ts'
import type { GateOptions } from './host-gate.ts'
import { ALLOW_ALL, type RobotsRules, readRobots } from './robots-rules.ts'

/** What robots.txt says of one URL. */
export type RobotsAnswer =
  | { readonly kind: 'allowed'; readonly crawlDelayMs: number }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'unreachable'; readonly status: number }

/** Asks the robots.txt of a host before anything else of it is fetched. */
export class RobotsPolicy {
  readonly #files: HostFileFetcher
  readonly #product: string
  readonly #rules = new WeakMap<HostFile, RobotsRules>()

  /** @param product the product token of our User-Agent, lower case. */
  constructor(files: HostFileFetcher, product: string) {
    this.#files = files
    this.#product = product
  }

  /** Whether a URL may be fetched; the file is fetched first when it is not known. */
  async check(url: string, options: GateOptions): Promise<RobotsAnswer> {
    const { origin } = new URL(url)
    const file = await this.#files.read(origin, 'robots', options)
    // 4xx: there are no rules. 5xx or no answer: all is disallowed (RFC 9309 2.3.1.3 and 2.3.1.4).
    if (file.status === 0 || file.status >= 500) return { kind: 'unreachable', status: file.status }
    const rules = file.status >= 200 && file.status < 300 ? this.#rulesOf(origin, file) : ALLOW_ALL
    return rules.isAllowed(url) ? { kind: 'allowed', crawlDelayMs: rules.crawlDelayMs } : { kind: 'disallowed' }
  }

  #rulesOf(origin: string, file: HostFile): RobotsRules {
    let rules = this.#rules.get(file)
    if (rules === undefined) {
      rules = readRobots(origin, file.body, this.#product)
      this.#rules.set(file, rules)
    }
    return rules
  }
}
