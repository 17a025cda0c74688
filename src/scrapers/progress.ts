/** How far one source of a crawl is. */
export interface CrawlProgress {
  readonly sourceId: string
  /** Pages fetched or left out for good. */
  readonly done: number
  readonly failed: number
  /** Pages known and still to be fetched; it grows while listings are read. */
  readonly queued: number
  /** Pages a minute over the last minute. */
  readonly pagesPerMinute: number
  /** Milliseconds until the queue is empty at this rate; null while the rate is unknown. */
  readonly etaMs: number | null
  /** What the source waits for, when it waits longer than a moment: epoch ms. */
  readonly waitingUntil: number | null
}

/** Told of every step; it must be quick and must not throw. */
export type OnProgress = (progress: CrawlProgress) => void

const WINDOW_MS = 60_000
const LONGEST_HISTORY = 512

/** Works out the rate of a source from the times its last pages were done. */
export class ProgressMeter {
  readonly #sourceId: string
  readonly #times: number[] = []

  constructor(sourceId: string) {
    this.#sourceId = sourceId
  }

  /** Notes that a page was done at `now` (epoch ms). */
  tick(now: number): void {
    this.#times.push(now)
    if (this.#times.length > LONGEST_HISTORY) this.#times.shift()
  }

  /** The state of the source at `now`. */
  read(
    counts: { readonly queued: number; readonly leased: number; readonly done: number; readonly failed: number },
    now: number,
    waitingUntil: number | null = null,
  ): CrawlProgress {
    const recent = this.#times.filter((time) => now - time <= WINDOW_MS)
    const [first] = recent
    const span = first === undefined ? 0 : now - first
    const pagesPerMinute = span > 0 ? ((recent.length - 1) / span) * WINDOW_MS : 0
    const queued = counts.queued + counts.leased
    const etaMs = pagesPerMinute > 0 ? Math.round((queued / pagesPerMinute) * WINDOW_MS) : null
    return {
      sourceId: this.#sourceId,
      done: counts.done,
      failed: counts.failed,
      ...{ queued, pagesPerMinute, etaMs, waitingUntil },
    }
  }
}
