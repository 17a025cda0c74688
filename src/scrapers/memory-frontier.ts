import type { CrawlRequest, Frontier, FrontierCounts, Lease } from '../domain/crawl.ts'

interface Entry {
  readonly requestId: number
  readonly request: CrawlRequest
  state: keyof FrontierCounts
  attempts: number
  notBefore: number
}

/** A queue that is forgotten with its process: for a look at a source that stores nothing. */
export class MemoryFrontier implements Frontier {
  readonly #entries = new Map<string, Entry>()

  enqueue(requests: readonly CrawlRequest[]): number {
    const before = this.#entries.size
    for (const request of requests) {
      if (this.#entries.has(request.key)) continue
      const requestId = this.#entries.size + 1
      this.#entries.set(request.key, { requestId, request, state: 'queued', attempts: 0, notBefore: 0 })
    }
    return this.#entries.size - before
  }

  lease(limit: number, now: number): readonly Lease[] {
    const due = this.#queued().filter(({ notBefore }) => notBefore <= now)
    return due.slice(0, limit).map((entry) => {
      entry.state = 'leased'
      const { requestId, request, attempts } = entry
      return { requestId, request, attempts, etag: null, lastModified: null }
    })
  }

  complete(lease: Lease): void {
    this.#entry(lease).state = 'done'
  }

  fail(lease: Lease): void {
    this.#entry(lease).state = 'failed'
  }

  postpone(lease: Lease, notBefore: number, countsAsAttempt: boolean): void {
    const entry = this.#entry(lease)
    entry.state = 'queued'
    entry.notBefore = notBefore
    entry.attempts += countsAsAttempt ? 1 : 0
  }

  nextDue(): number | null {
    return this.#queued()[0]?.notBefore ?? null
  }

  counts(): FrontierCounts {
    const counts = { queued: 0, leased: 0, done: 0, failed: 0 }
    for (const { state } of this.#entries.values()) counts[state] += 1
    return counts
  }

  #queued(): readonly Entry[] {
    const queued = [...this.#entries.values()].filter(({ state }) => state === 'queued')
    return queued.sort((a, b) => a.notBefore - b.notBefore || a.requestId - b.requestId)
  }

  #entry({ request }: Lease): Entry {
    const entry = this.#entries.get(request.key)
    if (entry === undefined) throw new Error(`No request ${request.key} in this queue.`)
    return entry
  }
}
