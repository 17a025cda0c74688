import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/claim.ts'
import type { Verdict } from '../../../src/domain/verdict.ts'
import { claimPage } from '../../../src/report/claims/claim-page.ts'
import { describeRule, unitOf } from '../../../src/report/claims/describe-rule.ts'
import { bandOf, decide } from '../../../src/report/judge/decide.ts'
import type { ComputableTest } from '../../../src/report/judge/judge-claim.ts'
import type { Measured } from '../../../src/report/judge/measured.ts'
import { frenchTypography } from '../../../src/report/render/language/lang.ts'
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

/** Verdicts that a test can come to, from intervals on every side of its band. */
function reachable(test: ComputableTest): ReadonlySet<Verdict> {
  const { low, high } = bandOf(test.comparator, unitOf(test.measure))
  const ends = [low, high].filter((end) => end !== null)
  const far = 2 * Math.max(1, ...ends.map(Math.abs))
  const points = [...ends.flatMap((end) => [end - far, end - far / 1e3, end, end + far / 1e3, end + far]), 0, 0.9]
  const intervals = points.flatMap((from) => points.filter((to) => to >= from).map((to) => [from, to] as const))
  const verdicts = intervals.flatMap(([from, to]) =>
    [0, 0.5, 1].map((share) => decide(measured(test, from, to, share), test.comparator, 0.95)),
  )
  const isBeneath = (verdict: Verdict) => verdict === 'overstated' || verdict === 'contradicted'
  return new Set(
    verdicts.map((verdict) => (test.direction === 'lower-bound' && isBeneath(verdict) ? 'inconclusive' : verdict)),
  )
}

describe('the rule on the page', () => {
  it.each(claims.flatMap(({ id, test }) => (test.testable === 'no' ? [] : [[id, test] as const])))(
    'of %s names the verdicts that the judge can come to, and no others',
    (_, test) => {
      const named = describeRule(test, 'en').map(([verdict]) => verdict)
      expect(new Set(named)).toEqual(new Set([...reachable(test), 'insufficient_data']))
    },
  )
})
