import { authorityOf } from '../domain/authority.ts'
import type { Capture } from '../domain/capture.ts'
import { BREAKER_FAILURES, type CrawlRequest, type Lease, type ParsedPage, type RunOutcome } from '../domain/crawl.ts'
import { type CrawlBudget, DROP_REASONS } from './crawl-budget.ts'
import { LISTING_INCOMPLETE } from './explain-silence.ts'
import { backOffMs } from './http/back-off.ts'
import {
  CrawlError,
  LayoutChangedError,
  OutOfTimeError,
  RefusedError,
  RetryableFetchError,
  ThrottledError,
} from './http/errors.ts'
import type { FetchContext, FetchedPage } from './http/page-fetcher.ts'
import { PageRefusedError } from './http/page-refused-error.ts'
import { isWebUrl } from './http/resolve-web-url.ts'
import { politeDelayMs } from './polite-delay.ts'
import type { SourceRun } from './source-run.ts'
import { explainUnexpected } from './unexpected-error.ts'

/** Why a source stopped before its queue was empty. */
export interface StopReason {
  readonly outcome: RunOutcome
  readonly explanation: string | null
}

const MOST_ATTEMPTS = 5
const FIRST_BACK_OFF_MS = 5_000
const MOST_THROTTLES_IN_ROW = 5
/** Failures in a row after which a host counts as down for tonight: its breaker has opened again and again. */
const DEAD_HOST_FAILURES = 3 * BREAKER_FAILURES
/** Pages of ads read in vain before the source counts as changed. */
const MOST_EMPTY_PAGES = 20

/** Fetches, reads and records one page after another, and reacts to what goes wrong by the class of the error. */
export class PageVisitor {
  readonly #run: SourceRun
  readonly #budget: CrawlBudget
  readonly #deadline: number
  /** Hosts of the seeds: what these refuse, the source is refused. */
  readonly #ownHosts: ReadonlySet<string>
  readonly #noted = new Set<string>()
  #stop: StopReason | null = null
  #pages: number
  #bytes: number
  #postings = 0
  #throttledInRow = 0
  #emptyInRow = 0

  constructor(run: SourceRun, seeds: readonly CrawlRequest[], budget: CrawlBudget, deadline: number) {
    this.#run = run
    this.#ownHosts = new Set(seeds.map(({ url }) => authorityOf(url)))
    this.#budget = budget
    this.#deadline = deadline
    const { pages, bytes } = run.sink.health()
    this.#pages = pages
    this.#bytes = bytes
  }

  get stopReason(): StopReason | null {
    return this.#stop
  }

