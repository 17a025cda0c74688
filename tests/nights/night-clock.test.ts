import { describe, expect, it } from 'vitest'
import { crawlExitCode } from '../../src/cli/crawl-summary.ts'
import { EXIT } from '../../src/cli/exit-code.ts'
import { NightClock } from '../../src/cli/night-clock.ts'
import { readLastTime } from '../../src/store/crawl/read-last-time.ts'
import { RunLedger } from '../../src/store/crawl/run-ledger.ts'
import { setTimesBack } from '../../src/store/crawl/set-times-back.ts'
import { SqliteHostClock } from '../../src/store/crawl/sqlite-host-clock.ts'
import { useServers } from '../scrapers/http/servers.ts'
import { configured, memoryDatabase, testCrawl } from '../scrapers/http/test-crawl.ts'
import { toySource } from '../scrapers/http/toy-source.ts'
import { FastClock } from './fast-clock.ts'

const HOUR_MS = 3_600_000
const ONE_O_CLOCK = Date.parse('2026-11-20T01:00:00Z')
const serve = useServers()

/** A machine at one o'clock and the clock of the night that begins on it. */
function beginNight(until?: number) {
  const machine = new FastClock(ONE_O_CLOCK, 1)
  return { machine, night: new NightClock(machine, { lastKnown: null, until }) }
}

/** Hours of the night since one o'clock. */
const hours = (night: NightClock) => (night.now() - ONE_O_CLOCK) / HOUR_MS

describe('the clock of a night', () => {
  it.each([1, -1, 14, -14, 8_760, -8_760])('goes on at its pace when the machine’s is set by %d hours', (by) => {
    const { machine, night } = beginNight()
    machine.pass(HOUR_MS)
    expect(hours(night)).toBeCloseTo(1, 2)
    machine.shift(by * HOUR_MS)
    expect(hours(night)).toBeCloseTo(1, 2)
    machine.pass(HOUR_MS)
    expect(hours(night)).toBeCloseTo(2, 2)
    expect(night.issues).toMatchObject([
      {
        code: by > 0 ? 'clock-set-forward' : 'clock-set-back',
        message: expect.stringContaining(`${Math.abs(by) * 60} minutes`),
      },
    ])
  })

  it('says nothing of a clock that goes on, however long nobody looks', () => {
    const { machine, night } = beginNight()
    machine.pass(10 * HOUR_MS)
    expect(hours(night)).toBeCloseTo(10, 2)
    expect(night.issues).toEqual([])
  })

  it('comes to the hour to end at when the machine shows it', () => {
    const { machine, night } = beginNight(ONE_O_CLOCK + 5 * HOUR_MS)
    machine.pass(4 * HOUR_MS)
    expect(hours(night)).toBeCloseTo(4, 2)
    // The machine slept for an hour: its steady clock knows nothing of that.
    machine.shift(1.5 * HOUR_MS)
    expect(hours(night)).toBeCloseTo(5, 2)
    machine.pass(HOUR_MS)
    expect(hours(night)).toBeCloseTo(6, 2)
    expect(night.issues.map(({ code }) => code)).toEqual(['clock-set-forward'])
  })

  it('comes to it after as much time when the machine’s clock was set back', () => {
    const { machine, night } = beginNight(ONE_O_CLOCK + 5 * HOUR_MS)
    machine.shift(-20 * HOUR_MS)
    machine.pass(5 * HOUR_MS)
    expect(hours(night)).toBeCloseTo(5, 2)
  })

  it('knows of a clock that was set back between two runs', () => {
    const database = memoryDatabase()
    expect(readLastTime(database)).toBeNull()
    const ledger = new RunLedger(database)
    const runId = ledger.startRun({ kind: 'crawl', seenOnDate: '2026-11-20', startedAt: ONE_O_CLOCK, version: 'test' })
    expect(readLastTime(database)).toBe(ONE_O_CLOCK)
    ledger.finishRun(runId, ONE_O_CLOCK + HOUR_MS)
    expect(readLastTime(database)).toBe(ONE_O_CLOCK + HOUR_MS)
    const night = new NightClock(new FastClock(ONE_O_CLOCK, 1), { lastKnown: readLastTime(database) })
    expect(night.issues).toMatchObject([{ code: 'clock-set-back', message: expect.stringContaining('60 minutes') }])
  })
})

describe('a crawl during which the clock is set', () => {
  it.each([14, -14, 60, -60, 8_760, -8_760])('by %d hours loses no page and no time', async (by) => {
    const machine = new FastClock(ONE_O_CLOCK, 400)
    let answers = 0
    const server = await serve(({ path }, response) => {
      answers += 1
      if (answers === 3) machine.shift(by * HOUR_MS)
      if (answers === 6) machine.shift(-by * HOUR_MS)
      // A page that fails once waits for its next try over the jump.
      if (answers === 4) response.statusCode = 500
      response.end(path === '/' ? 'page /1\npage /2\npage /3\npage /4\npage /5\npage /6' : `ad ${path}`)
    })
    const clock = new NightClock(machine, { lastKnown: null })
    const sources = [configured('a', toySource(), `${server.origin}/`, { delayMs: 2_000 })]
    const { summaries } = await testCrawl({ sources, clock })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 6 }])
    expect(hours(clock), 'no wait for the hour that was shown').toBeLessThan(1)
    expect(clock.issues).toHaveLength(2)
  })
})

