import { BOARD_IDS, type BoardId, DEMO_CREDENTIALS, type Night, nightDate } from '../../fixtures/market/market-facts.ts'
import { type Market, startMarket } from '../../fixtures/market/server/start-market.ts'
import { isLoopbackAuthority } from '../domain/authority.ts'
import type { SteadyClock } from '../domain/clock.ts'
import { countDemoRuns } from '../store/crawl/count-demo-runs.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import type { Config } from './config/config.ts'
import { readConfig } from './config/read-config.ts'
import type { ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openStore } from './open-store.ts'
import { shipped } from './package-root.ts'
import { refuseMixing } from './refuse-mixing.ts'
import { requireReportsFolder } from './require-writable.ts'
import { silentLog } from './run-log.ts'
import { say, sayJson } from './say.ts'
import { nightSummary, sayNight } from './say-night.ts'
import { night as doNight } from './stages/night.ts'
import { clockFrom } from './system-clock.ts'
import { UserError } from './user-error.ts'
import { withRunLock } from './with-run-lock.ts'

interface DemoOptions extends GlobalOptions {
  readonly lang?: 'fr' | 'en'
  readonly out?: string
}

const NIGHTS = 3
/** The crawl of a night begins at 01:00 UTC; a further run of the same night so much later, as a clock never goes back. */
const NIGHT_HOUR = 'T01:00:00Z'
const RERUN_AFTER_MS = 600_000

/** `vigie demo`: serves the next night of the sample market on this machine and does the whole job on it. */
export async function runDemo(options: DemoOptions): Promise<ExitCode> {
  const config = demoConfig(options)
  const reports = options.out ?? config.reports
  requireReportsFolder(reports, 'the reports', 'Choose another folder with --out.')
  const database = openStore(config.database)
  try {
    return await withRunLock(config.database, async () => {
      // Asked again when the crawl begins; here before a market is served and anything is said.
      refuseMixing(database, config.database, 'sample')
      const night = nextNight(database)
      const clock = nightClock(database, night)
      const market = await startMarket({ night })
      try {
        return await runNight(database, { ...config, reports }, market, { night, clock, options })
      } finally {
        await market.close()
      }
    })
  } finally {
    database.close()
  }
}

/** The configuration of the demo; one of the user's own may leave out the sources, and may name no others. */
function demoConfig(options: DemoOptions): Config {
  const own = readConfig({ ...options, config: shipped('config', 'demo.yaml') }, 'demo.yaml')
  if (options.config === undefined) return own
  const given = readConfig(options)
  for (const { id, url } of given.sources) {
    const board = own.sources.find((each) => each.id === id)?.url ?? null
    if (url !== null && board !== null && isSameServer(url, board)) continue
    const where = board === null ? '' : `; the board of this id is at ${board}`
    throw new UserError(
      `${options.config} names the source ${id}${url === null ? ' without `url`' : ` at ${url}`}, which is no board of the sample market${where}. The demo asks its own boards alone: leave out \`sources\` for it, or ask the real ones: vigie crawl --config ${options.config}.`,
    )
  }
  if (given.sources.length > 0) return given
  return { ...given, sources: own.sources, delayMs: given.delayMs ?? own.delayMs }
}

/** True for two addresses of one server on this machine, by whichever of its names. */
function isSameServer(given: string, own: string): boolean {
  const [one, other] = [new URL(given), new URL(own)]
  return isLoopbackAuthority(one.host) && one.protocol === other.protocol && one.port === other.port
}

interface NightContext {
  readonly night: Night
  readonly clock: SteadyClock
  readonly options: DemoOptions
}

async function runNight(
  database: VigieDatabase,
  config: Config,
  market: Market,
  { night, clock, options }: NightContext,
): Promise<ExitCode> {
  const json = options.json === true
  const isOver = night === NIGHTS && countDemoRuns(database, nightDate(night)).begunOnDay > 0
  const again = isOver ? ', once more as there is no further one' : ''
  if (!json)
    say(
      `vigie demo    night ${night} of ${NIGHTS} (${nightDate(night)})${again}, a sample market: not the job market\n`,
    )
  const result = await doNight(database, pointAt(config, market), {
    ...{ kind: 'demo', clock, log: silentLog, lang: options.lang ?? config.language, quiet: options.quiet === true },
    // The sample market's API asks for a login as the real one does; its credentials are public.
    readSecret: (name) => (name.endsWith('_ID') ? DEMO_CREDENTIALS.clientId : DEMO_CREDENTIALS.clientSecret),
    nameSnapshot: (day) => day,
  })
  if (json) sayJson({ night, ...nightSummary(result) })
  else sayNight(result)
  return result.exitCode
}

function nextNight(database: VigieDatabase): Night {
  const { completed } = countDemoRuns(database)
  return Math.min(completed + 1, NIGHTS) as Night
}

function nightClock(database: VigieDatabase, night: Night): SteadyClock {
  const day = nightDate(night)
  const { begunOnDay } = countDemoRuns(database, day)
  return clockFrom(Date.parse(`${day}${NIGHT_HOUR}`) + begunOnDay * RERUN_AFTER_MS)
}

/** The configuration with the addresses the boards really have: a busy port is replaced by a free one. */
function pointAt(config: Config, market: Market): Config {
  const origins = new Map(BOARD_IDS.map((id: BoardId) => [id as string, new URL(market.boards[id].origin)] as const))
  const sources = config.sources.map((source) => {
    const origin = origins.get(source.id)
    if (origin === undefined || source.url === null) return source
    const url = new URL(source.url)
    url.host = origin.host
    return { ...source, url: url.href }
  })
  return { ...config, sources, allowHosts: [...origins.values()].map(({ host }) => host) }
}
