import { isoDay } from '../domain/clock.ts'
import type { Config } from './config/config.ts'
import { findDatabase } from './config/find-database.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { makeDatabaseFolder } from './open-store.ts'
import { exitCodeOf } from './report-failure.ts'
import { requireReportsFolder } from './require-writable.ts'
import type { RunOptions } from './run-locked.ts'
import { jsonLog, keepNoted, silentLog } from './run-log.ts'
import { systemClock } from './system-clock.ts'
import { nextTimeOfDay } from './time-of-day.ts'
import { turnAwayIfLocked, withRunLock } from './with-run-lock.ts'
import { writeSummary } from './write-summary.ts'

/**
 * `vigie run`: the whole night, from the crawl to the report; an interrupted one is taken up again. The lock is asked
 * for before the night's own code is loaded, so that a second run is turned away at once.
 */
export async function runNight(options: RunOptions): Promise<ExitCode> {
  const database = findDatabase(options)
  if (database !== null) turnAwayIfLocked(database)
  const { readConfig } = await import('./config/read-config.ts')
  const config = readConfig(options)
  const { log, noted } = keepNoted(options.log === 'json' ? jsonLog : silentLog)
  const deadline = options.until === undefined ? undefined : nextTimeOfDay(options.until, systemClock.now())
  requireReportsFolder(config.reports, 'the reports', 'Give `reports` a writable folder in the configuration.')
  try {
    makeDatabaseFolder(config.database)
    return await withRunLock(config.database, async () => {
      const { runLocked } = await import('./run-locked.ts')
      return runLocked(config, { options, log, deadline })
    })
  } catch (error) {
    noteFailure(config, { log, noted }, error)
    throw error
  }
}

/** A run that ends with an error says so where its summary would stand; one that was turned away leaves the other's. */
function noteFailure(config: Config, { log, noted }: ReturnType<typeof keepNoted>, error: unknown): void {
  const exitCode = exitCodeOf(error)
  if (exitCode === EXIT.alreadyRunning) return
  const failure = error instanceof Error ? error.message : String(error)
  log.event('run-failed', { exitCode, failure })
  try {
    writeSummary(config, { day: isoDay(systemClock.now()), exitCode, failure, ...noted() })
  } catch {
    // The disk that kept the run from ending may keep this from being written too; stderr says it in any case.
  }
}
