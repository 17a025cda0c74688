import { maskPosting } from '../../classify/privacy/mask-posting.ts'
import { isLoopbackAuthority } from '../../domain/authority.ts'
import { type Clock, isoDay } from '../../domain/clock.ts'
import type { SourceRunSummary } from '../../domain/crawl.ts'
import type { SourceRecord } from '../../domain/source.ts'
import { type CrawlOptions, crawl } from '../../scrapers/crawl.ts'
import { DryRun } from '../../scrapers/dry-run.ts'
import { HttpClient } from '../../scrapers/http/http-client.ts'
import type { OnProgress } from '../../scrapers/progress.ts'
import { findSource } from '../../scrapers/registry.ts'
import type { ConfiguredSource as SourceToCrawl } from '../../scrapers/source-run.ts'
import { CrawlRun } from '../../store/crawl/crawl-run.ts'
import { readLastTime } from '../../store/crawl/read-last-time.ts'
import { setTimesBack } from '../../store/crawl/set-times-back.ts'
import { SqliteHostClock } from '../../store/crawl/sqlite-host-clock.ts'
import { SqliteHostFileCache } from '../../store/crawl/sqlite-host-file-cache.ts'
import type { VigieDatabase } from '../../store/open-database.ts'
import { upsertSource } from '../../store/sources/upsert-source.ts'
import type { Config, ConfiguredSource } from '../config/config.ts'
import { nearest } from '../config/suggest.ts'
import { ensureChromium } from '../ensure-chromium.ts'
import { packageVersion } from '../package-root.ts'
import { refuseMixing } from '../refuse-mixing.ts'
import { UserError } from '../user-error.ts'

/** How to crawl the configured sources. */
export interface CrawlStageOptions {
  readonly kind: 'crawl' | 'demo'
  readonly clock: Clock
  /** Names of the sources to ask; all by default. */
  readonly only?: readonly string[] | undefined
  /** Postings per source after which to stop. */
  readonly limit?: number | undefined
  /** Epoch milliseconds after which nothing more is fetched; the queue is kept. */
  readonly deadline?: number | undefined
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Called once the run is open, before anything is fetched. */
  readonly onBegin?: (run: { readonly day: string; readonly resumed: boolean }) => void
  /** Reads a credential by the name of its environment variable. */
  readonly readSecret: (name: string) => string | undefined
  /** Says something on stderr (a browser is being fetched …). */
  readonly say: (line: string) => void
}

/** What a crawl came to. */
export interface CrawlStageSummary {
  readonly day: string
  readonly resumed: boolean
  readonly sources: readonly SourceRunSummary[]
}

/**
 * Crawls the configured sources into the database, or takes an interrupted run up again.
 *
 * @throws UserError when there is nothing to crawl, the contact address is missing, or real and sample ads would mix.
 */
export async function crawlStage(
  database: VigieDatabase,
  config: Config,
  options: CrawlStageOptions,
): Promise<CrawlStageSummary> {
  const { clock, kind } = options
  const chosen = chooseSources(config, options.only)
  refuseMixing(database, config.database, kind === 'demo' ? 'sample' : 'real')
  for (const source of chosen) upsertSource(database, toRecord(source))
  if (kind === 'crawl') forgetLaterHours(database, clock.now())
  const now = () => clock.now()
  const day = isoDay(clock.now())
  const run = new CrawlRun(database, { kind, seenOnDate: day, version: packageVersion(), prepare: maskPosting, now })
  options.onBegin?.({ day: run.run.seenOnDate, resumed: run.run.resumed })
  const sources = await crawl({
    ...commonOptions(database, config, chosen, options),
    today: run.run.seenOnDate,
    openSource: (id) => run.openSource(id),
    onSourceEnd: (summary) => run.finishSource(summary),
  })
  // An interrupted run stays open: the same command takes it up again.
  if (options.signal?.aborted !== true) run.finish()
  return { day: run.run.seenOnDate, resumed: run.run.resumed, sources }
}

