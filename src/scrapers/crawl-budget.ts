/** What a run of one source may spend. A source that runs out of it ends `capped`; its queue is not resumed. */
export interface CrawlBudget {
  readonly maxPages: number
  /** Bytes of decompressed bodies. */
  readonly maxBytes: number
  /** Milliseconds from the start of the source. */
  readonly maxMs: number
  /** Links followed from a seed. */
  readonly maxDepth: number
  /** Requests ever queued; a listing that grows without end stops here. */
  readonly maxQueued: number
}

/** The budget of a source for which the config says nothing: more than any board needs, less than an endless one takes. */
export const DEFAULT_BUDGET: CrawlBudget = {
  maxPages: 20_000,
  maxBytes: 4 * 1024 ** 3,
  maxMs: 12 * 3_600_000,
  maxDepth: 1_000,
  maxQueued: 100_000,
}

/** What all sources of a run may spend together; once it is spent, each of them ends `capped`. */
export class RunBudget {
  readonly #maxPages: number
  readonly #maxBytes: number
  #pages = 0
  #bytes = 0

  constructor({ maxPages, maxBytes }: { readonly maxPages?: number; readonly maxBytes?: number } = {}) {
    this.#maxPages = maxPages ?? Number.POSITIVE_INFINITY
    this.#maxBytes = maxBytes ?? Number.POSITIVE_INFINITY
  }

  get isSpent(): boolean {
    return this.#pages >= this.#maxPages || this.#bytes >= this.#maxBytes
  }

  /** Counts one page and its decompressed bytes. */
  spend(bytes: number): void {
    this.#pages += 1
    this.#bytes += bytes
  }
}

/** Why a link is not followed, by issue code. */
export const DROP_REASONS: Readonly<Record<string, string>> = {
  'lists-itself': 'A page lists itself; it is not fetched again.',
  'too-deep': 'A link lies too many links away from the start and is not followed.',
  'no-web-address': 'A link is no http(s) address and is not followed.',
  'budget-exhausted': 'More addresses are listed than the budget of the source allows.',
}
