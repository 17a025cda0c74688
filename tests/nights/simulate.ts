import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Database from 'better-sqlite3'
import { openStore } from '../../src/cli/open-store.ts'
import { keepNoted, silentLog } from '../../src/cli/run-log.ts'
import { nightSummary } from '../../src/cli/say-night.ts'
import type { NightResult } from '../../src/cli/stages/night.ts'
import { UserError } from '../../src/cli/user-error.ts'
import { withRunLock } from '../../src/cli/with-run-lock.ts'
import { checkDatabase } from '../../src/store/integrity/check-database.ts'
import type { VigieDatabase } from '../../src/store/open-database.ts'
import { countAlarms, nameFaults } from './expectations.ts'
import { FastClock } from './fast-clock.ts'
import { MarketStand } from './market-stand.ts'
import { configFor, RATE, runOneNight } from './night-run.ts'
import { Oracle } from './oracle.ts'
import { drawPlan, type Fault, type PlannedNight } from './plan.ts'

/** What thirty nights came to. */
export interface Simulation {
  readonly seed: number
  readonly nights: number
  /** Differences from the plan, one line each. */
  readonly wrong: readonly string[]
  /** Faults that no summary named. */
  readonly unnamed: readonly string[]
  /** Alarms about a source that nothing had happened to. */
  readonly falseAlarms: readonly string[]
  /** Problems of the file at the end. */
  readonly problems: readonly string[]
  readonly faults: number
  readonly sightings: number
  readonly postings: number
  /** Bytes of heap in use after a collection: after the tenth night, and the most after one of the last three. */
  readonly heapAfterTen: number
  readonly heapAtEnd: number
  readonly seconds: number
}

/** What was said on one night, by the runs themselves or by the message they ended with. */
export interface Said {
  readonly results: readonly NightResult[]
  readonly messages: readonly string[]
}

const HOUR_MS = 3_600_000
const LATER_MS = 3 * HOUR_MS
const UNLIMITED_PAGES = 1_073_741_823
const CHILD = join(import.meta.dirname, 'night-child.ts')