  /** Brings one lease to its end: recorded, left out, or put back for later. */
  async visit(lease: Lease): Promise<void> {
    const { frontier, clock, signal } = this.#run
    try {
      if (this.#stop === null) this.#assertBudget()
      if (this.#stop !== null) {
        frontier.postpone(lease, clock.now(), false)
        return
      }
      const { request } = lease
      const fetcher = await this.#run.fetcherFor(request.via)
      await this.#record(lease, await fetcher.fetch(request, this.#contextOf(lease)))
      this.#throttledInRow = 0
    } catch (error) {
      if (signal?.aborted === true) {
        frontier.postpone(lease, clock.now(), false)
        this.interrupt()
      } else if (error instanceof PageRefusedError) this.#leaveOut(lease, error)
      else if (error instanceof CrawlError) this.#react(lease, error)
      else {
        this.crash(error)
        frontier.postpone(lease, clock.now(), false)
      }
    }
  }

  /** The run was asked to end; its queue is kept. */
  interrupt(): void {
    this.#stop ??= { outcome: 'interrupted', explanation: 'Interrupted. The same command goes on where it stopped.' }
  }

  /** Something unexpected (a bug, a full disk) ends this source; the others go on. */
  crash(error: unknown): void {
    this.#stop = { outcome: 'failed', explanation: explainUnexpected(error) }
  }

  /** The next request would start after the deadline. */
  outOfTime(url: string | null): void {
    const host = url === null ? null : authorityOf(url)
    if (host !== null && this.#run.hostClock.failuresInRow(host) >= BREAKER_FAILURES) this.#hostIsDown(host)
    else if (this.#throttledInRow > 0) this.#throttled(host ?? 'The host')
    else this.#capByTime()
  }

  #contextOf({ etag, lastModified }: Lease): FetchContext {
    const { token, signal, source } = this.#run
    const { sheet } = source.type
    return {
      ...{ token, etag, lastModified, signal },
      deadline: this.#deadline,
      noteOnce: (code, message) => this.#noteOnce(code, message),
      delayMsFor: (host) => politeDelayMs(host, sheet.delayMs, source.delayMs),
    }
  }

  async #record(lease: Lease, fetched: FetchedPage): Promise<void> {
    const { sink, source } = this.#run
    const capture = fetched.kind === 'fetched' ? fetched.capture : sink.recall(lease)
    if (capture === null)
      throw new RetryableFetchError('capture-lost', 'Unchanged, but its last capture is no longer kept.')
    const page = this.#withinBudget(lease, this.#parse(capture, lease.request))
    this.#countEmpty(lease.request, page)
    if (fetched.kind === 'fetched') {
      await sink.record(lease, capture, page)
      this.#pages += 1
      this.#bytes += capture.body.byteLength
      this.#run.runBudget.spend(capture.body.byteLength)
    } else sink.recordUnchanged(lease, page)
    this.#noteIncomplete(lease.request, page)
    this.#postings += page.postings.length
    if (source.limit !== undefined && this.#postings >= source.limit)
      this.#cap(`The limit of ${source.limit} is reached.`, 'limit-reached')
    if (this.#emptyInRow >= MOST_EMPTY_PAGES) {
      const message = `The last ${this.#emptyInRow} pages of ads held no ad that can be read: the site has changed, its parser must follow.`
      this.#fail(new LayoutChangedError(message))
    }
  }

  #parse(capture: Capture, request: CrawlRequest): ParsedPage {
    const { type, options } = this.#run.source
    try {
      return type.parse(capture, request, options)
    } catch (error) {
      // A parser never throws by contract; when one does, its page is kept for whoever mends it.
      const message = `The parser of ${type.sheet.id} failed: ${error instanceof Error ? error.message : String(error)}`
      const issue = { code: 'parser-failed', severity: 'error', message, ref: capture.url, excerpt: null } as const
      return { postings: [], skipped: [], follow: [], issues: [issue], rung: 'selectors' }
    }
  }

  /** Drops links that are no web pages, go too deep, lead back to the page itself or overflow the queue. */
  #withinBudget(lease: Lease, page: ParsedPage): ParsedPage {
    if (page.follow.length === 0) return page
    const { queued, leased, done, failed } = this.#run.frontier.counts()
    const room = this.#budget.maxQueued - (queued + leased + done + failed)
    const dropped = new Map<string, string>()
    const follow = page.follow.filter((request, index) => {
      const reason = this.#whyDrop(request, lease, index >= room)
      if (reason !== null) dropped.set(reason, request.url)
      return reason === null
    })
    const issues = [...dropped].map(([code, ref]) => {
      return { code, severity: 'warning', message: DROP_REASONS[code] ?? code, ref, excerpt: null } as const
    })
    return { ...page, follow, issues: [...page.issues, ...issues] }
  }

  #whyDrop(request: CrawlRequest, lease: Lease, isFull: boolean): string | null {
    if (request.key === lease.request.key) return 'lists-itself'
    if (request.depth > this.#budget.maxDepth) return 'too-deep'
    if (!isWebUrl(request.url)) return 'no-web-address'
    if (!isFull) return null
    this.#cap(`More than ${this.#budget.maxQueued} addresses were queued.`)
    return 'budget-exhausted'
  }

