import type { SourceRunSummary } from '../domain/crawl.ts'
import type { DryRunFinds } from '../scrapers/dry-run.ts'
import { readLastTime } from '../store/crawl/read-last-time.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import type { Config } from './config/config.ts'
import { readConfig } from './config/read-config.ts'
import { crawlExitCode, saySources } from './crawl-summary.ts'
import { environmentSecret } from './environment-secret.ts'
import type { ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { NightClock } from './night-clock.ts'
import { openStore } from './open-store.ts'
import { say, sayJson } from './say.ts'
import { dryRunStage } from './stages/crawl-stage.ts'
import { crawlWithProgress } from './stages/crawl-with-progress.ts'
import { systemClock } from './system-clock.ts'
import { withRunLock } from './with-run-lock.ts'

interface CrawlCommandOptions extends GlobalOptions {
  readonly only?: readonly string[]
  readonly limit?: number
  readonly dryRun?: boolean
}

/** `vigie crawl`: fetches the ads of the configured sources; an interrupted run is taken up again. */
export async function runCrawl(options: CrawlCommandOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const database = openStore(config.database)
  try {
    return await withRunLock(config.database, () =>
      options.dryRun === true ? lookAtSources(database, config, options) : crawlSources(database, config, options),
    )
  } finally {
    database.close()
  }
}

async function crawlSources(database: VigieDatabase, config: Config, options: CrawlCommandOptions): Promise<ExitCode> {
  const { only, limit } = options
  const clock = new NightClock(systemClock, { lastKnown: readLastTime(database) })
  const summary = await crawlWithProgress(database, config, {
    ...{ kind: 'crawl', clock, only, limit, quiet: options.quiet === true, readSecret: environmentSecret },
  })
  const { issues } = clock
  if (options.json === true) sayJson({ ...summary, issues })
  else {
    if (summary.resumed) say('(taking up the interrupted run)')
    saySources(summary.sources)
    for (const { message } of issues) say(`machine  ${message}`)
  }
  return crawlExitCode(summary.sources)
}

async function lookAtSources(database: VigieDatabase, config: Config, options: CrawlCommandOptions): Promise<ExitCode> {
  const { only, limit } = options
  const { run, sources } = await dryRunStage(database, config, {
    ...{ kind: 'crawl', clock: systemClock, only, limit, readSecret: environmentSecret },
    say: (line) => process.stderr.write(`${line}\n`),
  })
  if (options.json === true) sayJson(sources.map((source) => ({ ...source, ...run.finds(source.sourceId) })))
  else {
    for (const source of sources) sayFinds(source, run.finds(source.sourceId))
    say('\nNothing was stored (--dry-run).')
    saySources(sources)
  }
  return crawlExitCode(sources)
}

const TEXT_CHARS = 200

function sayFinds({ sourceId }: SourceRunSummary, { postings, issues }: DryRunFinds): void {
  for (const posting of postings) {
    say(`\n${sourceId} ${posting.extId}`)
    for (const [field, value] of Object.entries(posting)) {
      if (field === 'extId' || value === null || value === '') continue
      const text = typeof value === 'string' ? value.replaceAll('\n', ' ⏎ ') : JSON.stringify(value)
      say(
        `  ${field.padEnd(18)} ${text.length > TEXT_CHARS ? `${text.slice(0, TEXT_CHARS)}… (${text.length} characters)` : text}`,
      )
    }
  }
  for (const { code, message, excerpt } of issues)
    say(`  issue ${code}: ${message}${excerpt === null ? '' : ` «${excerpt}»`}`)
}
