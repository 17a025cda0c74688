import type { CrawlSink, Frontier, RunOutcome, SourceRunSummary } from '../../domain/crawl.ts'
import type { PostingDraft } from '../../domain/posting.ts'
import type { VigieDatabase } from '../open-database.ts'
import { type OpenRun, RunLedger, type RunStart } from './run-ledger.ts'
import { readSourceHealth } from './source-health.ts'
import { SqliteCrawlSink } from './sqlite-crawl-sink.ts'
import { SqliteFrontier } from './sqlite-frontier.ts'

/** A crawl appends; a large page cache would only fill with captures (150 MB more at 20,000 pages, measured). */
const CRAWL_CACHE_KIB = 2_048
/**
 * Database pages in the log before it is folded into the file, 64 MB: each fold waits for the disk, and what many
 * commits touched is written once. A process killed meanwhile leaves a log that is read in a fraction of a second.
 */
const CRAWL_CHECKPOINT_PAGES = 8_000

/** What a crawl run needs besides its database. */
export interface CrawlRunOptions extends Omit<RunStart, 'startedAt'> {
  /** Masks personal data; applied to every draft before it is stored. */
  readonly prepare: (draft: PostingDraft) => PostingDraft
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** A source of this run: either still to be crawled, or already ended. */
export type SourceOfRun =
  | { readonly kind: 'open'; readonly frontier: Frontier; readonly sink: CrawlSink }
  | { readonly kind: 'ended'; readonly summary: SourceRunSummary }

/** One run of `vigie crawl` as the store sees it: opened or resumed, its sources begun and ended one by one, closed. */
export class CrawlRun {
  readonly run: OpenRun
  readonly #database: VigieDatabase
  readonly #options: CrawlRunOptions
  readonly #ledger: RunLedger
  readonly #open = new Map<string, number>()
  readonly #usualCacheSize: number
  readonly #usualCheckpoint: number

  constructor(database: VigieDatabase, options: CrawlRunOptions) {
    this.#database = database
    this.#options = options
    this.#ledger = new RunLedger(database)
    this.#usualCacheSize = Number(database.pragma('cache_size', { simple: true }))
    this.#usualCheckpoint = Number(database.pragma('wal_autocheckpoint', { simple: true }))
    database.pragma(`cache_size = -${CRAWL_CACHE_KIB}`)
    database.pragma(`wal_autocheckpoint = ${CRAWL_CHECKPOINT_PAGES}`)
    this.run = this.#ledger.openRun({ ...options, startedAt: options.now() })
  }

  /** Begins a source or takes it up again; one that has ended in this run, or refused us today, is not asked again. */
  openSource(sourceId: string): SourceOfRun {
    const { now, prepare } = this.#options
    const refused = this.#ledger.refusedOn(sourceId, this.run.seenOnDate)
    const source = this.#ledger.startSource(this.run.runId, sourceId, now())
    const { runSourceId } = source
    if (source.outcome !== 'running') {
      return { kind: 'ended', summary: this.#summary(sourceId, runSourceId, source.outcome, source.explanation) }
    }
    if (refused !== null) {
      const explanation = `Left alone until tomorrow. ${refused}`
      this.#ledger.finishSource(runSourceId, now(), { outcome: 'refused', explanation, accounting: [] })
      return { kind: 'ended', summary: this.#summary(sourceId, runSourceId, 'refused', explanation) }
    }
    this.#open.set(sourceId, runSourceId)
    const frontier = new SqliteFrontier(this.#database, runSourceId)
    const { seenOnDate } = this.run
    const options = { sourceId, runSourceId, seenOnDate, frontier, prepare, now }
    return { kind: 'open', frontier, sink: new SqliteCrawlSink(this.#database, options) }
  }

  /** Notes how a source ended; after a complete run, postings missing twice in a row are marked gone. */
  finishSource(summary: SourceRunSummary): void {
    const runSourceId = this.#open.get(summary.sourceId)
    if (runSourceId === undefined) return
    this.#ledger.finishSource(runSourceId, this.#options.now(), summary)
    if (summary.outcome === 'complete') this.#ledger.markGone(summary.sourceId, this.run.seenOnDate)
    this.#open.delete(summary.sourceId)
  }

  /** Closes the run; one that was interrupted stays open and is taken up again by the next command. */
  finish(): void {
    this.#ledger.finishRun(this.run.runId, this.#options.now())
    this.#database.pragma(`cache_size = ${this.#usualCacheSize}`)
    this.#database.pragma(`wal_autocheckpoint = ${this.#usualCheckpoint}`)
  }

  #summary(sourceId: string, runSourceId: number, outcome: RunOutcome, explanation: string | null): SourceRunSummary {
    const health = readSourceHealth(this.#database, { sourceId, runSourceId, seenOnDate: this.run.seenOnDate })
    const { pages, bytes, postings, postingsNew, accounting, issues } = health
    return {
      ...{ sourceId, outcome, explanation, pages, bytes, accounting, issues },
      ...{ postingsFound: postings, postingsNew },
    }
  }
}