  /** A listing that stops in the middle or is no listing at all names fewer ads than there are. */
  #noteIncomplete({ purpose, url }: CrawlRequest, { issues }: ParsedPage): void {
    const fault = purpose === 'listing' ? issues.find(({ severity }) => severity === 'error') : undefined
    if (fault === undefined) return
    const message = `A listing could not be read whole (${fault.code}); the run says nothing of what is gone.`
    this.#run.sink.note({ code: LISTING_INCOMPLETE, severity: 'warning', message, ref: url, excerpt: null })
  }

  #countEmpty({ purpose }: CrawlRequest, { postings }: ParsedPage): void {
    if (postings.length > 0) this.#emptyInRow = 0
    else if (purpose === 'posting') this.#emptyInRow += 1
  }

  #assertBudget(): void {
    const { maxPages, maxBytes } = this.#budget
    if (this.#pages >= maxPages) this.#cap(`Its budget of ${maxPages} pages is used up.`)
    else if (this.#bytes >= maxBytes) this.#cap(`Its budget of ${maxBytes} bytes is used up.`)
    else if (this.#run.runBudget.isSpent) this.#cap('The budget of the whole run is used up.')
    else if (this.#run.clock.now() > this.#deadline) this.#capByTime()
  }

  #leaveOut(lease: Lease, { issue }: PageRefusedError): void {
    this.#run.sink.note(issue)
    // Without a listing the run is not complete; an ad that cannot be had is simply not there.
    if (lease.request.purpose === 'listing') this.#run.frontier.fail(lease, issue.code)
    else this.#run.frontier.complete(lease, issue.code)
  }

  #react(lease: Lease, error: CrawlError): void {
    const { frontier, clock } = this.#run
    const now = clock.now()
    if (error instanceof RetryableFetchError) {
      this.#retry(lease, error)
      return
    }
    if (error instanceof ThrottledError) {
      frontier.postpone(lease, error.until ?? now, false)
      this.#noteOnce(error.code, error.message)
      this.#throttledInRow += 1
      if (this.#throttledInRow >= MOST_THROTTLES_IN_ROW) this.#throttled(error.host)
      return
    }
    if (error instanceof RefusedError && !this.#ownHosts.has(authorityOf(lease.request.url))) {
      // A foreign host that a link leads to speaks for its own pages only.
      this.#leaveOut(lease, new PageRefusedError(error.code, error.message, lease.request.url, { cause: error }))
      return
    }
    frontier.postpone(lease, now, false)
    if (error instanceof OutOfTimeError) {
      this.outOfTime(lease.request.url)
      return
    }
    this.#noteError(error, lease.request.url)
    if (error instanceof RefusedError) this.#stop ??= { outcome: 'refused', explanation: error.message }
    else this.#stop ??= { outcome: 'failed', explanation: error.message }
  }

  #retry(lease: Lease, error: RetryableFetchError): void {
    const { frontier, clock, hostClock } = this.#run
    const host = authorityOf(lease.request.url)
    if (lease.attempts + 1 >= MOST_ATTEMPTS) {
      this.#noteError(error, lease.request.url)
      frontier.fail(lease, error.code)
    } else {
      const pause = backOffMs(lease.attempts, FIRST_BACK_OFF_MS, Math.random())
      frontier.postpone(lease, clock.now() + pause, true)
    }
    if (hostClock.failuresInRow(host) >= DEAD_HOST_FAILURES) this.#hostIsDown(host)
  }

  #fail(error: CrawlError): void {
    this.#noteError(error, null)
    this.#stop ??= { outcome: 'failed', explanation: error.message }
  }

  #hostIsDown(host: string): void {
    const failures = this.#run.hostClock.failuresInRow(host)
    const message = `${host} failed ${failures} times in a row and is left alone.`
    this.#note('host-down', message)
    this.#stop ??= { outcome: 'failed', explanation: `${message} Nothing is marked gone.` }
  }

  #throttled(host: string): void {
    const message = `${host} asked for pauses ${this.#throttledInRow} times in a row.`
    this.#note('throttled', message)
    this.#stop ??= {
      outcome: 'throttled',
      explanation: `${message} Its queue is kept: run the same command later today.`,
    }
  }

  #capByTime(): void {
    if (this.#deadline < this.#run.deadline) this.#cap('Its time is used up.')
    else this.#cap('The hour after which nothing is asked has come.', 'deadline-reached')
  }

  /** @param code tells a limit that somebody set from a budget that nobody expects to be used up. */
  #cap(why: string, code = 'budget-exhausted'): void {
    if (this.#stop !== null) return
    this.#note(code, why)
    this.#stop = { outcome: 'capped', explanation: `${why} What was read is kept, nothing is marked gone.` }
  }

  #noteError(error: CrawlError, ref: string | null): void {
    this.#run.sink.note({ code: error.code, severity: 'error', message: error.message, ref, excerpt: null })
  }

  /** What may happen again and again is noted at its first time. */
  #noteOnce(code: string, message: string): void {
    if (this.#noted.has(code)) return
    this.#noted.add(code)
    this.#note(code, message)
  }

  #note(code: string, message: string): void {
    this.#run.sink.note({ code, severity: 'warning', message, ref: null, excerpt: null })
  }
}
