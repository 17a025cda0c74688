import { describe, expect, it } from 'vitest'
import { type BuildReportOptions, buildReport } from '../../../src/report/build-report.ts'
import { parseClaims } from '../../../src/report/claims/parse-claims.ts'
import { toSnapshotRecord } from '../../../src/report/to-snapshot-record.ts'
import { RunLedger } from '../../../src/store/crawl/run-ledger.ts'
import { storeSnapshot } from '../../../src/store/statistics/store-snapshot.ts'
import { addVacancies, type DrawnVacancy, marketDatabase } from '../market-database.ts'

const { article, claims } = parseClaims(
  `article: { id: A, title: T, author: null, publisher: null, url: null, datePublished: null, eurosOfYear: null }
claims:
  - id: A-canva
    statement: { fr: f, en: e }
    theme: tools
    test: { testable: "yes", population: { role: cm }, measure: { kind: share, of: "tool:canva" }, comparator: { kind: at-least, value: 0.5 } }
`,
  'A.yaml',
)
const options = (day: string, versions: Readonly<Record<string, string>> = { reader: '1' }): BuildReportOptions => ({
  snapshotId: day,
  asOfDate: day,
  window: 365,
  articles: [article],
  claims,
  accuracies: {},
  priceIndex: {},
  versions,
  sampleData: false,
})
const ads = (day: string, hasCanva: boolean): readonly DrawnVacancy[] =>
  Array.from({ length: 120 }, (_, index) => ({
    employer: `${day} ${index % 40}`,
    firstSeenOn: day,
    payMin: 30_000,
    terms: hasCanva ? ['tool:canva'] : ['tool:figma'],
  }))

describe('a second snapshot', () => {
  it('says what changed, and that the market did it', () => {
    const db = marketDatabase()
    addVacancies(db, ads('2025-01-10', true))
    const first = buildReport(db, options('2025-02-01'))
    expect(first.verdicts[0]?.verdict).toBe('supported')
    expect(first.changes).toEqual([])
    storeSnapshot(db, toSnapshotRecord(first))
    addVacancies(db, ads('2026-01-20', false))
    const second = buildReport(db, options('2026-02-01'))
    expect(second.changes).toEqual([{ claimId: 'A-canva', from: 'supported', to: 'contradicted', because: 'market' }])
    expect(second.trend).toEqual([
      {
        snapshotId: '2025-02-01',
        asOfDate: '2025-02-01',
        vacancies: 120,
        cm: 120,
        smm: 0,
        medianPayCm: 30_000,
        medianPaySmm: null,
      },
      {
        snapshotId: '2026-02-01',
        asOfDate: '2026-02-01',
        vacancies: 120,
        cm: 120,
        smm: 0,
        medianPayCm: 30_000,
        medianPaySmm: null,
      },
    ])
  })

  it('puts a change down to the method when a version differs', () => {
    const db = marketDatabase()
    addVacancies(db, ads('2025-01-10', true))
    storeSnapshot(db, toSnapshotRecord(buildReport(db, options('2025-02-01'))))
    db.exec("UPDATE term_reading SET code = 'figma'")
    const [change] = buildReport(db, options('2025-02-02', { reader: '2' })).changes
    expect(change?.because).toBe('method')
  })

  it('is compared with the last over a window of the same length, and not with any other', () => {
    const db = marketDatabase()
    addVacancies(db, ads('2025-01-10', true))
    storeSnapshot(db, toSnapshotRecord(buildReport(db, options('2025-02-01'))))
    addVacancies(db, ads('2025-02-20', false))
    // Thirty days and all days: other questions, whose answers say nothing of what moved.
    const short = buildReport(db, { ...options('2025-03-01'), window: 30 })
    expect(short).toMatchObject({ comparedWith: null, changes: [], trend: [{ snapshotId: '2025-03-01' }] })
    storeSnapshot(db, toSnapshotRecord(short))
    storeSnapshot(db, toSnapshotRecord(buildReport(db, { ...options('2025-03-02'), window: 'all' })))
    const year = buildReport(db, options('2025-03-03'))
    expect(year.comparedWith).toBe('2025-02-01')
    expect(year.changes).toMatchObject([{ claimId: 'A-canva', from: 'supported' }])
    expect(year.trend.map(({ snapshotId }) => snapshotId)).toEqual(['2025-02-01', '2025-03-03'])
    const all = buildReport(db, { ...options('2025-03-04'), window: 'all' })
    expect(all).toMatchObject({ comparedWith: '2025-03-02', changes: [] })
  })

  it('is compared with the last in which claims were judged, and with none when nothing is judged now', () => {
    const db = marketDatabase()
    addVacancies(db, ads('2025-01-10', true))
    storeSnapshot(db, toSnapshotRecord(buildReport(db, options('2025-02-01'))))
    // A database that a crawl has filled is asked how much of its sources was read of late.
    new RunLedger(db).startRun({ kind: 'crawl', seenOnDate: '2025-02-02', startedAt: 0, version: 'test' })
    const coverage = { least: 1, sourceIds: ['a-source-never-read'] }
    const refused = buildReport(db, { ...options('2025-02-02'), coverage })
    expect(refused.verdicts[0]?.verdict).toBe('insufficient_data')
    expect(refused).toMatchObject({ comparedWith: null, changes: [] })
    storeSnapshot(db, toSnapshotRecord(refused))
    expect(buildReport(db, options('2025-02-03'))).toMatchObject({ comparedWith: '2025-02-01', changes: [] })
  })

  it('is compared with none that found no vacancy, and an empty one with none', () => {
    const db = marketDatabase()
    const empty = buildReport(db, options('2025-02-01'))
    storeSnapshot(db, toSnapshotRecord(empty))
    addVacancies(db, ads('2025-02-02', true))
    const first = buildReport(db, options('2025-02-03'))
    expect(first).toMatchObject({ comparedWith: null, changes: [], trend: [{ snapshotId: '2025-02-03' }] })
    storeSnapshot(db, toSnapshotRecord(first))
    const over = buildReport(db, options('2026-06-01'))
    expect(over.totals.vacanciesInWindow).toBe(0)
    expect(over).toMatchObject({ comparedWith: null, changes: [] })
  })

  it('made for a past day sees neither later ads nor later snapshots', () => {
    const db = marketDatabase()
    addVacancies(db, ads('2025-01-10', true))
    const then = buildReport(db, options('2025-02-01'))
    addVacancies(db, ads('2026-01-20', false))
    storeSnapshot(db, toSnapshotRecord(buildReport(db, options('2026-02-01'))))
    const { sources: _, ...now } = buildReport(db, options('2025-02-01'))
    const { sources: __, ...before } = then
    expect(JSON.stringify(now)).toBe(JSON.stringify(before))
  })

  it('stored twice under one name replaces the first, rows and all', () => {
    const db = marketDatabase()
    addVacancies(db, ads('2025-01-10', true))
    const record = toSnapshotRecord(buildReport(db, options('2025-02-01')))
    storeSnapshot(db, record)
    storeSnapshot(db, record)
    const count = (table: string) => db.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()
    expect([count('snapshot'), count('verdict'), count('verdict_vacancy')]).toEqual([1, 1, 120])
    const cell = db
      .prepare("SELECT value, vacancy_count FROM stat_cell WHERE stat = 'pay-median' AND group_key = 'cm'")
      .get()
    expect(cell).toEqual({ value: 30_000, vacancy_count: 120 })
  })
})