/** Runs `nights` planned nights of one seed through the real stages and checks each against the plan. */
export async function simulate(
  seed: number,
  nights = 30,
  tell: (line: string) => void = () => {},
): Promise<Simulation> {
  const started = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'vigie-nights-'))
  const stand = new MarketStand()
  await stand.open()
  const database = openStore(join(folder, 'vigie.sqlite'))
  try {
    const run = new Thirty(database, stand, folder)
    for (const night of drawPlan(seed).slice(0, nights)) {
      const before = performance.now()
      await run.live(night)
      const kinds = night.faults.map((fault) => ('board' in fault ? `${fault.kind} ${fault.board}` : fault.kind))
      tell(
        `night ${night.index} ${night.day} ${((performance.now() - before) / 1_000).toFixed(1)} s: ${kinds.join(', ')}`,
      )
    }
    return { seed, nights, ...run.result(), seconds: (performance.now() - started) / 1_000 }
  } finally {
    database.close()
    await stand.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

class Thirty {
  readonly #database: VigieDatabase
  readonly #stand: MarketStand
  readonly #folder: string
  readonly #oracle: Oracle
  readonly #wrong: string[] = []
  readonly #unnamed: string[] = []
  readonly #falseAlarms: string[] = []
  readonly #heaps: number[] = []
  #faults = 0

  constructor(database: VigieDatabase, stand: MarketStand, folder: string) {
    this.#database = database
    this.#stand = stand
    this.#folder = folder
    this.#oracle = new Oracle(database)
  }

  async live(night: PlannedNight): Promise<void> {
    await this.#stand.show(night)
    const said = await this.#runWithFaults(night)
    this.#wrong.push(...this.#oracle.check(night))
    this.#faults += night.faults.length
    const summaries = said.results.map((result) => JSON.stringify(nightSummary(result)))
    this.#unnamed.push(...nameFaults(night, [...summaries, ...said.messages]))
    this.#falseAlarms.push(...countAlarms(night, said.results))
    this.#heaps.push(heapAfterCollection())
  }

  result(): Omit<Simulation, 'seed' | 'nights' | 'seconds'> {
    const count = (sql: string) => Number(this.#database.prepare(sql).pluck().get())
    const problems = checkDatabase(this.#database).flatMap(({ name, problems: lines }) =>
      lines.map((line) => `${name}: ${line}`),
    )
    return {
      wrong: this.#wrong,
      unnamed: this.#unnamed,
      falseAlarms: this.#falseAlarms,
      problems,
      faults: this.#faults,
      sightings: count('SELECT COUNT(*) FROM sighting'),
      postings: count('SELECT COUNT(*) FROM posting'),
      heapAfterTen: this.#heaps[9] ?? 0,
      heapAtEnd: Math.max(...this.#heaps.slice(-3)),
    }
  }

  /** The night's run, and the runs that its faults call for: the same command again. */
  async #runWithFaults(night: PlannedNight): Promise<Said> {
    const results: NightResult[] = []
    const messages: string[] = []
    const clock = new FastClock(night.startsAt, RATE)
    let reader: Database.Database | null = null
    const over: Fault[] = []
    let [again, ahead] = [0, 0]
    // First of all: what befalls the machine in the requests of a night befalls those of the run that goes on.
    for (const fault of night.faults) {
      if (fault.kind !== 'kill') continue
      await this.#killOne(night, fault.afterRequests)
      clock.pass(10 * 60_000)
      await this.#stand.show(night)
    }
    for (const fault of night.faults) {
      switch (fault.kind) {
        case 'disk-full':
          this.#setRoom(fault.pages)
          again += 1
          over.push(fault)
          break
        case 'throttled':
          again += 1
          over.push(fault)
          break
        case 'daylight-saving':
          again += 1
          break
        case 'clock-ahead':
          clock.shift(fault.hours * HOUR_MS)
          ahead += fault.hours
          again += 1
          break
        case 'clock-jump':
          this.#stand.onRequest(10, () => clock.shift(fault.hours * HOUR_MS))
          this.#stand.onRequest(20, () => clock.shift(-fault.hours * HOUR_MS))
          break
        case 'two-runs':
          this.#stand.onRequest(5, () => void this.#runBeside(night, messages))
          break
        case 'reader':
          reader = new Database(join(this.#folder, 'vigie.sqlite'), { readonly: true })
          reader.exec('BEGIN')
          reader.prepare('SELECT COUNT(*) FROM posting').get()
          break
      }
    }
    await this.#runOnce(night, clock, { results, messages })
    for (; again > 0; again -= 1) {
      this.#setRoom(null)
      clock.shift(-ahead * HOUR_MS)
      ahead = 0
      clock.pass(night.faults.some(({ kind }) => kind === 'throttled') ? LATER_MS : HOUR_MS)
      await this.#stand.show(night, over)
      await this.#runOnce(night, clock, { results, messages })
    }
    reader?.close()
    return { results, messages }
  }

  async #runOnce(
    night: PlannedNight,
    clock: FastClock,
    said: { readonly results: NightResult[]; readonly messages: string[] },
  ): Promise<void> {
    const { log, noted } = keepNoted(silentLog)
    try {
      said.results.push(await runOneNight(this.#database, this.#configOf(night), clock, log))
    } catch (error) {
      // What the summary of a run that failed holds.
      const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      said.messages.push(`${failure} ${JSON.stringify(noted())}`)
    }
  }

  /** A second run at the same time must be turned away, in words and with the code of the design. */
  async #runBeside(night: PlannedNight, messages: string[]): Promise<void> {
    try {
      await withRunLock(this.#configOf(night).database, async () => {
        this.#wrong.push(`night ${night.index}: a second run was let in`)
      })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      messages.push(`exit ${error.exitCode}: ${error.message}`)
    }
  }

  /** Another process does the night and is killed in the middle of it. */
  async #killOne(night: PlannedNight, afterRequests: number): Promise<void> {
    const boards = JSON.stringify(this.#hostsOf(night))
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, this.#folder, String(night.startsAt), boards], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let trouble = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      trouble += text
    })
    this.#stand.onRequest(afterRequests, () => child.kill('SIGKILL'))
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    if (signal !== 'SIGKILL') this.#wrong.push(`night ${night.index}: not killed, ended with ${code}: ${trouble}`)
  }

  #setRoom(pages: number | null): void {
    // Room that earlier nights left inside the file would be filled first.
    if (pages !== null) this.#database.exec('VACUUM')
    const used = Number(this.#database.pragma('page_count', { simple: true }))
    this.#database.pragma(`max_page_count = ${pages === null ? UNLIMITED_PAGES : used + pages}`)
  }

  #configOf(night: PlannedNight) {
    return configFor(this.#folder, this.#hostsOf(night))
  }

  #hostsOf(night: PlannedNight): Readonly<Record<string, string>> {
    return Object.fromEntries(night.boards.map((id) => [id, this.#stand.hostOf(id)]))
  }
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
