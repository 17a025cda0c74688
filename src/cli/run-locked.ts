import type { Config } from './config/config.ts'
import { environmentSecret } from './environment-secret.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openStore } from './open-store.ts'
import { pingDeadMan } from './ping-dead-man.ts'
import { freeSnapshotId } from './report.ts'
import type { RunLog } from './run-log.ts'
import { sayJson } from './say.ts'
import { nightSummary, sayNight } from './say-night.ts'
import { night } from './stages/night.ts'
import { systemClock } from './system-clock.ts'
import { writeSummary } from './write-summary.ts'

/** Options of `vigie run`. */
export interface RunOptions extends GlobalOptions {
  readonly lang?: 'fr' | 'en'
  /** `HH:MM` of this machine's clock. */
  readonly until?: string
  readonly log?: 'human' | 'json'
}

/** What a run was begun with. */
export interface RunContext {
  readonly options: RunOptions
  readonly log: RunLog
  /** Epoch milliseconds of this machine's clock. */
  readonly deadline: number | undefined
}

/** The night of `vigie run`, done by whoever holds the lock of the database. */
export async function runLocked(config: Config, { options, log, deadline }: RunContext): Promise<ExitCode> {
  const database = openStore(config.database)
  try {
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
  } finally {
    database.close()
  }
}
