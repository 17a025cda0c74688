import { accessSync, constants, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isoDay } from '../domain/clock.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import type { Config } from './config/config.ts'
import { readConfig } from './config/read-config.ts'
import { environmentSecret } from './environment-secret.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openStore } from './open-store.ts'
import { pingDeadMan } from './ping-dead-man.ts'
import { freeSnapshotId } from './report.ts'
import { exitCodeOf } from './report-failure.ts'
import { jsonLog, type RunLog, silentLog } from './run-log.ts'
import { sayJson } from './say.ts'
import { nightSummary, sayNight } from './say-night.ts'
import { night } from './stages/night.ts'
import { systemClock } from './system-clock.ts'
import { nextTimeOfDay } from './time-of-day.ts'
import { UserError } from './user-error.ts'
import { withRunLock } from './with-run-lock.ts'

interface RunOptions extends GlobalOptions {
  readonly lang?: 'fr' | 'en'
  /** `HH:MM` of this machine's clock. */
  readonly until?: string
  readonly log?: 'human' | 'json'
}

/** Name of the file in the folder of reports that says how the last run ended. */
const SUMMARY_FILE = 'summary.json'

/** `vigie run`: the whole night, from the crawl to the report; an interrupted one is taken up again. */
export async function runNight(options: RunOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const log = options.log === 'json' ? jsonLog : silentLog
  const deadline = options.until === undefined ? undefined : nextTimeOfDay(options.until, systemClock.now())
  requireWritable(config.reports)
  try {
    return await onDatabase(config, (database) => runLocked(database, config, { options, log, deadline }))
  } catch (error) {
    noteFailure(config, log, error)
    throw error
  }
}

async function onDatabase(config: Config, work: (database: VigieDatabase) => Promise<ExitCode>): Promise<ExitCode> {
  const database = openStore(config.database)
  try {
    return await withRunLock(config.database, () => work(database))
  } finally {
    database.close()
  }
}

/** Said before a night of crawling, not after it. */
function requireWritable(reports: string): void {
  try {
    mkdirSync(reports, { recursive: true })
    accessSync(reports, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(
      `Cannot write the reports to ${reports}: ${why}. Give \`reports\` a writable folder in the configuration.`,
      { cause: error },
    )
  }
}

interface Context {
  readonly options: RunOptions
  readonly log: RunLog
  readonly deadline: number | undefined
}

async function runLocked(
  database: VigieDatabase,
  config: Config,
  { options, log, deadline }: Context,
): Promise<ExitCode> {
  log.event('run-started', { database: config.database, sources: config.sources.map(({ id }) => id) })
  const result = await night(database, config, {
    ...{ kind: 'crawl', clock: systemClock, log, deadline, readSecret: environmentSecret },
    lang: options.lang ?? config.language,
    quiet: options.quiet === true || options.log === 'json',
    nameSnapshot: (day) => freeSnapshotId(database, day, config.reports),
  })
  const summary = nightSummary(result)
  writeSummary(config, summary)
  log.event('run-ended', { exitCode: result.exitCode })
  if (options.json === true) sayJson(summary)
  else sayNight(result)
  // Only a night without a fault is announced: silence is what rings the bell.
  if (config.ping !== null && result.exitCode === EXIT.ok) await pingDeadMan(config.ping)
  return result.exitCode
}

/** A run that ends with an error says so where its summary would stand; one that was turned away leaves the other's. */
function noteFailure(config: Config, log: RunLog, error: unknown): void {
  const exitCode = exitCodeOf(error)
  if (exitCode === EXIT.alreadyRunning) return
  const failure = error instanceof Error ? error.message : String(error)
  log.event('run-failed', { exitCode, failure })
  try {
    writeSummary(config, { day: isoDay(systemClock.now()), exitCode, failure })
  } catch {
    // The disk that kept the run from ending may keep this from being written too; stderr says it in any case.
  }
}

function writeSummary(config: Config, summary: object): void {
  mkdirSync(config.reports, { recursive: true })
  const path = join(config.reports, SUMMARY_FILE)
  const fresh = `${path}.new`
  writeFileSync(fresh, `${JSON.stringify(summary, null, 2)}\n`)
  renameSync(fresh, path)
}
