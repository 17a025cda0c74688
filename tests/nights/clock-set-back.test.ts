import { describe, expect, it } from 'vitest'
import { WatchedClock } from '../../src/cli/watched-clock.ts'
import { readLastTime } from '../../src/store/crawl/read-last-time.ts'
import { RunLedger } from '../../src/store/crawl/run-ledger.ts'
import { SqliteHostClock } from '../../src/store/crawl/sqlite-host-clock.ts'
import { memoryDatabase } from '../scrapers/http/test-crawl.ts'
import { FastClock } from './fast-clock.ts'

const HOUR_MS = 3_600_000

describe('a clock that is set back', () => {
  it('is noticed within a run, by how much', () => {
    const clock = new FastClock(Date.parse('2026-11-20T01:00:00Z'), 1)
    const watched = new WatchedClock(clock, null)
    watched.now()
    clock.shift(HOUR_MS)
    watched.now()
    expect(watched.issues).toEqual([])
    clock.shift(-HOUR_MS)
    watched.now()
    expect(watched.issues).toMatchObject([{ code: 'clock-set-back', message: expect.stringContaining('60 minutes') }])
  })

  it('is noticed between two runs', () => {
    const database = memoryDatabase()
    expect(readLastTime(database)).toBeNull()
    const ledger = new RunLedger(database)
    const noon = Date.parse('2026-11-20T12:00:00Z')
    const runId = ledger.startRun({ kind: 'crawl', seenOnDate: '2026-11-20', startedAt: noon, version: 'test' })
    expect(readLastTime(database)).toBe(noon)
    ledger.finishRun(runId, noon + HOUR_MS)
    expect(readLastTime(database)).toBe(noon + HOUR_MS)
    const watched = new WatchedClock(new FastClock(noon, 1), readLastTime(database))
    watched.now()
    expect(watched.issues).toHaveLength(1)
  })

  it('does not make a host wait for the hour that was shown before', () => {
    const clock = new SqliteHostClock(memoryDatabase())
    const now = Date.parse('2026-11-20T01:00:00Z')
    expect(clock.reserve('h', now + 10 * HOUR_MS)).toBe(now + 10 * HOUR_MS)
    expect(clock.reserve('h', now)).toBe(now + 2_000)
    expect(clock.reserve('h', now)).toBe(now + 4_000)
  })

  it('still lets a host have the pause it asked for', () => {
    const clock = new SqliteHostClock(memoryDatabase())
    const now = Date.parse('2026-11-20T01:00:00Z')
    clock.pause('h', now + 12 * HOUR_MS)
    expect(clock.reserve('h', now)).toBe(now + 12 * HOUR_MS)
    expect(clock.reserve('h', now)).toBe(now + 12 * HOUR_MS + 2_000)
  })
})
