import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { whyUnwritable } from '../domain/file-fault.ts'
import { findChromium } from '../scrapers/http/find-chromium.ts'
import { findSource } from '../scrapers/registry.ts'
import { readSourceStatus, type SourceStatus } from '../store/crawl/source-status.ts'
import { DatabaseUnusableError } from '../store/database-unusable-error.ts'
import { checkDatabase } from '../store/integrity/check-database.ts'
import { isFolder, nearestFolder } from '../store/make-folder.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import { takeRunLock } from '../store/run-lock.ts'
import type { Config } from './config/config.ts'
import { readConfig } from './config/read-config.ts'
import { CHROMIUM_CURE } from './ensure-chromium.ts'
import { environmentSecret } from './environment-secret.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openForReading, openStore } from './open-store.ts'
import { counted, say, sayJson } from './say.ts'
import { dryRunStage } from './stages/crawl-stage.ts'
import { systemClock } from './system-clock.ts'

interface DoctorOptions extends GlobalOptions {
  readonly online?: boolean
}

/** One thing looked at; `advice` says what to do when it is not well. */
interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warning' | 'bad'
  readonly detail: string
}

const LEAST_FREE_BYTES = 1024 ** 3
const OLDEST_NODE = [20, 19] as const

/** `vigie doctor`: looks at everything a night needs and says what to do about what is missing. */
export async function runDoctor(options: DoctorOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const findings = [
    checkNode(),
    ok(
      'configuration',
      config.file === null ? 'none: built-in defaults' : `${config.file}, ${counted(config.sources.length, 'source')}`,
    ),
    ...checkCredentials(config),
    checkBrowser(config),
    checkDisk(config),
    ...checkStore(config),
    ...(options.online === true ? await checkOnline(config) : []),
  ]
  if (options.json === true) sayJson(findings)
  else {
    const width = Math.max(...findings.map(({ what }) => what.length))
    for (const { what, state, detail } of findings) say(`${MARK[state]} ${what.padEnd(width)}  ${detail}`)
  }
  return findings.some(({ state }) => state === 'bad') ? EXIT.partial : EXIT.ok
}

const MARK = { ok: '✓', warning: '!', bad: '✗' } as const

function ok(what: string, detail: string): Finding {
  return { what, state: 'ok', detail }
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (isNew) return ok('Node.js', process.versions.node)
  return {
    what: 'Node.js',
    state: 'bad',
    detail: `${process.versions.node} is too old: install ${OLDEST_NODE.join('.')} or newer`,
  }
}

function checkCredentials(config: Config): Finding[] {
  return config.sources.flatMap(({ id, use, url, extra }) => {
    const auth = findSource(use)?.auth?.({ id, url, extra }) ?? null
    if (auth === null) return []
    return [auth.clientIdEnv, auth.clientSecretEnv].map((name): Finding => {
      const what = `credential ${name}`
      if ((environmentSecret(name) ?? '') !== '') return ok(what, 'set')
      return { what, state: 'bad', detail: `not set: source ${id} cannot log in. Set it in the environment` }
    })
  })
}

function checkBrowser(config: Config): Finding {
  const path = findChromium()
  if (path !== null) return ok('browser', path)
  const isNeeded = config.sources.some(({ use }) => use === 'rendered-site')
  return { what: 'browser', state: isNeeded ? 'bad' : 'warning', detail: `none found: ${CHROMIUM_CURE}` }
}

function checkDisk(config: Config): Finding {
  const wanted = dirname(config.database)
  let folder: string
  try {
    folder = nearestFolder(wanted)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const why = `${wanted} cannot be written: ${whyUnwritable(error)}`
    return { what: 'disk', state: 'bad', detail: `${why}. Choose another place with --database` }
  }
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const detail = `${(free / 1024 ** 3).toFixed(1)} GiB free at ${folder}`
  if (free >= LEAST_FREE_BYTES) return ok('disk', detail)
  return { what: 'disk', state: 'warning', detail: `${detail}: a night may need more` }
}

function checkStore(config: Config): Finding[] {
  if (!existsSync(config.database)) return [ok('database', `${config.database} does not exist yet`)]
  let database: VigieDatabase
  try {
    database = openForReading(config.database)
  } catch (error) {
    // An older or damaged file is a finding like any other: the rest is looked at all the same.
    if (!(error instanceof DatabaseUnusableError)) throw error
    const finding: Finding = { what: 'database', state: 'bad', detail: error.message }
    // Looking at the lock makes its file, which has no place beside a folder.
    return isFolder(config.database) ? [finding] : [checkLock(config), finding]
  }
  try {
    const checks = checkDatabase(database).map(
      ({ name, problems }): Finding =>
        problems.length === 0
          ? ok(`database: ${name}`, 'well')
          : {
              what: `database: ${name}`,
              state: 'bad',
              detail: `${problems.join('; ')}. Restore a backup, or import again`,
            },
    )
    return [checkLock(config), ...checks, ...checkSources(config, readSourceStatus(database))]
  } finally {
    database.close()
  }
}

/** How each configured source ended its last run; imports have no night to fail. */
function checkSources(config: Config, known: readonly SourceStatus[]): Finding[] {
  return config.sources.map(({ id }): Finding => {
    const what = `source ${id}`
    const status = known.find(({ sourceId }) => sourceId === id)
    if (status === undefined || status.lastRunOn === null || status.lastOutcome === null)
      return ok(what, 'never run yet')
    const { lastRunOn, lastOutcome, lastExplanation, lastGoodRunOn, lastGoodPostings } = status
    if (lastOutcome === 'complete') return ok(what, `whole on ${lastRunOn}: ${counted(lastGoodPostings ?? 0, 'ad')}`)
    const since = lastGoodRunOn === null ? 'never whole yet' : `last whole on ${lastGoodRunOn}`
    const why = lastExplanation === null ? '' : ` (${lastExplanation})`
    return { what, state: 'warning', detail: `${lastOutcome} on ${lastRunOn}${why}; ${since}` }
  })
}

function checkLock(config: Config): Finding {
  const lock = takeRunLock(config.database)
  if ('heldBy' in lock) {
    return { what: 'lock', state: 'warning', detail: `a run is going on (process ${lock.heldBy ?? 'unknown'})` }
  }
  lock.release()
  return ok('lock', 'free')
}

async function checkOnline(config: Config): Promise<Finding[]> {
  if (config.sources.length === 0) return []
  const database = openStore(config.database)
  try {
    const { sources } = await dryRunStage(database, config, {
      ...{ kind: 'crawl', clock: systemClock, limit: 1, readSecret: environmentSecret, say: () => {} },
    })
    return sources.map(({ sourceId, outcome, postingsFound, explanation }): Finding => {
      const what = `online: ${sourceId}`
      if (postingsFound > 0) return ok(what, 'answers, and an ad could be read')
      return { what, state: 'bad', detail: explanation ?? `ended ${outcome} without an ad` }
    })
  } finally {
    database.close()
  }
}
