import { describe, expect, it } from 'vitest'
import { pruneSamples } from '../../../src/store/snapshots/prune-samples.ts'
import { marketDatabase } from '../../report/market-database.ts'

describe('pruneSamples', () => {
  it('keeps the vacancies of the three snapshots made last and of the last of each month, and all verdicts', () => {
    const database = marketDatabase()
    const days = ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-01-2', '2026-02-27', '2026-03-01', '2026-03-02']
    database.exec("INSERT INTO claim VALUES ('T', 'T', 'fr', 'en', '{}')")
    for (const day of [...days, '2026-03-03', '2026-01-15']) {
      database.prepare("INSERT INTO snapshot VALUES (?, ?, NULL, '{}')").run(day, day.slice(0, 10))
      database
        .prepare("INSERT INTO verdict VALUES (?, 'T', 'supported', 1, 1, 1, 'count', 1, 1, 1, 1, 0, 0, '[]')")
        .run(day)
      database.prepare("INSERT INTO verdict_vacancy VALUES (?, 'T', 1, 'population', 1, 'employer:a')").run(day)
    }
    expect(pruneSamples(database)).toBe(4)
    expect(database.prepare('SELECT DISTINCT snapshot_id FROM verdict_vacancy ORDER BY 1').pluck().all()).toEqual([
      '2026-01-15',
      '2026-01-31',
      '2026-02-27',
      '2026-03-02',
      '2026-03-03',
    ])
    expect(database.prepare('SELECT COUNT(*) FROM verdict').pluck().get()).toBe(9)
    expect(pruneSamples(database)).toBe(0)
    database.close()
  })
})
