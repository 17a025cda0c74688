import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDatabase } from '../../src/store/integrity/check-database.ts'
import { openDatabase, type VigieDatabase } from '../../src/store/open-database.ts'
import { seededRandom } from './sample-market.ts'
import { migrationsFolder, temporaryPath } from './temporary-database.ts'
import { writeNight } from './write-night.ts'

const SCRIPT = join(import.meta.dirname, 'killed-writer.ts')
const SEEDS = 50
/** Steps a whole run tells of: 24 pages, 6 times 20 readings, signatures, vacancies. */
const STEPS = 32

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  readonly steps: number
}

/** Starts the writer, at its own pace or in step with who tells it to go on. */
function start(path: string, seed: number, pace: 'free' | 'in-step'): ChildProcess {
  return fork(SCRIPT, [path, String(seed), pace], { execArgv: ['--import', 'tsx'], stdio: 'ignore' })
}

/** Waits for the end of the writer; kills it a moment after the given step, unless that is null. */
function ended(child: ChildProcess, kill: { readonly step: number; readonly afterMs: number } | null): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let steps = 0
    child.on('message', () => {
      steps++
      if (kill !== null && steps === kill.step) setTimeout(() => child.kill('SIGKILL'), kill.afterMs)
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve({ code, signal, steps }))
  })
}

/** What must hold of every state a reader may see, also of what a killed writer left. */
function expectSound(database: VigieDatabase, when: string): void {
  const problems = checkDatabase(database).flatMap((check) => check.problems)
  expect(problems, when).toEqual([])
  const [parsed, sighted] = database
    .prepare(`SELECT (SELECT COALESCE(SUM(out_count), 0) FROM accounting), (SELECT COUNT(*) FROM sighting)`)
    .raw()
    .get() as [number, number]
  expect(parsed, when).toBe(sighted)
}

async function killAndResume(seed: number): Promise<'killed' | 'too late'> {
  const random = seededRandom(seed)
  const path = temporaryPath()
  const kill = { step: 1 + Math.floor(random() * STEPS), afterMs: random() * 4 }
  const first = await ended(start(path, seed, 'free'), kill)
  const left = openDatabase({ path, migrationsFolder })
  expectSound(left, `seed ${seed} after the kill at step ${kill.step}`)
  left.close()
  await writeNight(path, seed, () => {})
  const database = openDatabase({ path, migrationsFolder })
  expectSound(database, `seed ${seed} resumed`)
  const counts = database
    .prepare(`SELECT (SELECT COUNT(*) FROM capture), (SELECT COUNT(*) FROM posting), (SELECT COUNT(*) FROM posting_text),
      (SELECT COUNT(*) FROM sighting), (SELECT COUNT(*) FROM posting_reading), (SELECT COUNT(*) FROM vacancy_posting),
      (SELECT in_count FROM accounting), (SELECT COUNT(*) FROM frontier_request WHERE state <> 'done'), (SELECT COUNT(*) FROM run)`)
    .raw()
    .get()
  expect(counts, `seed ${seed}`).toEqual([24, 120, 120, 120, 120, 120, 144, 0, 1])
  database.close()
  return first.signal === 'SIGKILL' ? 'killed' : 'too late'
}

describe('kill -9 in the middle of writes', () => {
  it(`leaves a sound file that the next run completes, ${SEEDS} times`, { timeout: 600_000 }, async () => {
    const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1)
    const ends: string[] = []
    const worker = async () => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) ends.push(await killAndResume(seed))
    }
    await Promise.all([worker(), worker()])
    expect(ends).toHaveLength(SEEDS)
    expect(ends.filter((how) => how === 'killed').length).toBeGreaterThan(SEEDS * 0.8)
  })
})

describe('readers beside a writer', () => {
  it('see whole states only, and are never kept waiting', { timeout: 120_000 }, async () => {
    const path = temporaryPath()
    openDatabase({ path, migrationsFolder }).close()
    // Step by step with the reader, or a fast writer would be through before it was looked at a second time.
    const writer = start(path, 1, 'in-step')
    const writing = ended(writer, null)
    let waiting = 0
    writer.on('message', () => {
      waiting++
    })
    let isWriting = true
    void writing.finally(() => {
      isWriting = false
    })
    const seen = new Set<number>()
    while (isWriting) {
      const reader = openDatabase({ path, migrationsFolder, readOnly: true })
      const state = reader.transaction(() => {
        expectSound(reader, 'beside a writer')
        return Number(reader.prepare('SELECT COUNT(*) FROM posting').pluck().get())
      })()
      seen.add(state)
      reader.close()
      // One word lets all go on that wait.
      if (waiting > 0) writer.send('go', () => {})
      waiting = 0
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect((await writing).code).toBe(0)
    expect(Math.max(...seen)).toBe(120)
    expect(seen.size).toBeGreaterThan(6)
  })
})
