import type { Measure } from '../../domain/claim.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { bandOf, HALF, HARDLY_ANY, ORDER_HOLDS, SOME } from '../judge/decide.ts'
import type { ComputableTest } from '../judge/judge-claim.ts'
import { QUANTITY_UNIT } from '../judge/measure-claim.ts'
import type { Unit } from '../judge/measured.ts'
import { formatFigure } from '../render/language/format-figures.ts'
import type { Lang } from '../render/language/lang.ts'

/** A verdict and what it takes. */
export type VerdictRule = readonly [verdict: Verdict, condition: string]

/** The unit in which a measure is compared with what the article says. */
export function unitOf(measure: Measure): Unit {
  switch (measure.kind) {
    case 'band':
    case 'median':
    case 'mean':
    case 'difference':
      return QUANTITY_UNIT[measure.of]
    case 'ratio':
      return 'ratio'
    case 'contrast':
    case 'trend':
      return 'points'
    case 'rank':
      return 'rank'
    case 'share':
    case 'feature-order':
    case 'group-order':
    case 'overlap':
    case 'employers-with':
      return 'share'
  }
}

/** What each verdict takes, in the order in which they are tried: the table of the method for one claim. */
export function describeRule(test: ComputableTest, lang: Lang): readonly VerdictRule[] {
  const fr = lang === 'fr'
  const { minVacancies, minEmployers, direction } = test
  const decided = decidedRules(test, lang)
  // Beneath a lower bound nothing is decided: more may be done than is asked for.
  const kept = direction === 'equal' ? decided : decided.filter(([verdict]) => !BENEATH.includes(verdict))
  return [
    [
      'insufficient_data',
      fr
        ? `moins de ${minVacancies} offres ou de ${minEmployers} employeurs dans un groupe`
        : `fewer than ${minVacancies} vacancies or ${minEmployers} employers in a group`,
    ],
    ...kept,
    ['inconclusive', fr ? 'dans tous les autres cas' : 'in all other cases'],
  ]
}

const BENEATH: readonly Verdict[] = ['overstated', 'contradicted']

function decidedRules({ comparator, measure }: ComputableTest, lang: Lang): readonly VerdictRule[] {
  const unit = unitOf(measure)
  const figure = (value: number) => formatFigure(value, unit, lang)
  const share = (value: number) => formatFigure(value, 'share', lang)
  switch (comparator.kind) {
    case 'about':
    case 'range': {
      const { low, high } = bandOf(comparator, unit)
      return bandRules(figure(low ?? 0), figure(high ?? 0), measure.kind === 'band' ? share(HALF) : null, lang)
    }
    case 'at-least':
    case 'above':
      return [
        lies('supported', 'above', figure(comparator.value), lang),
        lies('contradicted', 'below', figure(comparator.value), lang),
      ]
    case 'at-most':
    case 'below':
      return [
        lies('supported', 'below', figure(comparator.value), lang),
        lies('contradicted', 'above', figure(comparator.value), lang),
      ]
    case 'can-reach':
      return [lies('supported', 'above', share(SOME), lang), lies('overstated', 'below', share(HARDLY_ANY), lang)]
    case 'rank-at-most':
      return orderRules(rankText(figure(comparator.value), comparator.value > 1, lang), share, lang)
    case 'in-order':
      return orderRules(lang === 'fr' ? 'l’ordre annoncé' : 'the order claimed', share, lang)
  }
}

function lies(verdict: Verdict, side: 'above' | 'below', bound: string, lang: Lang): VerdictRule {
  const fr = side === 'above' ? 'au-dessus de' : 'sous'
  return [
    verdict,
    lang === 'fr' ? `l’intervalle est tout entier ${fr} ${bound}` : `the interval lies wholly ${side} ${bound}`,
  ]
}

/** `half`: the least share of the values that a range must hold besides; null where there is no such rule. */
function bandRules(from: string, to: string, half: string | null, lang: Lang): readonly VerdictRule[] {
  const inside =
    lang === 'fr'
      ? `l’intervalle tient entre ${from} et ${to}${half === null ? '' : `, et au moins ${half} des valeurs aussi`}`
      : `the interval lies between ${from} and ${to}${half === null ? '' : `, and so do at least ${half} of the values`}`
  return [['supported', inside], lies('overstated', 'below', from, lang), lies('understated', 'above', to, lang)]
}

function rankText(rank: string, isOrBetter: boolean, lang: Lang): string {
  if (lang === 'fr') return `le rang annoncé (${rank}${isOrBetter ? ' ou mieux' : ''})`
  return `the rank claimed (${rank}${isOrBetter ? ' or better' : ''})`
}

function orderRules(what: string, share: (value: number) => string, lang: Lang): readonly VerdictRule[] {
  const most = share(ORDER_HOLDS)
  const few = share(1 - ORDER_HOLDS)
  return lang === 'fr'
    ? [
        ['supported', `${what} tient dans au moins ${most} des tirages d’employeurs`],
        ['contradicted', `${what} tient dans au plus ${few} des tirages d’employeurs`],
      ]
    : [
        ['supported', `${what} holds in at least ${most} of the resamples of employers`],
        ['contradicted', `${what} holds in at most ${few} of the resamples of employers`],
      ]
}
