import type { Clock } from '../domain/clock.ts'
import type { CrawlSink, Frontier, HostClock } from '../domain/crawl.ts'
import type { CrawlBudget, RunBudget } from './crawl-budget.ts'
import type { OAuthToken } from './http/oauth-token.ts'
import type { PageFetcher } from './http/page-fetcher.ts'
import type { OnProgress } from './progress.ts'
import type { SourceOptions, SourceType } from './source-contract.ts'

/** One source of a crawl, as the config names it. */
export interface ConfiguredSource {
  readonly type: SourceType
  readonly options: SourceOptions
  /** The config's delay, milliseconds; null when it says nothing. */
  readonly delayMs: number | null
  readonly budget?: Partial<CrawlBudget>
  /** Stops after so many postings: a look at a source (`--limit`). The run then counts as capped. */
  readonly limit?: number
}

/** What a run of one source works with. */
export interface SourceRun {
  readonly source: ConfiguredSource
  readonly clock: Clock
  readonly hostClock: HostClock
  readonly frontier: Frontier
  readonly sink: CrawlSink
  /** ISO day of the run. */
  readonly today: string
  readonly token: OAuthToken | null
  /** Brings pages; the browser is started when the first page asks for it. */
  fetcherFor(via: 'http' | 'browser'): Promise<PageFetcher>
  /** What all sources of the run may still spend. */
  readonly runBudget: RunBudget
  /** Epoch ms after which nothing more is asked. */
  readonly deadline: number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
}
