import { describe, expect, it } from 'vitest'
import type { Population } from '../../../src/domain/claim.ts'
import { makeMarketFacts } from '../../../src/store/statistics/market-facts.ts'
import { type Counted, readSample } from '../../../src/store/statistics/read-sample.ts'
import { readTotals } from '../../../src/store/statistics/read-totals.ts'
import { addVacancies, type DrawnVacancy, marketDatabase } from '../market-database.ts'

const YEAR = { asOfDate: '2026-02-01', fromDate: '2025-02-02' }
const ALL = { asOfDate: '2026-02-01', fromDate: null }

function sampleFrom(
  vacancies: readonly Partial<DrawnVacancy>[],
  population: Population,
  counted: Counted,
  window: { readonly asOfDate: string; readonly fromDate: string | null } = YEAR,
) {
  const db = marketDatabase()
  addVacancies(
    db,
    vacancies.map((one, index) => ({ employer: `e${index}`, ...one })),
  )
  return readSample(db, makeMarketFacts(db, window, ['crise OR "bad buzz"']), population, counted)
}
const values = (sample: ReturnType<typeof sampleFrom>) => [...sample.value].sort((a, b) => a - b)
const PAY = { quantity: 'pay' } as const

describe('the market watched', () => {
  it.each<[string, Partial<DrawnVacancy>, boolean]>([
    ['France', { country: 'FR' }, true],
    ['overseas France', { country: 'RE' }, true],
    ['Belgium', { country: 'BE' }, false],
    ['an unknown place in French', { country: null, language: 'fr' }, true],
    ['an unknown place in English', { country: null, language: 'en' }, false],
    ['an English ad for France', { country: 'FR', language: 'en' }, true],
    ['a text that was cut', { truncated: true }, false],
    ['the first day of the window', { firstSeenOn: '2025-02-02' }, true],
    ['the day before the window', { firstSeenOn: '2025-02-01' }, false],
    ['the day of the snapshot', { firstSeenOn: '2026-02-01' }, true],
    ['the day after it', { firstSeenOn: '2026-02-02' }, false],
    ['no date at all', { firstSeenOn: null }, false],
  ])('%s', (_, vacancy, counts) => {
    expect(sampleFrom([vacancy], {}, { features: [] }).count.length).toBe(counts ? 1 : 0)
  })

  it('counts undated vacancies when all are asked for, and says how many have no date', () => {
    expect(sampleFrom([{ firstSeenOn: null }], {}, { features: [] }, ALL).count.length).toBe(1)
    const db = marketDatabase()
    addVacancies(db, [{ employer: 'e', firstSeenOn: null }, { employer: 'f' }])
    expect(readTotals(db, makeMarketFacts(db, YEAR))).toMatchObject({
      withoutDate: 1,
      vacanciesInWindow: 1,
      vacancies: 1,
    })
  })

  it('is salaried by default, title role and not content role', () => {
    const vacancies = (
      ['cdi', 'cdd', 'interim', 'unknown', 'stage', 'alternance', 'freelance', 'vie', 'benevolat'] as const
    ).map((contract) => ({ contract, titleRole: 'cm' as const, role: 'smm' as const }))
    expect(sampleFrom(vacancies, { role: 'cm' }, { features: [] }).count.length).toBe(4)
    expect(sampleFrom(vacancies, { role: 'cm', contracts: 'any' }, { features: [] }).count.length).toBe(9)
    expect(sampleFrom(vacancies, { role: 'cm', contracts: ['freelance'] }, { features: [] }).count.length).toBe(1)
    expect(sampleFrom(vacancies, { role: 'cm', basis: 'content' }, { features: [] }).count.length).toBe(0)
    expect(sampleFrom(vacancies, { role: ['cm', 'smm'], basis: 'content' }, { features: [] }).count.length).toBe(4)
  })
})

describe('pay', () => {
  it.each<[string, Partial<DrawnVacancy>, readonly number[]]>([
    ['the middle of a range', { payMin: 28_000, payMax: 32_000 }, [30_000]],
    ['a lone "from"', { payMin: 28_000, payMax: null }, [28_000]],
    ['a lone "up to"', { payMin: null, payMax: 35_000 }, [35_000]],
    ['another currency', { payMin: 28_000, currency: 'CHF' }, []],
    ['part time with its hours', { payMin: 16_000, workTime: 'part', weeklyHours: 17.5 }, [32_000]],
    ['part time without hours', { payMin: 16_000, workTime: 'part' }, []],
    ['part time paid by the hour', { payMin: 24_000, period: 'hour', workTime: 'part', weeklyHours: 20 }, [24_000]],
    ['few hours and nothing said', { payMin: 16_000, weeklyHours: 20 }, [28_000]],
    ['a four-day week of full time', { payMin: 30_000, workTime: 'full', weeklyHours: 32 }, [30_000]],
    ['none', {}, []],
  ])('%s', (_, vacancy, expected) => {
    const sample = sampleFrom([vacancy], {}, PAY)
    expect(values(sample)).toEqual(expected)
    expect(sample.missing).toBe(1 - expected.length)
  })

  it('leaves lone ends out when asked, and gives months', () => {
    const vacancies = [
      { payMin: 24_000, payMax: null },
      { payMin: 30_000, payMax: 36_000 },
    ]
    expect(values(sampleFrom(vacancies, {}, { quantity: 'pay', withoutOpenPay: true }))).toEqual([33_000])
    expect(values(sampleFrom(vacancies, {}, { quantity: 'pay-month' }))).toEqual([2000, 2750])
  })

  it('knows day rates of freelance ads only', () => {
    const vacancies = [
      { payMin: 350, payMax: 450, period: 'day', contract: 'freelance' as const },
      { payMin: 150, period: 'day', contract: 'cdi' as const },
    ]
    expect(values(sampleFrom(vacancies, { contracts: 'any' }, { quantity: 'day-rate' }))).toEqual([400])
    expect(values(sampleFrom(vacancies, { contracts: 'any' }, PAY))).toEqual([])
  })
})