describe('hours written before the clock was set back', () => {
  it('do not make a host wait for the slot that was shown before', () => {
    const clock = new SqliteHostClock(memoryDatabase())
    expect(clock.reserve('h', ONE_O_CLOCK + 10 * HOUR_MS)).toBe(ONE_O_CLOCK + 10 * HOUR_MS)
    expect(clock.reserve('h', ONE_O_CLOCK)).toBe(ONE_O_CLOCK + 2_000)
    expect(clock.reserve('h', ONE_O_CLOCK)).toBe(ONE_O_CLOCK + 4_000)
  })

  it('still let a host have the pause it asked for, of the length it asked for', () => {
    const database = memoryDatabase()
    const clock = new SqliteHostClock(database)
    clock.pause('h', ONE_O_CLOCK + 12 * HOUR_MS)
    expect(clock.reserve('h', ONE_O_CLOCK)).toBe(ONE_O_CLOCK + 12 * HOUR_MS)
    setTimesBack(database, 11 * HOUR_MS, ONE_O_CLOCK)
    expect(clock.reserve('h', ONE_O_CLOCK)).toBe(ONE_O_CLOCK + HOUR_MS + 2_000)
    setTimesBack(database, 30 * HOUR_MS, ONE_O_CLOCK)
    expect(clock.reserve('h', ONE_O_CLOCK)).toBe(ONE_O_CLOCK)
  })
})

describe('a clock that was set back', () => {
  const start = (ledger: RunLedger, startedAt: number) =>
    ledger.startRun({ kind: 'crawl', seenOnDate: '2026-11-20', startedAt, version: 'test' })

  it('is known about once the next run has begun: pauses asked for since are not cut short', () => {
    const database = memoryDatabase()
    const ledger = new RunLedger(database)
    ledger.finishRun(start(ledger, ONE_O_CLOCK + HOUR_MS), ONE_O_CLOCK + 2 * HOUR_MS)
    expect(readLastTime(database)).toBe(ONE_O_CLOCK + 2 * HOUR_MS)
    ledger.finishRun(start(ledger, ONE_O_CLOCK), ONE_O_CLOCK + 60_000)
    expect(readLastTime(database)).toBe(ONE_O_CLOCK + 60_000)
  })

  it('moves the beginning of a run that is still open, so that taking it up moves nothing again', () => {
    const database = memoryDatabase()
    start(new RunLedger(database), ONE_O_CLOCK + HOUR_MS)
    setTimesBack(database, HOUR_MS, ONE_O_CLOCK)
    expect(readLastTime(database)).toBe(ONE_O_CLOCK)
  })
})

describe('the exit code of a capped source', () => {
  it.each([
    ['limit-reached', 1, EXIT.ok],
    ['deadline-reached', 1, EXIT.ok],
    ['deadline-reached', 0, EXIT.nothing],
    ['budget-exhausted', 1, EXIT.partial],
    ['budget-exhausted', 0, EXIT.nothing],
  ] as const)('with %s after %d ads is %d', (code, postingsFound, exit) => {
    const figures = { pages: 1, bytes: 1, postingsFound, postingsNew: 1, accounting: [], explanation: 'Said.' }
    const capped = { sourceId: 'a', outcome: 'capped', ...figures, issues: { [code]: 1 } } as const
    const complete = { ...capped, sourceId: 'b', outcome: 'complete', issues: {} } as const
    expect(crawlExitCode([capped])).toBe(exit)
    expect(crawlExitCode([capped, complete])).toBe(exit === EXIT.ok ? EXIT.ok : EXIT.partial)
  })

  it('comes from what ended it', async () => {
    const server = await serve(({ path }, response) => response.end(`ad ${path}\nlist ${path}x`))
    const issuesOf = async (change: object, crawl: object = {}) => {
      const sources = [configured('a', toySource(), `${server.origin}/`, change)]
      const clock = new NightClock(new FastClock(ONE_O_CLOCK, 1), { lastKnown: null })
      const { summaries } = await testCrawl({ sources, crawl, clock })
      expect(summaries).toMatchObject([{ outcome: 'capped' }])
      return Object.keys(summaries[0]?.issues ?? {})
    }
    expect(await issuesOf({ limit: 3 })).toEqual(['limit-reached'])
    expect(await issuesOf({ budget: { maxPages: 3 } })).toEqual(['budget-exhausted'])
    expect(await issuesOf({ delayMs: 60_000, budget: { maxMs: 200_000 } })).toEqual(['budget-exhausted'])
    expect(await issuesOf({ delayMs: 60_000 }, { deadline: ONE_O_CLOCK + 200_000 })).toEqual(['deadline-reached'])
  })
})
