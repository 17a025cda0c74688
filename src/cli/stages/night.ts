import { join } from 'node:path'
import type { SteadyClock } from '../../domain/clock.ts'
import type { SourceRunSummary } from '../../domain/crawl.ts'
import type { Issue } from '../../domain/issue.ts'
import type { ReportModel } from '../../report/report-model.ts'
import { readLastTime } from '../../store/crawl/read-last-time.ts'
import { noteDrift, type SourceDrift } from '../../store/drift/note-drift.ts'
import type { VigieDatabase } from '../../store/open-database.ts'
import { type PruneSummary, prune } from '../../store/privacy/prune.ts'
import type { Config } from '../config/config.ts'
import { crawlExitCode } from '../crawl-summary.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { NightClock } from '../night-clock.ts'
import type { RunLog } from '../run-log.ts'
import { type ClassifySummary, classifyStage } from './classify-stage.ts'
import type { CrawlStageSummary } from './crawl-stage.ts'
import { crawlWithProgress } from './crawl-with-progress.ts'
import { coverageOf, reportStage } from './report-stage.ts'
import { INDEX_BESIDE, writeIndex } from './write-report.ts'

/** How a night is done. */
export interface NightOptions {
  readonly kind: 'crawl' | 'demo'
  readonly clock: SteadyClock
  readonly lang: 'fr' | 'en'
  readonly quiet: boolean
  readonly log: RunLog
  /** Epoch milliseconds of this machine's clock after which nothing more is fetched. */
  readonly deadline?: number | undefined
  readonly readSecret: (name: string) => string | undefined
  /** Name of the snapshot of a day. */
  readonly nameSnapshot: (day: string) => string
}

/** What a night came to. */
export interface NightResult {
  readonly crawled: CrawlStageSummary
  readonly classified: ClassifySummary
  readonly drift: readonly SourceDrift[]
  readonly model: ReportModel
  /** Path of the page. */
  readonly html: string
  readonly pruned: PruneSummary
  /** What concerns the machine rather than a source. */
  readonly issues: readonly Issue[]
  readonly exitCode: ExitCode
}

/** The whole night on one database: crawl, classify, look for drift, report, prune. */
export async function night(database: VigieDatabase, config: Config, options: NightOptions): Promise<NightResult> {
  const { kind, log, deadline } = options
  // The demo's nights have dates of their own: none of them is later than the machine's.
  const lastKnown = kind === 'demo' ? null : readLastTime(database)
  const clock = new NightClock(options.clock, { lastKnown, until: deadline })
  try {
    const done = await nightBy(clock, database, config, options)
    const { issues } = clock
    return { ...done, issues, exitCode: nightExitCode(done.crawled.sources, issues) }
  } finally {
    // A night that ends with an error says so too.
    for (const { code, message } of clock.issues) log.event('issue', { code, message })
  }
}

async function nightBy(
  clock: NightClock,
  database: VigieDatabase,
  config: Config,
  { kind, lang, log, deadline, quiet, readSecret, nameSnapshot }: NightOptions,
): Promise<Omit<NightResult, 'issues' | 'exitCode'>> {
  const crawled = await crawlWithProgress(database, config, {
    ...{ kind, clock, quiet, readSecret, deadline },
    onBegin: (run) => log.event('crawl-begun', run),
  })
  for (const source of crawled.sources) log.event('source-ended', { ...source })
  const classified = classifyStage(database, { all: false, clock })
  log.event('classified', { ...classified })
  const drift = noteDrift(database, new Date(clock.now()).toISOString())
  for (const { sourceId, issue } of drift) log.event('drift', { sourceId, code: issue.code, message: issue.message })
  const snapshotId = nameSnapshot(crawled.day)
  const asked = { snapshotId, asOfDate: crawled.day, window: 365, coverage: coverageOf(config) }
  const { model, html } = reportStage(
    database,
    { ...asked, readerVersion: classified.version },
    { folder: join(config.reports, snapshotId), lang, index: INDEX_BESIDE },
  )
  log.event('reported', { snapshotId, html })
  const pruned = prune(database, { today: crawled.day })
  log.event('pruned', { ...pruned })
  // Last: a list that cannot be written must not keep texts in the database whose time is over.
  writeIndex(config.reports, lang)
  return { crawled, classified, drift, model, html, pruned }
}

/** An hour that came because the clock was set is not the one the operator meant to end at. */
function nightExitCode(sources: readonly SourceRunSummary[], issues: readonly Issue[]): ExitCode {
  const exitCode = crawlExitCode(sources)
  const isCapped = sources.some(({ outcome }) => outcome === 'capped')
  return exitCode === EXIT.ok && isCapped && issues.length > 0 ? EXIT.partial : exitCode
}
