import type { Accounting } from './accounting.ts'
import type { Capture, Rung } from './capture.ts'
import type { Issue, SkipReason } from './issue.ts'
import type { PostingDraft } from './posting.ts'
import type { FillField } from './source.ts'

/** A page to fetch. The frontier holds each once per run of its source, by `key`. */
export interface CrawlRequest {
  /** Unique within one run of one source; usually the method and URL. */
  readonly key: string
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
  /** What the parser will find there; `listing` pages must all be read for a run to be complete. */
  readonly purpose: 'listing' | 'posting'
  readonly via: 'http' | 'browser'
  readonly depth: number
  /** Small facts the parser needs again when the page arrives (offset, external id, lastmod). */
  readonly context: Readonly<Record<string, string | number>>
}

/** A request handed to a worker; it returns to the queue when the worker dies. */
export interface Lease {
  readonly requestId: number
  readonly request: CrawlRequest
  /** Attempts made before this one. */
  readonly attempts: number
  /** Validators of the last good capture of this URL, for a conditional GET. */
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What a parser made of one capture. */
export interface ParsedPage {
  readonly postings: readonly PostingDraft[]
  readonly skipped: readonly { readonly reason: SkipReason; readonly ref: string | null }[]
  readonly follow: readonly CrawlRequest[]
  readonly issues: readonly Issue[]
  readonly rung: Rung
}

/**
 * The queue of one run of one source, persisted. The narrow waist of the crawler: nothing else of it may be used,
 * so that an existing queue engine can take its place.
 */
export interface Frontier {
  /** Adds requests not yet known to this run; returns how many were new. */
  enqueue(requests: readonly CrawlRequest[]): number
  /** Leases up to `limit` requests whose time has come, oldest first. */
  lease(limit: number, now: number): readonly Lease[]
  /** Marks a lease done without a page (304, skipped by robots …). */
  complete(lease: Lease, outcome: string): void
  /** Marks a lease failed for good. */
  fail(lease: Lease, reason: string): void
  /** Puts a lease back until `notBefore`; `countsAsAttempt` is false for throttling. */
  postpone(lease: Lease, notBefore: number, countsAsAttempt: boolean): void
  /** When the next queued request may start: epoch ms, or null when none is queued. */
  nextDue(): number | null
  counts(): FrontierCounts
}

/** How far a queue is. */
export interface FrontierCounts {
  readonly queued: number
  readonly leased: number
  readonly done: number
  readonly failed: number
}

/** Spacing per authority (host and port), persisted and shared by all runs, HTTP and browser. */
export interface HostClock {
  /** Requests that one host may have in flight; 1 unless a benchmark passes a clock without limits. */
  readonly maxInFlightPerHost: number
  /**
   * Reserves the next slot of a host and returns when it starts (epoch ms, ≥ now). The slot after it starts at least
   * max(default, source, robots, latency multiple, Retry-After) later.
   */
  reserve(host: string, now: number): number
  /** Raises the least delay of a host; never lowers what robots or the source asked for. */
  requireDelay(host: string, delayMs: number): void
  /** Reports how a request went; a non-200 never lowers the delay. */
  observe(host: string, latencyMs: number, status: number, now: number): void
  /** No request to the host before `until` (429/503 with or without Retry-After, open breaker). */
  pause(host: string, until: number): void
  /** Server and network failures of a host since its last good answer; from `BREAKER_FAILURES` on its breaker is open. */
  failuresInRow(host: string): number
}

/** Failures in a row after which a host is left alone for a while. */
export const BREAKER_FAILURES = 5

/** A rule file of a host (`/robots.txt`, `/.well-known/tdmrep.json`) as last fetched. */
export interface HostFile {
  /** HTTP status of the last answer; 0 when the host could not be reached. */
  readonly status: number
  readonly body: string
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number
}

/** Rule files by origin (`https://example.org`), kept between runs. */
export interface HostFileCache {
  read(origin: string, kind: 'robots' | 'tdm'): HostFile | null
  write(origin: string, kind: 'robots' | 'tdm', file: HostFile): void
}

/** How one run of one source ended. Only `complete` runs may say that a posting is gone. */
export const RUN_OUTCOMES = ['complete', 'capped', 'partial', 'throttled', 'refused', 'failed', 'interrupted'] as const

/** Outcome of a run of one source. */
export type RunOutcome = (typeof RUN_OUTCOMES)[number]

/** Where one run of one source leaves what it found. Each call is one transaction. */
export interface CrawlSink {
  /**
   * Stores the capture, its postings and sightings, follows its links and completes the lease: all or nothing.
   * Durable once the promise, if any, is fulfilled.
   */
  record(lease: Lease, capture: Capture, page: ParsedPage): Promise<void> | void
  /** The last capture of the lease's URL as stored, to be read again after a 304; null when its body was erased. */
  recall(lease: Lease): Capture | null
  /** 304: what the recalled capture lists is seen again, its links are followed; the lease is completed. */
  recordUnchanged(lease: Lease, page: ParsedPage): void
  note(issue: Issue): void
  /** What the run has found so far, for assertions and health. */
  health(): SourceHealth
}

/** What a run found, beside what earlier runs of the same source found. */
export interface SourceHealth {
  /** Distinct postings seen live in this run. */
  readonly postings: number
  readonly postingsNew: number
  readonly pages: number
  readonly bytes: number
  /** Postings of this run with the field filled. */
  readonly filled: Readonly<Record<FillField, number>>
  /** Rung most pages of this run were read with, and of the last good run. */
  readonly rung: Rung | null
  readonly previousRung: Rung | null
  /** Postings seen by the last complete runs of this source, newest first, at most 14. */
  readonly recentGoodRuns: readonly number[]
  /** Postings seen by the runs since the last complete one that failed as `fewer-than-usual`, newest first. */
  readonly shrunkRuns: readonly number[]
  /** Of a run without a posting: days before it, since the last posting, on which the listing was read and empty. */
  readonly emptyDays: number
  /** Of a run without a posting: pages fetched in it that held an ad in an earlier run. */
  readonly lostPages: number
  readonly accounting: readonly Accounting[]
  /** Issue code → count. */
  readonly issues: Readonly<Record<string, number>>
}

/** The summary of one run of one source. */
export interface SourceRunSummary {
  readonly sourceId: string
  readonly outcome: RunOutcome
  /** One sentence for a person when the outcome is not `complete`: what, why, what to do. */
  readonly explanation: string | null
  readonly pages: number
  readonly bytes: number
  readonly postingsFound: number
  readonly postingsNew: number
  readonly accounting: readonly Accounting[]
  readonly issues: Readonly<Record<string, number>>
}
