import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/claim.ts'
import { parseClaims } from '../../../src/report/claims/parse-claims.ts'
import { judgeAll } from '../../../src/report/judge/judge-all.ts'
import type { Accuracies } from '../../../src/report/judge/read-accuracy.ts'
import { makeMarketFacts } from '../../../src/store/statistics/market-facts.ts'
import { readSample } from '../../../src/store/statistics/read-sample.ts'
import { readAggregators } from '../../../src/store/statistics/read-totals.ts'
import { addVacancies, type DrawnVacancy, marketDatabase } from '../market-database.ts'

const HEAD =
  'article: { id: A, title: T, author: null, publisher: null, url: null, datePublished: null, eurosOfYear: null }\nclaims:\n'
const claim = (id: string, test: string): string =>
  `  - { id: A-${id}, statement: { fr: F, en: E }, theme: pay, test: { ${test} } }\n`
const claimsOf = (...lines: readonly string[]): readonly Claim[] => parseClaims(HEAD + lines.join(''), 'A.yaml').claims
const share = (of: string, how: string, more = 'testable: "yes"') =>
  `${more}, population: { role: cm }, measure: { kind: share, of: "${of}" }, comparator: { ${how} }`
const GOOD: Accuracies = {
  'mission:animation': { sensitivity: 0.95, specificity: 0.97, positives: 80, negatives: 100 },
}

function judge(
  vacancies: readonly DrawnVacancy[],
  claims: readonly Claim[],
  accuracies: Accuracies = GOOD,
  kinds = {},
) {
  const db = marketDatabase()
  addVacancies(db, vacancies, kinds)
  const facts = makeMarketFacts(db, { asOfDate: '2026-02-01', fromDate: null })
  return judgeAll(
    claims,
    { read: (population, counted) => readSample(db, facts, population, counted), accuracies, middleDate: null },
    { aggregators: readAggregators(db) },
  )
}
const many = (n: number, make: (index: number) => Partial<DrawnVacancy>): readonly DrawnVacancy[] =>
  Array.from({ length: n }, (_, index) => ({ employer: `e${index % 60}`, ...make(index) }))
const animates = (index: number) => ({ terms: index % 10 < 8 ? ['mission:animation'] : [] })

describe('judgeAll', () => {
  it('asks for 30 vacancies of 15 employers in every group', () => {
    const claims = claimsOf(claim('one', share('mission:animation', 'kind: at-least, value: 0.5')))
    expect(judge(many(29, animates), claims)[0]?.verdict).toBe('insufficient_data')
    const fewEmployers = many(300, (index) => ({ ...animates(index), employer: `e${index % 14}` }))
    expect(judge(fewEmployers, claims)[0]?.verdict).toBe('insufficient_data')
    expect(judge(many(300, animates), claims)[0]?.verdict).toBe('supported')
  })

  it('says so where nothing but words was counted', () => {
    const caveats = (of: string) =>
      judge(many(300, animates), claimsOf(claim('one', share(of, 'kind: at-least, value: 0.5'))))[0]?.caveats
    expect(caveats('skill:creativity')).toContain('words-counted')
    expect(caveats('mission:animation')).not.toContain('words-counted')
  })

  it('never calls a lower-bound proxy overstated', () => {
    const test = share(
      'mission:animation',
      'kind: about, value: 0.93',
      'testable: proxy, direction: lower-bound, proxy: { fr: p, en: p }',
    )
    const [judged] = judge(
      many(600, (index) => ({ terms: index % 2 === 0 ? ['mission:animation'] : [] })),
      claimsOf(claim('one', test)),
    )
    expect(judged?.verdict).toBe('inconclusive')
    expect(judged?.caveats).toContain('asked-not-done')
  })

  it('decides nothing on a reader that was not measured, or not well enough', () => {
    const claims = claimsOf(claim('one', share('mission:animation', 'kind: at-least, value: 0.5')))
    for (const accuracies of [
      {},
      { 'mission:animation': { sensitivity: 0.9, specificity: 0.9, positives: 14, negatives: 100 } },
      { 'mission:animation': { sensitivity: 0.7, specificity: 0.8, positives: 80, negatives: 100 } },
    ]) {
      const [judged] = judge(many(600, animates), claims, accuracies)
      expect(judged?.verdict).toBe('inconclusive')
      expect(judged?.caveats).toContain('reader-error')
    }
  })

  it('marks a verdict that one source carries as fragile', () => {
    const claims = claimsOf(claim('one', share('tool:canva', 'kind: at-least, value: 0.5')))
    const vacancies = many(600, (index) => ({
      source: index < 400 ? 'big' : 'small',
      terms: index < 400 ? ['tool:canva'] : [],
    }))
    const [judged] = judge(vacancies, claims)
    expect(judged?.verdict).toBe('supported')
    expect(judged?.fragile).toBe(true)
    expect(judged?.caveats).toContain('fragile')
    expect(judged?.variants.find(({ name }) => name === 'without-biggest-source')?.verdict).toBe('contradicted')
  })

  it('runs without aggregators, without open-ended pay, by content role, and says when there is one source', () => {
    const claims = claimsOf(
      claim(
        'pay',
        'testable: "yes", population: { role: cm }, measure: { kind: median, of: pay }, comparator: { kind: about, value: 30000 }',
      ),
    )
    const vacancies = many(400, (index) => ({
      source: index % 2 === 0 ? 'board' : 'aggregator',
      payMin: 30_000,
      payMax: index % 4 === 0 ? null : 30_000,
      role: index % 5 === 0 ? 'smm' : 'cm',
    }))
    const [judged] = judge(vacancies, claims, GOOD, { aggregator: 'aggregator' })
    expect(judged?.variants.map(({ name }) => name)).toEqual([
      'without-biggest-source',
      'without-biggest-employer',
      'without-aggregators',
      'content-role',
      'without-open-pay',
    ])
    expect(judged?.verdict).toBe('supported')
    expect(judged?.fragile).toBe(false)
    expect(judged?.variants.at(-1)?.estimate?.nVacancies).toBe(300)
    const [single] = judge(
      vacancies.map((one) => ({ ...one, source: 'board' })),
      claims,
    )
    expect(single?.caveats).toContain('single-source')
  })

  it('does not retain a verdict that so many claims make likely by chance', () => {
    // One claim just decided among forty that are not: the interval alone would call it contradicted.
    const half = Array.from({ length: 40 }, (_, index) =>
      claim(`undecided-${index}`, share('tool:canva', 'kind: about, value: 0.41')),
    )
    const just = claim('just', share('tool:figma', 'kind: at-least, value: 0.5'))
    const vacancies = many(240, (index) => ({
      employer: `e${index}`,
      terms: [...(index % 2 === 0 ? ['tool:canva'] : []), ...(index < 103 ? ['tool:figma'] : [])],
    }))
    const alone = judge(vacancies, claimsOf(just))
    const among = judge(vacancies, claimsOf(just, ...half))
    expect(alone[0]?.verdict).toBe('contradicted')
    expect(among[0]?.verdict).toBe('inconclusive')
    expect(among[0]?.caveats).toContain('multiple-tests')
  })

  it('says when employers are not named', () => {
    const claims = claimsOf(claim('one', share('tool:canva', 'kind: at-least, value: 0.5')))
    const [judged] = judge(
      many(300, (index) => ({ employer: `e${index}`, employerNamed: index % 2 === 0 })),
      claims,
    )
    expect(judged?.caveats).toContain('unnamed-employers')
  })
})
