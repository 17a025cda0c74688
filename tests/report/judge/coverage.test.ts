import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../src/report/build-report.ts'
import { RunLedger } from '../../../src/store/crawl/run-ledger.ts'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { readCoverage } from '../../../src/store/statistics/read-coverage.ts'
import { addVacancies, marketDatabase } from '../market-database.ts'
import { readClaimFiles } from '../read-claim-files.ts'

const DAY = '2026-02-01'
const files = readClaimFiles()

/** A market of 600 vacancies of two sources; `runs` are the crawls since: source, day, outcome. */
function crawled(runs: readonly (readonly [string, string, 'complete' | 'failed'])[]): VigieDatabase {
  const db = marketDatabase()
  addVacancies(
    db,
    Array.from({ length: 600 }, (_, index) => ({
      employer: `employer ${index % 40}`,
      source: index % 3 === 0 ? 'one' : 'two',
      titleRole: index % 3 === 0 ? 'smm' : 'cm',
      payMin: index % 3 === 0 ? 38_000 : 27_000 + 500 * (index % 5),
    })),
  )
  const ledger = new RunLedger(db)
  for (const [source, seenOnDate, outcome] of runs) {
    const runId = ledger.startRun({ kind: 'crawl', seenOnDate, startedAt: Date.parse(seenOnDate), version: 'test' })
    const { runSourceId } = ledger.startSource(runId, source, 0)
    ledger.finishSource(runSourceId, 0, { outcome, explanation: null, accounting: [] })
    ledger.finishRun(runId, 1)
  }
  return db
}

function report(db: VigieDatabase, sourceIds: readonly string[], least = 0.5) {
  return buildReport(db, {
    ...{ snapshotId: DAY, asOfDate: DAY, accuracies: {}, priceIndex: { 2013: 100, 2025: 121 } },
    articles: files.map(({ article }) => article),
    claims: files.flatMap(({ claims }) => claims),
    versions: { code: '1' },
    sampleData: false,
    coverage: { least, sourceIds },
  })
}

describe('coverage', () => {
  it('counts a source that was read completely in the last seven nights', () => {
    const db = crawled([
      ['one', '2026-01-26', 'complete'],
      ['one', DAY, 'failed'],
      ['two', '2026-01-25', 'complete'],
    ])
    expect(readCoverage(db, DAY, ['one', 'two'])).toEqual({ share: 0.5, configured: 2, missing: ['two'] })
    expect(readCoverage(db, '2026-01-25', ['one', 'two'])?.missing).toEqual(['one'])
  })

  it('says nothing where nothing is configured or nothing was ever crawled', () => {
    expect(readCoverage(crawled([['one', DAY, 'complete']]), DAY, [])).toBeNull()
    expect(readCoverage(crawled([]), DAY, ['one'])).toBeNull()
  })

  it('below what is asked for keeps every claim undecided, and says why in each and at the head', () => {
    const db = crawled([
      ['one', DAY, 'complete'],
      ['two', DAY, 'failed'],
    ])
    const refused = report(db, ['one', 'two', 'three'])
    const judged = refused.verdicts.filter(({ verdict }) => verdict !== 'not_testable')
    expect(judged.length).toBeGreaterThan(20)
    for (const { verdict, caveats, sentence, fragile } of judged) {
      expect(verdict).toBe('insufficient_data')
      expect(caveats).toContain('coverage-gap')
      expect(fragile).toBe(false)
      expect(sentence.en).toMatch(/1 of the 3 configured sources .* at least 50% .*missing: two, three/)
      expect(sentence.fr).toMatch(/1 des 3 sources configurées/)
    }
    expect(refused.headlines).toEqual([judged[0]?.sentence])
    expect(judged.find(({ claim }) => claim.id === 'A-pay-cm')?.estimate, 'the figure is shown').not.toBeNull()
  })

  it('at what is asked for, or with nothing asked for, changes nothing', () => {
    const db = crawled([['one', DAY, 'complete']])
    for (const kept of [report(db, ['one', 'two']), report(db, ['one', 'two', 'three'], 0)]) {
      expect(kept.verdicts.find(({ claim }) => claim.id === 'A-pay-cm')?.verdict).toBe('supported')
      expect(kept.verdicts.flatMap(({ caveats }) => caveats)).not.toContain('coverage-gap')
    }
  })
})