/** The same road with nothing stored: `vigie crawl --dry-run`. The host clock still counts: politeness is no option. */
export async function dryRunStage(
  database: VigieDatabase,
  config: Config,
  options: CrawlStageOptions,
): Promise<{ readonly run: DryRun; readonly sources: readonly SourceRunSummary[] }> {
  const chosen = chooseSources(config, options.only)
  const run = new DryRun()
  const sources = await crawl({
    ...commonOptions(database, config, chosen, options),
    today: isoDay(options.clock.now()),
    openSource: (id) => run.openSource(id),
  })
  return { run, sources }
}

/** Hours written by a clock that was set back since would make hosts wait for them. */
function forgetLaterHours(database: VigieDatabase, now: number): void {
  const last = readLastTime(database) ?? now
  if (last > now) setTimesBack(database, last - now, now)
}

type CommonOptions = Omit<CrawlOptions, 'today' | 'openSource' | 'onSourceEnd'>

function commonOptions(
  database: VigieDatabase,
  config: Config,
  chosen: readonly ConfiguredSource[],
  options: CrawlStageOptions,
): CommonOptions {
  const { clock, limit, deadline, signal, onProgress, readSecret } = options
  const client = new HttpClient({
    version: packageVersion(),
    contact: contactOf(config, chosen),
    clock,
    allowedHosts: config.allowHosts,
  })
  return {
    sources: chosen.map((source) => toCrawl(source, config, limit)),
    clock,
    client,
    hostClock: new SqliteHostClock(database, config.delayMs === null ? {} : { delayMs: config.delayMs }),
    hostFiles: new SqliteHostFileCache(database),
    readSecret,
    chromium: () => ensureChromium(options.say),
    ...(deadline === undefined ? {} : { deadline }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  }
}

function chooseSources(config: Config, only: readonly string[] | undefined): readonly ConfiguredSource[] {
  if (config.sources.length === 0) {
    const where = config.file === null ? 'No configuration was given' : `${config.file} names no source`
    throw new UserError(`${where}: nothing to crawl. Name one with --config, e.g. a copy of config/france.yaml.`)
  }
  if (only === undefined) return config.sources
  return only.map((id) => {
    const source = config.sources.find((each) => each.id === id)
    if (source !== undefined) return source
    const known = config.sources.map((each) => each.id)
    const near = nearest(id, known)
    throw new UserError(
      `The configuration has no source ${id}.${near === null ? ` It has: ${known.join(', ')}.` : ` Did you mean ${near}?`}`,
    )
  })
}

function contactOf(config: Config, chosen: readonly ConfiguredSource[]): string {
  if (config.contact !== null) return config.contact
  const outside = chosen.find(({ url }) => url === null || !isLoopbackAuthority(new URL(url).host))
  if (outside === undefined) return 'local'
  throw new UserError(
    `Source ${outside.id} lies outside this machine, and the configuration gives no \`contact\`. Add \`contact: https://…\` (a page or address where a site owner reaches you): it goes into the User-Agent.`,
  )
}

function toRecord({ id, use }: ConfiguredSource): SourceRecord {
  const { sheet } = typeOf(use)
  const { kind, homePage, terms, permission, keeps } = sheet
  // Several places may use one type: the operator's own name for the place comes first.
  const name = id === use ? sheet.name : `${id} (${sheet.name})`
  return { sourceId: id, sourceType: use, name, kind, homePage, terms, permission, keeps }
}

function toCrawl(source: ConfiguredSource, config: Config, limit: number | undefined): SourceToCrawl {
  const { id, use, url, extra } = source
  return {
    type: typeOf(use),
    options: { id, url, extra },
    delayMs: source.delayMs ?? config.delayMs,
    ...(limit === undefined ? {} : { limit }),
  }
}

function typeOf(use: string) {
  const type = findSource(use)
  if (type === undefined) throw new TypeError(`readConfig let an unknown source type through: ${use}`)
  return type
}
