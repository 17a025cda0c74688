import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/claim.ts'
import type { Verdict } from '../../../src/domain/verdict.ts'
import { claimPage } from '../../../src/report/claims/claim-page.ts'
import { describeRule, unitOf } from '../../../src/report/claims/describe-rule.ts'
import { bandOf, decide } from '../../../src/report/judge/decide.ts'
import { type ComputableTest, judgeClaim } from '../../../src/report/judge/judge-claim.ts'
import type { Measured, Unit } from '../../../src/report/judge/measured.ts'
import { formatFigure } from '../../../src/report/render/language/format-figures.ts'
import { frenchTypography } from '../../../src/report/render/language/lang.ts'
import type { Sample } from '../../../src/store/statistics/sample.ts'
import { readClaimFiles } from '../read-claim-files.ts'

const files = readClaimFiles()
const claims = files.flatMap((file) => file.claims)
const articles = files.map(({ article }) => article)

function textOf(claim: Claim, lang: 'fr' | 'en'): string {
  const article = articles.find(({ id }) => id === claim.article)
  const page = claimPage(claim, { article, claims, lang })
  const parts = page.parts.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => line.join('  '))])
  return [page.theme, ...page.statements, page.article, ...parts].join('\n')
}

describe('the page of a claim', () => {
  it.each(claims.map((claim) => [claim.id, claim] as const))('%s is words, in one language', (_, claim) => {
    const [fr, en] = [textOf(claim, 'fr'), textOf(claim, 'en')]
    for (const text of [fr, en]) {
      expect(text, 'the wording of the article, in French').toContain(frenchTypography(claim.statement.fr))
      expect(text).not.toMatch(/[{}"]|undefined|null|NaN|\[object|Infinity/)
      expect(text, 'no code').not.toMatch(
        /\b(?:mission|skill|tool|platform|experience|education|contract|words|role):\S/,
      )
    }
    expect(en).toContain(claim.statement.en)
    expect(fr).not.toContain(claim.statement.en)
    // Below the wording and the article, which are French.
    const under = (text: string) => text.slice(text.indexOf('\nArticle ')).split('\n').slice(2).join('\n')
    expect(under(en)).not.toMatch(/\b(?:intervalle|offres|employeurs)\b/)
    expect(under(fr)).not.toMatch(/\b(?:interval|vacancies|employers)\b/)
  })

  it('says of which vacancies, what figure and by what rule', () => {
    const claim = claims.find(({ id }) => id === 'A-pay-cm')
    if (claim === undefined) throw new Error('A-pay-cm is missing')
    expect(textOf(claim, 'en')).toMatchInlineSnapshot(`
      "Pay
      « Un community manager est payé entre 24 000 et 35 000 € brut par an. »
      A community manager is paid between €24,000 and €35,000 gross a year.
      Article A : « Le community manager et le social media manager », Laurent Bour, 2013; euros of 2013
      What is counted
      vacancies  community manager ads
      role  by the title of the ad
      contracts  permanent contract, fixed-term contract, temporary work, contract not stated
      figure  median advertised gross annual pay, and share of values inside the range
      The rule, fixed before any ad was read
      compared  the article says €24,000 to €35,000
      too few ads  fewer than 20 vacancies or 12 employers in a group
      supported  the interval lies between €24,000 and €35,000, and so do at least 50% of the values
      overstated  the interval lies wholly below €24,000
      understated  the interval lies wholly above €35,000
      inconclusive  in all other cases
      then  the interval is at 95%, clustered by employer; a verdict that so many claims would give by chance is not retained, one that changes without one source or employer is called fragile (docs/method.md)
      Limits
      advertised pay only  Only ads that state pay are counted: these are salaries offered, not salaries paid."
    `)
  })
})

/** What was measured: an interval, and (0 or 1) the share of values inside a range and of resamples that hold. */
function measured(test: ComputableTest, low: number, high: number, share: number): Measured {
  const figure = { value: (low + high) / 2, at: () => ({ low, high }) }
  const inside = { value: share, at: () => ({ low: share, high: share }) }
  const found = {
    unit: unitOf(test.measure),
    figure,
    inside: test.measure.kind === 'band' ? inside : null,
    holds: share,
  }
  return { ...found, groups: [], caveats: [], readerTooWeak: false } as unknown as Measured
}

/** The least and the largest value of each kind of figure. */
const LIMITS: Readonly<Record<Unit, readonly [number, number]>> = {
  share: [0, 1],
  points: [-1, 1],
  rank: [1, Number.POSITIVE_INFINITY],
  ratio: [0, Number.POSITIVE_INFINITY],
  years: [0, Number.POSITIVE_INFINITY],
  count: [0, Number.POSITIVE_INFINITY],
  'eur-year': [0, Number.POSITIVE_INFINITY],
  'eur-month': [0, Number.POSITIVE_INFINITY],
  'eur-day': [0, Number.POSITIVE_INFINITY],
}

interface Outcome {
  readonly from: number
  readonly to: number
  readonly verdict: Verdict
}

/** What the judge makes of intervals on every side of a test's band, as far as its figure can lie. */
function outcomes(test: ComputableTest): readonly Outcome[] {
  const unit = unitOf(test.measure)
  const { low, high } = bandOf(test.comparator, unit)
  const ends = [low, high].filter((end) => end !== null)
  const far = 2 * Math.max(1, ...ends.map(Math.abs))
  const everywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const
  const [least, most] = test.measure.kind === 'difference' ? everywhere : LIMITS[unit]
  const around = ends.flatMap((end) => [end - far, end - far / 1e3, end, end + far / 1e3, end + far])
  const points = [...around, 0, 0.9, least, most].filter(
    (point) => Number.isFinite(point) && point >= least && point <= most,
  )
  const intervals = points.flatMap((from) => points.filter((to) => to >= from).map((to) => [from, to] as const))
  const isBeneath = (verdict: Verdict) => verdict === 'overstated' || verdict === 'contradicted'
  return intervals.flatMap(([from, to]) =>
    [0, 0.5, 1].map((share) => {
      const verdict = decide(measured(test, from, to, share), test.comparator, 0.95)
      const shown = test.direction === 'lower-bound' && isBeneath(verdict) ? 'inconclusive' : verdict
      return { from, to, verdict: shown }
    }),
  )
}

/** One vacancy with every duty and a value of 1, whatever is asked for. */
const ANY_SAMPLE: Sample = {
  cluster: Int32Array.of(0),
  source: Int32Array.of(0),
  value: Float64Array.of(1),
  count: Float64Array.of(1),
  unnamed: Float64Array.of(0),
  postings: 1,
  missing: 0,
}

const PERCENTAGE = /(\d+(?:[.,]\d+)?)\s?%/g
const NEGATIVE = /[\u2212-]\d/

describe('the rule on the page', () => {
  const tests = claims.flatMap(({ id, test }) => (test.testable === 'no' ? [] : [[id, test] as const]))

  it.each(tests)('of %s names the verdicts that the judge can come to, and no others', (_, test) => {
    const named = describeRule(test, 'en').map(([verdict]) => verdict)
    const reached = outcomes(test).map(({ verdict }) => verdict)
    expect(new Set(named)).toEqual(new Set([...reached, 'insufficient_data']))
  })

  it.each(tests)('of %s gives the bounds between which the judge decides', (_, test) => {
    const unit = unitOf(test.measure)
    const rule = new Map(describeRule(test, 'en'))
    const isBand = test.comparator.kind === 'about' || test.comparator.kind === 'range'
    if (isBand) {
      const borne = outcomes(test).filter(({ verdict }) => verdict === 'supported')
      const from = formatFigure(Math.min(...borne.map((one) => one.from)), unit, 'en')
      const to = formatFigure(Math.max(...borne.map((one) => one.to)), unit, 'en')
      expect(rule.get('supported')).toContain(`the interval lies between ${from} and ${to}`)
      if (rule.has('overstated')) expect(rule.get('overstated')).toBe(`the interval lies wholly below ${from}`)
      if (rule.has('understated')) expect(rule.get('understated')).toBe(`the interval lies wholly above ${to}`)
    }
    if (unit !== 'share') return
    for (const [, condition] of [...rule, ...describeRule(test, 'fr')]) {
      for (const [, percentage = ''] of condition.matchAll(PERCENTAGE))
        expect(Number(percentage.replace(',', '.'))).toBeLessThanOrEqual(100)
      expect(condition).not.toMatch(NEGATIVE)
    }
  })

  it.each(tests)('of %s says whether a reader that is too weak leaves it undecided', (_, test) => {
    const read = () => ANY_SAMPLE
    const context = { read, accuracies: {}, middleDate: '2026-01-10', withoutOpenPay: false, resamples: 1 }
    const { readerTooWeak } = judgeClaim(test, context).measured
    for (const [lang, words] of [
      ['en', /the reading of a duty/],
      ['fr', /la lecture d’une mission/],
    ] as const) {
      const undecided = describeRule(test, lang).filter(([verdict]) => verdict === 'inconclusive')
      expect(undecided.map(([, condition]) => words.test(condition))).toEqual(readerTooWeak ? [true, false] : [false])
    }
  })

  it('goes no further than a share can', () => {
    const test = tests.find(([id]) => id === 'C-animation-93')?.[1]
    if (test === undefined) throw new Error('C-animation-93 is missing')
    expect(describeRule(test, 'en')).toEqual([
      ['insufficient_data', 'fewer than 30 vacancies or 15 employers in a group'],
      [
        'inconclusive',
        'the reading of a duty at stake is measured on fewer than 15 labelled ads that ask for it, or sensitivity + specificity − 1 is below 0.6, wherever the interval lies',
      ],
      ['supported', 'the interval lies between 83% and 100%'],
      ['inconclusive', 'in all other cases'],
    ])
  })
})
