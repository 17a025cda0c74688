import { describe, expect, it } from 'vitest'
import { type BuildReportOptions, buildReport } from '../../../src/report/build-report.ts'
import { toSnapshotRecord } from '../../../src/report/to-snapshot-record.ts'
import { storeSnapshot } from '../../../src/store/statistics/store-snapshot.ts'
import { addVacancies, type DrawnVacancy, marketDatabase } from '../market-database.ts'
import { readClaimFiles } from '../read-claim-files.ts'

const files = readClaimFiles()
const options: BuildReportOptions = {
  snapshotId: '2026-02-01',
  asOfDate: '2026-02-01',
  articles: files.map(({ article }) => article),
  claims: files.flatMap(({ claims }) => claims),
  accuracies: {},
  priceIndex: { 2013: 100, 2025: 121 },
  versions: { code: '1' },
  sampleData: false,
}
const market = (n: number): readonly DrawnVacancy[] =>
  Array.from({ length: n }, (_, index) => ({
    employer: `employer ${index % 40}`,
    source: index % 3 === 0 ? 'one' : 'two',
    titleRole: index % 3 === 0 ? 'smm' : 'cm',
    payMin: index % 3 === 0 ? 38_000 : 27_000 + 500 * (index % 5),
    terms: ['mission:animation', 'platform:instagram'],
  }))

describe('buildReport', () => {
  it('is honest about an empty database, one ad, and no pay at all', () => {
    for (const vacancies of [[], market(1), market(300).map(({ payMin: _, ...rest }) => rest)]) {
      const db = marketDatabase()
      addVacancies(db, vacancies)
      const report = buildReport(db, options)
      expect(report.totals.vacanciesInWindow).toBe(vacancies.length)
      expect(report.verdicts).toHaveLength(options.claims.length)
      expect(report.verdicts.find(({ claim }) => claim.id === 'A-pay-cm')?.verdict).toBe('insufficient_data')
      expect(report.headlines).toBeInstanceOf(Array)
    }
  })

  it('judges pay claims and says the same bytes twice', () => {
    const db = marketDatabase()
    addVacancies(db, market(600))
    const report = buildReport(db, options)
    const verdict = (id: string) => report.verdicts.find(({ claim }) => claim.id === id)
    expect(verdict('A-pay-cm')?.verdict).toBe('supported')
    expect(verdict('C-pay-order')?.verdict).toBe('supported')
    expect(verdict('A-pay-smm')?.verdict).toBe('overstated')
    expect(verdict('A-pay-cm')?.inConstantEuros).toEqual({ low: 29_040, high: 42_350, year: 2025 })
    expect(JSON.stringify(buildReport(db, options))).toBe(JSON.stringify(report))
    storeSnapshot(db, toSnapshotRecord(report))
    const stored = db.prepare("SELECT COUNT(*) FROM verdict_vacancy WHERE claim_id = 'A-pay-cm' AND value IS NOT NULL")
    expect(stored.pluck().get()).toBe(400)
    expect(db.pragma('foreign_key_check')).toEqual([])
  })
})
