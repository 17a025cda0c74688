import type { Feature, Measure } from '../../domain/claim.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { type Band, bandOf, HALF, HARDLY_ANY, ORDER_HOLDS, SOME } from '../judge/decide.ts'
import type { ComputableTest } from '../judge/judge-claim.ts'
import { QUANTITY_UNIT } from '../judge/measure-claim.ts'
import type { Unit } from '../judge/measured.ts'
import { limitsOf, reachableBand } from '../judge/reachable-band.ts'
import { correctionFor, LEAST_POSITIVES, LEAST_YOUDEN } from '../judge/read-accuracy.ts'
import { formatFigure, formatNumber } from '../render/language/format-figures.ts'
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
    ...(featuresRead(test.measure).some(isReadByMeaning) ? [readerRule(lang)] : []),
    ...kept,
    ['inconclusive', fr ? 'dans tous les autres cas' : 'in all other cases'],
  ]
}

const BENEATH: readonly Verdict[] = ['overstated', 'contradicted']

/** Features whose reader must be good enough for a measure to decide anything. */
function featuresRead(measure: Measure): readonly Feature[] {
  switch (measure.kind) {
    case 'share':
    case 'contrast':
    case 'trend':
      return [measure.of]
    case 'rank':
      return [measure.of, ...measure.among]
    case 'feature-order':
      return measure.of
    case 'band':
    case 'median':
    case 'mean':
    case 'ratio':
    case 'difference':
    case 'group-order':
    case 'overlap':
    case 'employers-with':
      return []
  }
}

/** Whether how well a feature is read must be measured on labelled ads before anything is decided on it. */
function isReadByMeaning(feature: Feature): boolean {
  return correctionFor(feature, {}).kind === 'too-weak'
}

function readerRule(lang: Lang): VerdictRule {
  const least = formatNumber(LEAST_YOUDEN, lang, 1)
  return [
    'inconclusive',
    lang === 'fr'
      ? `la lecture d’une mission en jeu est mesurée sur moins de ${LEAST_POSITIVES} annonces étiquetées qui la demandent, ou sensibilité + spécificité − 1 est sous ${least}, où que soit l’intervalle`
      : `the reading of a duty at stake is measured on fewer than ${LEAST_POSITIVES} labelled ads that ask for it, or sensitivity + specificity − 1 is below ${least}, wherever the interval lies`,
  ]
}

function decidedRules({ comparator, measure }: ComputableTest, lang: Lang): readonly VerdictRule[] {
  const unit = unitOf(measure)
  const figure = (value: number) => formatFigure(value, unit, lang)
  const share = (value: number) => formatFigure(value, 'share', lang)
  switch (comparator.kind) {
    case 'about':
    case 'range':
      return bandRules(measure, bandOf(comparator, unit), lang)
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

/** A band as far as its figure can lie; no verdict for what lies beyond. */
function bandRules(measure: Measure, band: Band, lang: Lang): readonly VerdictRule[] {
  const unit = unitOf(measure)
  const limits = limitsOf(unit)
  const { low, high } = reachableBand(band, unit)
  const end = (value: number | null) => (value === null ? '' : formatFigure(value, unit, lang))
  const [from, to] = [end(low), end(high)]
  const half = measure.kind === 'band' ? formatFigure(HALF, 'share', lang) : null
  const inside =
    lang === 'fr'
      ? `l’intervalle tient entre ${from} et ${to}${half === null ? '' : `, et au moins ${half} des valeurs aussi`}`
      : `the interval lies between ${from} and ${to}${half === null ? '' : `, and so do at least ${half} of the values`}`
  return [
    ['supported', inside],
    ...(low !== limits.low ? [lies('overstated', 'below', from, lang)] : []),
    ...(high !== limits.high ? [lies('understated', 'above', to, lang)] : []),
  ]
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