describe('features', () => {
  const ads: readonly Partial<DrawnVacancy>[] = [
    {
      terms: ['mission:animation', 'tool:canva'],
      experience: 2,
      education: 3,
      strategy: 'define',
      size: 'tpe',
      budgets: [5000, 20_000],
    },
    { terms: ['tool:canva'], experience: 5, size: 'large', description: 'Vous gérez les crises et le bad buzz.' },
    { terms: ['platform:facebook', 'study-field:marketing'], role: 'smm', contract: 'unknown' },
  ]
  it.each<[string | object, number]>([
    ['mission:animation', 1],
    ['tool:canva', 2],
    ['tool:never-read', 0],
    ['strategy:define', 1],
    ['experience:>=3', 1],
    ['experience:1..4', 1],
    ['experience:named', 2],
    ['education:3', 1],
    ['education:<=4', 1],
    ['budget:>=10000', 1],
    ['budget:named', 1],
    ['employer-size:large', 1],
    ['contract:named', 2],
    ['study-field:named', 1],
    ['study-field:marketing', 1],
    ['role:smm', 1],
    ['title-role:cm', 3],
    ['mismatch:yes', 1],
    ['words:crise OR "bad buzz"', 1],
    [{ all: ['mission:animation', 'tool:canva'] }, 1],
    [{ any: ['mission:animation', 'platform:facebook'] }, 2],
    [{ not: 'tool:canva' }, 1],
  ])('%j holds of %d of three ads', (feature, hits) => {
    const db = marketDatabase()
    addVacancies(
      db,
      ads.map((one, index) => ({ employer: `e${index}`, ...one })),
    )
    db.exec("INSERT INTO posting_fts (posting_fts) VALUES ('rebuild')")
    const facts = makeMarketFacts(db, YEAR, ['crise OR "bad buzz"'])
    const sample = readSample(db, facts, {}, { feature: feature as string })
    expect(sample.value.reduce((sum, value, cell) => sum + value * (sample.count[cell] ?? 0), 0)).toBe(hits)
    expect(sample.count.reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  it('keep more terms apart than one integer has bits', () => {
    const terms = Array.from({ length: 150 }, (_, index) => `tool:t${index}`)
    const vacancies = terms.map((term, index) => ({ terms: [term, terms[(index + 75) % 150] ?? ''] }))
    const bits = sampleFrom(vacancies, {}, { features: [terms[0] ?? '', terms[75] ?? '', terms[149] ?? ''] })
    expect([...bits.value].filter((value) => value === 3)).toHaveLength(2)
    expect([...bits.value].filter((value) => value === 4)).toHaveLength(2)
  })

  it('count what lies outside `among` as missing', () => {
    const sample = sampleFrom(ads, {}, { feature: 'experience:>=3', among: 'experience:named' })
    expect(sample.missing).toBe(1)
    expect(values(sample)).toEqual([0, 1])
  })
})

describe('made again', () => {
  it('they are the same ones while nothing is written, and new ones after', () => {
    const db = marketDatabase()
    addVacancies(db, [{ employer: 'e', terms: ['tool:canva'] }])
    const first = makeMarketFacts(db, YEAR)
    expect(makeMarketFacts(db, YEAR)).toBe(first)
    expect(makeMarketFacts(db, { ...YEAR, fromDate: null })).not.toBe(first)
    addVacancies(db, [{ employer: 'f', terms: ['tool:buffer'] }])
    const later = makeMarketFacts(db, YEAR)
    expect([...later.bits.places.keys()]).toEqual(['tool:buffer', 'tool:canva'])
    expect(readSample(db, later, {}, { features: [] }).count.length).toBe(2)
  })
})

describe('as of a past day', () => {
  it('a vacancy is what was known of it then: its first posting, not the one that speaks for it today', () => {
    const db = marketDatabase()
    addVacancies(db, [{ employer: 'e', firstSeenOn: '2026-01-10', payMin: 25_000 }])
    // A later posting of another board joined the vacancy and speaks for it now.
    addVacancies(db, [{ employer: 'e', firstSeenOn: '2026-03-01', payMin: 40_000, titleRole: 'smm' }])
    db.exec(`
      UPDATE vacancy_posting SET vacancy_id = 1, dedup_method = 'same-text' WHERE posting_id = 2;
      DELETE FROM vacancy WHERE vacancy_id = 2;
      UPDATE vacancy SET speaker_posting_id = 2, pay_posting_id = 2, posting_count = 2 WHERE vacancy_id = 1;
    `)
    const ask = (asOfDate: string) => {
      const facts = makeMarketFacts(db, { asOfDate, fromDate: '2025-06-01' })
      const sample = readSample(db, facts, { role: ['cm', 'smm'] }, { quantity: 'pay' })
      return {
        pay: [...sample.value],
        postings: sample.postings,
        smm: readSample(db, facts, { role: 'smm' }, PAY).count.length,
      }
    }
    expect(ask('2026-02-01')).toEqual({ pay: [25_000], postings: 1, smm: 0 })
    expect(ask('2026-03-01')).toEqual({ pay: [40_000], postings: 2, smm: 1 })
    expect(ask('2026-01-09')).toEqual({ pay: [], postings: 0, smm: 0 })
  })
})
