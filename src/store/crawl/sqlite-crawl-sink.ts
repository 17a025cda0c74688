import type { Statement } from 'better-sqlite3'
import type { Capture } from '../../domain/capture.ts'
import type { CrawlSink, Lease, ParsedPage, SourceHealth } from '../../domain/crawl.ts'
import type { Issue } from '../../domain/issue.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../domain/posting.ts'
import type { VigieDatabase } from '../open-database.ts'
import { PostingWriter } from '../postings/posting-writer.ts'
import { CaptureWriter, type SourceRun } from './capture-writer.ts'
import { type PackedBody, packBody } from './packed-body.ts'
import { type PageCounts, PageTally } from './page-tally.ts'
import { readSourceHealth } from './source-health.ts'
import type { SqliteFrontier } from './sqlite-frontier.ts'

const EXCERPT_CHARS = 200
/** Pages that share a transaction at most: as many as a source ever has under way. */
const FULL_BATCH = 16
const BATCH_MS = 4

/** What a sink needs besides its database. */
export interface CrawlSinkOptions extends SourceRun {
  readonly frontier: SqliteFrontier
  /** Applied to every draft before it is stored: the masking of personal data. */
  readonly prepare: (draft: PostingDraft) => PostingDraft
  /** Epoch milliseconds. */
  readonly now: () => number
}

interface PendingPage {
  readonly lease: Lease
  readonly capture: Capture
  readonly page: ParsedPage
  readonly packed: PackedBody
  resolve(): void
  reject(reason: unknown): void
}

/**
 * Stores what a crawl finds. A page's capture, postings, sightings, follow-ups and the end of its lease are one
 * transaction. Pages that arrive together share it (a benchmark's sixteen workers; a polite crawl never waits): each
 * caller goes on only once its page is durable, so a killed process repeats at most what it had in flight.
 */
export class SqliteCrawlSink implements CrawlSink {
  readonly #database: VigieDatabase
  readonly #options: CrawlSinkOptions
  readonly #postings: PostingWriter
  readonly #captures: CaptureWriter
  readonly #tally: PageTally
  readonly #insertIssue: Statement
  #pending: PendingPage[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(database: VigieDatabase, options: CrawlSinkOptions) {
    this.#database = database
    this.#options = options
    this.#postings = new PostingWriter(database)
    this.#captures = new CaptureWriter(database, options)
    this.#tally = new PageTally(database, options.runSourceId)
    this.#insertIssue = database.prepare(`
      INSERT INTO issue (run_source_id, source_id, code, severity, message, ref, excerpt, noted_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  }

  async record(lease: Lease, capture: Capture, page: ParsedPage): Promise<void> {
    // Here, and not while the transaction keeps other writers waiting.
    const packed = packBody(capture.body)
    await new Promise<void>((resolve, reject) => {
      this.#pending.push({ lease, capture, page, packed, resolve, reject })
      this.#scheduleFlush()
    })
  }

  recall(lease: Lease): Capture | null {
    return this.#captures.readLast(lease.request.url)?.capture ?? null
  }

  recordUnchanged(lease: Lease, page: ParsedPage): void {
    this.#writeAll([lease], () => {
      const captureId = this.#captures.readLast(lease.request.url)?.captureId ?? null
      const counts = this.#writePage(page, captureId)
      this.#options.frontier.complete(lease, 'unchanged')
      return [{ ...counts, bytes: null }]
    })
  }

  note({ code, severity, message, ref, excerpt }: Issue): void {
    const { sourceId, runSourceId, now } = this.#options
    const at = new Date(now()).toISOString()
    const quoted = excerpt === null ? null : this.#mask(excerpt).slice(0, EXCERPT_CHARS)
    this.#insertIssue.run(runSourceId, sourceId, code, severity, message, ref, quoted, at)
  }

  health(): SourceHealth {
    return readSourceHealth(this.#database, this.#options)
  }

  /** An excerpt may quote a person too: it is prepared as the text of an ad is. */
  #mask(excerpt: string): string {
    return this.#options.prepare({ ...EMPTY_POSTING, extId: '', title: '', description: excerpt }).description
  }

  /** At once when no other page is on its way (a polite crawl); else a moment later, with those that arrive by then. */
  #scheduleFlush(): void {
    const isFull = this.#pending.length >= Math.min(FULL_BATCH, this.#options.frontier.counts().leased)
    if (isFull) this.#flush()
    else this.#timer ??= setTimeout(() => this.#flush(), BATCH_MS)
  }

  #flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const pages = this.#pending
    this.#pending = []
    try {
      this.#write(pages)
      for (const { resolve } of pages) resolve()
    } catch (error) {
      // One page in a batch must not take the others with it.
      if (pages.length === 1) pages[0]?.reject(error)
      else for (const page of pages) this.#flushAlone(page)
    }
  }

  #flushAlone(page: PendingPage): void {
    try {
      this.#write([page])
      page.resolve()
    } catch (error) {
      page.reject(error)
    }
  }

  #write(pages: readonly PendingPage[]): void {
    const leases = pages.map(({ lease }) => lease)
    this.#writeAll(leases, () => pages.map((page) => this.#writeFetched(page)))
  }

  /** One transaction for all; when it fails, its leases are held as before. */
  #writeAll(leases: readonly Lease[], write: () => readonly PageCounts[]): void {
    try {
      this.#database.transaction(() => this.#tally.write(write()))()
    } catch (error) {
      this.#options.frontier.rollBack(leases)
      throw error
    }
  }

  #writeFetched({ lease, capture, page, packed }: PendingPage): PageCounts {
    const issueCodes = page.issues.length === 0 ? [] : [...new Set(page.issues.map((issue) => issue.code))]
    const { request, requestId } = lease
    const captureId = this.#captures.write({ request, requestId, capture, packed, rung: page.rung, issueCodes })
    const counts = this.#writePage(page, captureId)
    this.#options.frontier.complete(lease, 'recorded')
    return { ...counts, bytes: capture.body.byteLength }
  }

  #writePage(page: ParsedPage, captureId: number | null): Omit<PageCounts, 'bytes'> {
    const skipped: string[] = page.skipped.map(({ reason }) => reason)
    let postingsNew = 0
    for (const draft of page.postings) {
      const written = this.#writePosting(draft, captureId)
      if (!written.isFirstSight) skipped.push('duplicate-in-input')
      if (written.isNew) postingsNew += 1
    }
    for (const issue of page.issues) this.note(issue)
    this.#options.frontier.enqueue(page.follow)
    return { postingsNew, records: page.postings.length + page.skipped.length, skipped }
  }

  #writePosting(
    draft: PostingDraft,
    captureId: number | null,
  ): { readonly isNew: boolean; readonly isFirstSight: boolean } {
    const { sourceId, runSourceId, seenOnDate, prepare } = this.#options
    const { postingId, isNew } = this.#postings.write(sourceId, prepare(draft), seenOnDate)
    const isFirstSight = isNew || !this.#postings.isSighted(postingId, runSourceId)
    if (isFirstSight) this.#postings.sight(postingId, runSourceId, seenOnDate, captureId)
    return { isNew, isFirstSight }
  }
}
