import { describe, expect, it } from 'vitest'
import { CAVEATS, type Caveat } from '../../../src/domain/caveat.ts'
import { buildReport } from '../../../src/report/build-report.ts'
import { lastVerdictLines } from '../../../src/report/claims/last-verdict-lines.ts'
import { ENGLISH_NAMES } from '../../../src/report/render/language/english-names.ts'
import { FRENCH_NAMES } from '../../../src/report/render/language/french-names.ts'
import { frenchTypography } from '../../../src/report/render/language/lang.ts'
import type { ClaimVerdict, ReportModel } from '../../../src/report/report-model.ts'
import { toSnapshotRecord } from '../../../src/report/to-snapshot-record.ts'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { readGroupVacancies } from '../../../src/store/snapshots/read-group-vacancies.ts'
import { readLastVerdicts } from '../../../src/store/snapshots/read-last-verdicts.ts'
import { storeSnapshot } from '../../../src/store/statistics/store-snapshot.ts'
import { addVacancies, marketDatabase } from '../market-database.ts'
import { readClaimFiles } from '../read-claim-files.ts'

const files = readClaimFiles()
const DAY = '2026-02-01'
const SOUND = { sensitivity: 0.95, specificity: 0.97, positives: 60, negatives: 200 }

/** A market of 253 vacancies judged and stored: strategy is read too badly, other duties well enough. */
function judged(): { readonly db: VigieDatabase; readonly report: ReportModel } {
  const db = marketDatabase()
  addVacancies(
    db,
    Array.from({ length: 253 }, (_, index) => ({
      employer: `employer ${index % 70}`,
      source: index % 3 === 0 ? 'one' : 'two',
      titleRole: index < 120 ? 'smm' : 'cm',
      role: index % 20 === 0 ? 'smm' : 'cm',
      payMin: index % 4 === 0 ? null : index < 120 ? 38_000 : 27_000 + 500 * (index % 5),
      experience: index % 5 === 0 ? null : index % 4,
      terms: index % 7 === 0 ? ['mission:animation'] : ['mission:animation', 'mission:writing', 'platform:instagram'],
    })),
  )
  const report = buildReport(db, {
    ...{ snapshotId: DAY, asOfDate: DAY, priceIndex: { 2013: 100, 2025: 121 }, versions: { code: '1' } },
    accuracies: { 'mission:animation': SOUND, 'mission:writing': SOUND },
    articles: files.map(({ article }) => article),
    claims: files.flatMap(({ claims }) => claims),
    sampleData: true,
  })
  storeSnapshot(db, toSnapshotRecord(report))
  return { db, report }
}

const { db, report } = judged()
const stored = readLastVerdicts(db)

function linesOf({ claim }: ClaimVerdict, lang: 'fr' | 'en', from: VigieDatabase = db) {
  const last = stored.get(claim.id)
  if (last === undefined) throw new Error(`${claim.id} is not stored`)
  return lastVerdictLines(claim, { last, groupVacancies: readGroupVacancies(from, DAY, claim.id) }, lang)
}

function verdictOn(id: string): ClaimVerdict {
  const line = report.verdicts.find(({ claim }) => claim.id === id)
  if (line === undefined) throw new Error(`${id} is missing`)
  return line
}

describe('the last verdict on the page of a claim', () => {
  it.each(report.verdicts.map((line) => [line.claim.id, line] as const))(
    'on %s is the sentence of the report',
    (_, line) => {
      const [fr, en] = (['fr', 'en'] as const).map((lang) => linesOf(line, lang)[0]?.[1])
      const names = [FRENCH_NAMES, ENGLISH_NAMES].map(({ verdicts }) => verdicts[line.verdict].name.toLowerCase())
      const isJudged = line.verdict !== 'not_testable'
      expect(fr).toBe(`${names[0]} (${DAY})${isJudged ? `\u00a0: ${line.sentence.fr}` : ''}`)
      expect(en).toBe(`${names[1]} (${DAY})${isJudged ? `: ${line.sentence.en}` : ''}`)
    },
  )

  it('credits each group with its own vacancies', () => {
    const [[, text] = []] = linesOf(verdictOn('A-strategy'), 'en')
    expect(text).toContain('On 120 social media manager ads and 133 community manager ads (70 employers)')
  })

  it('counts each group by itself where there is too little to judge', () => {
    const { claim } = verdictOn('A-strategy')
    const last = stored.get(claim.id)
    if (last === undefined) throw new Error('A-strategy is not stored')
    const small = { ...last, verdict: 'insufficient_data', vacancyCount: 13, employerCount: 9, caveats: [] } as const
    const [fr, en] = (['fr', 'en'] as const).map(
      (lang) => lastVerdictLines(claim, { last: small, groupVacancies: [12, 1] }, lang)[0]?.[1],
    )
    expect(en).toContain('12 usable social media manager ads and 1 usable community manager ad of 9 employers')
    expect(fr).toContain(
      '12 offres de social media manager utilisables et 1 offre de community manager utilisable de 9 employeurs',
    )
  })

  it('names no group where the vacancies behind it are no longer kept', () => {
    const pruned = marketDatabase()
    const [[, text] = []] = linesOf(verdictOn('A-strategy'), 'en', pruned)
    expect(text).toContain('On 253 ads (70 employers)')
    expect(linesOf(verdictOn('A-strategy'), 'fr', pruned)[0]?.[1]).toContain('Sur 253 offres (70 employeurs)')
  })

  it('is followed by what made it so, in the words of the report', () => {
    const line = verdictOn('A-strategy')
    expect([line.verdict, line.caveats]).toEqual(['inconclusive', expect.arrayContaining(['reader-error'])])
    expect(linesOf(line, 'en').slice(1)).toEqual([
      ['reading too unreliable', CAVEATS['reader-error'].en],
      ['sample market', CAVEATS['sample-data'].en],
    ])
    expect(linesOf(line, 'fr').slice(1)).toContainEqual([
      'lecture trop peu fiable',
      frenchTypography(CAVEATS['reader-error'].fr),
    ])
  })

  it('leaves out what the page says by rule, and codes of another version', () => {
    const rule: readonly Caveat[] = ['stated-salaries-only']
    const line = verdictOn('A-pay-cm')
    expect(line.caveats).toEqual(expect.arrayContaining([...rule]))
    expect(linesOf(line, 'en').map(([label]) => label)).not.toContain('advertised pay only')
    const other = marketDatabase()
    other.exec(`INSERT INTO claim VALUES ('T', 'T', 'fr', 'en', '{}');
      INSERT INTO snapshot VALUES ('${DAY}', '${DAY}', NULL, '{}');
      INSERT INTO verdict VALUES ('${DAY}', 'T', 'supported', 1, 1, 1, 'count', 1, 1, 1, 1, 0, 0, '["fragile","of-later"]')`)
    expect(readLastVerdicts(other).get('T')?.caveats).toEqual(['fragile'])
  })

  it('says so where too few sources were read to judge, or nothing was judged yet', () => {
    const { claim } = verdictOn('A-strategy')
    const last = stored.get(claim.id)
    if (last === undefined) throw new Error('A-strategy is not stored')
    const refused = { ...last, verdict: 'insufficient_data', caveats: ['coverage-gap'] } as const
    expect(lastVerdictLines(claim, { last: refused, groupVacancies: [] }, 'en')).toEqual([
      ['last verdict', `too few ads (${DAY}): ${CAVEATS['coverage-gap'].en}`],
    ])
    expect(lastVerdictLines(claim, null, 'fr')).toEqual([['dernier verdict', 'aucun encore\u00a0: vigie report']])
  })
})
