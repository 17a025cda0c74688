import { join } from 'node:path'
import type { Config } from '../../src/cli/config/config.ts'
import { freeSnapshotId } from '../../src/cli/report.ts'
import { type RunLog, silentLog } from '../../src/cli/run-log.ts'
import { type NightResult, night } from '../../src/cli/stages/night.ts'
import { withRunLock } from '../../src/cli/with-run-lock.ts'
import type { SteadyClock } from '../../src/domain/clock.ts'
import type { VigieDatabase } from '../../src/store/open-database.ts'
import { readMarketSecret } from './market-stand.ts'
import { ROME_CODES } from './plan.ts'

/** Times faster than the machine's clock. */
export const RATE = 400

/** The configuration of a simulated night: the demo's boards under addresses of their own. */
export function configFor(folder: string, boards: Readonly<Record<string, string>>): Config {
  const source = (id: string, use: string, path: string, extra: Config['sources'][number]['extra'] = {}) =>
    boards[id] === undefined ? [] : [{ id, use, url: `http://${boards[id]}${path}`, delayMs: null, extra }]
  return {
    file: null,
    database: join(folder, 'vigie.sqlite'),
    reports: join(folder, 'reports'),
    contact: null,
    delayMs: 2_000,
    coverage: 0.5,
    language: 'fr',
    ping: null,
    allowHosts: Object.values(boards),
    sources: [
      ...source('agence-publique', 'france-travail', '/', {
        keywords: ['community manager', 'social media', 'réseaux sociaux'],
        rome: ROME_CODES,
      }),
      ...source('ats-board', 'greenhouse', '/', { board: 'marche-fictif' }),
      ...source('carrieres', 'career-site', '/'),
      ...source('flux', 'feed', '/flux.xml'),
      ...source('vitrine', 'rendered-site', '/'),
    ],
  }
}

/** One night, done as `vigie run` does it. */
export function runOneNight(
  database: VigieDatabase,
  config: Config,
  clock: SteadyClock,
  log: RunLog = silentLog,
): Promise<NightResult> {
  return withRunLock(config.database, () =>
    night(database, config, {
      ...{ kind: 'crawl', clock, lang: 'fr', quiet: true, log, readSecret: readMarketSecret },
      nameSnapshot: (day) => freeSnapshotId(database, day, config.reports),
    }),
  )
}
