import type { Clock } from '../domain/clock.ts'
import type { CrawlSink, Frontier, HostClock, HostFileCache, SourceRunSummary } from '../domain/crawl.ts'
import { RunBudget } from './crawl-budget.ts'
import { HostFileFetcher } from './http/host-file-fetcher.ts'
import { HostGate } from './http/host-gate.ts'
import type { HttpClient } from './http/http-client.ts'
import { HttpPageFetcher } from './http/http-page-fetcher.ts'
import { OAuthToken, type ReadSecret } from './http/oauth-token.ts'
import type { PageFetcher } from './http/page-fetcher.ts'
import { PoliteClient } from './http/polite-client.ts'
import { RobotsPolicy } from './http/robots-policy.ts'
import { TdmPolicy } from './http/tdm-policy.ts'
import type { OnProgress } from './progress.ts'
import { runSource } from './run-source.ts'
import type { ConfiguredSource, SourceRun } from './source-run.ts'
import { explainUnexpected } from './unexpected-error.ts'

/** Product token by which robots.txt files name this crawler. */
export const PRODUCT_TOKEN = 'vigie'

/** Where one source leaves what it finds; `ended` when it has already run, or may not run today. */
export type OpenedSource =
  | { readonly kind: 'open'; readonly frontier: Frontier; readonly sink: CrawlSink }
  | { readonly kind: 'ended'; readonly summary: SourceRunSummary }

/** What a crawl of many sources works with. */
export interface CrawlOptions {
  readonly sources: readonly ConfiguredSource[]
  readonly clock: Clock
  readonly hostClock: HostClock
  readonly hostFiles: HostFileCache
  readonly client: HttpClient
  /** ISO day of the run. */
  readonly today: string
  /** Requests in flight over all hosts. @default 8 */
  readonly concurrency?: number
  /** Pages and decompressed bytes that all sources may spend together; without limit by default. */
  readonly budget?: { readonly maxPages?: number; readonly maxBytes?: number }
  /** Epoch ms after which nothing more is asked; without end by default. */
  readonly deadline?: number
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Reads a credential by the name of its environment variable. */
  readonly readSecret?: ReadSecret
  /** Path of a Chromium, asked for when the first page needs a browser; null when there is none. */
  readonly chromium?: () => string | null
  openSource(sourceId: string): OpenedSource
  /** Called as each source ends, so that its outcome is kept even if the crawl is killed later. */
  onSourceEnd?(summary: SourceRunSummary): void
}

const DEFAULT_CONCURRENCY = 8

/**
 * Crawls many sources at once, each at the pace of its own host. One source's failure never stops the others: every
 * source ends with a summary.
 */
export async function crawl(options: CrawlOptions): Promise<readonly SourceRunSummary[]> {
  const { clock, hostClock, client } = options
  const gate = new HostGate(hostClock, clock, options.concurrency ?? DEFAULT_CONCURRENCY)
  const polite = new PoliteClient(client, gate, clock)
  const files = new HostFileFetcher(polite, options.hostFiles, clock)
  const policies = { robots: new RobotsPolicy(files, PRODUCT_TOKEN), tdm: new TdmPolicy(files) }
  const http = new HttpPageFetcher(polite, policies)
  const browsers: Promise<PageFetcher>[] = []
  const startBrowser = async (): Promise<PageFetcher> => {
    const { BrowserPageFetcher } = await import('./http/browser.ts')
    return BrowserPageFetcher.start({ http, polite, policies, executable: options.chromium })
  }
  const fetcherFor = async (via: 'http' | 'browser'): Promise<PageFetcher> => {
    if (via === 'http') return http
    const [started = startBrowser()] = browsers
    browsers[0] = started
    return started
  }
  try {
    const tools = { polite, fetcherFor, runBudget: new RunBudget(options.budget) }
    return await allOf(options.sources.map((source) => crawlOne(source, options, tools)))
  } finally {
    for (const browser of browsers) await browser.then((started) => started.close()).catch(() => {})
    await http.close()
  }
}

/** Like `Promise.all`, but none of them is left at work when one fails (the database can no longer be written). */
async function allOf<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(works)
  return Promise.all(works)
}

interface CrawlTools extends Pick<SourceRun, 'fetcherFor' | 'runBudget'> {
  readonly polite: PoliteClient
}

async function crawlOne(
  source: ConfiguredSource,
  options: CrawlOptions,
  { polite, ...tools }: CrawlTools,
): Promise<SourceRunSummary> {
  const { id } = source.options
  let summary: SourceRunSummary
  try {
    const opened = options.openSource(id)
    if (opened.kind === 'ended') return opened.summary
    const auth = source.type.auth?.(source.options) ?? null
    const token = auth === null ? null : new OAuthToken(auth, polite, options.clock, options.readSecret ?? noSecrets)
    const { clock, hostClock, today, signal, onProgress } = options
    const deadline = options.deadline ?? Number.POSITIVE_INFINITY
    const { frontier, sink } = opened
    const run = { source, clock, hostClock, frontier, sink, today, token, deadline, signal, onProgress }
    summary = await runSource({ ...run, ...tools })
  } catch (error) {
    summary = failedSummary(id, error)
  }
  options.onSourceEnd?.(summary)
  return summary
}

function noSecrets(): undefined {
  return undefined
}

function failedSummary(sourceId: string, error: unknown): SourceRunSummary {
  return {
    sourceId,
    outcome: 'failed',
    explanation: explainUnexpected(error),
    ...{ pages: 0, bytes: 0, postingsFound: 0, postingsNew: 0, accounting: [], issues: { 'unexpected-error': 1 } },
  }
}
