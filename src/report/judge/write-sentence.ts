import type { Bilingual, Claim, Measure, Population } from '../../domain/claim.ts'
import type { Estimate, Verdict } from '../../domain/verdict.ts'
import { formatFigure, formatInterval, formatNumber, perWhat } from '../render/language/format-figures.ts'
import { frenchTypography, type Lang } from '../render/language/lang.ts'
import { ORDER_HOLDS, SOME } from './decide.ts'
import { featureLabel } from './feature-labels.ts'
import type { ComputableTest } from './judge-claim.ts'
import { populationLabel } from './population-label.ts'

/** What a sentence is made of. */
export interface SentenceInput {
  readonly claim: Claim
  readonly verdict: Verdict
  readonly estimate: Estimate | null
  /** Vacancies in each group compared. */
  readonly groupVacancies?: readonly number[]
  readonly labels: Readonly<Record<string, Bilingual>>
}

/**
 * One plain sentence made from the figures alone, never stronger than the interval: it names the vacancies, the
 * estimate with its interval, and what follows for the claim.
 */
export function writeSentence(input: SentenceInput): Bilingual {
  const { test } = input.claim
  if (test.testable === 'no') return { fr: frenchTypography(test.reason.fr), en: test.reason.en }
  return { fr: frenchTypography(sentence(input, test, 'fr')), en: sentence(input, test, 'en') }
}

function sentence(
  { verdict, estimate, groupVacancies, labels }: SentenceInput,
  test: ComputableTest,
  lang: Lang,
): string {
  if (estimate === null || verdict === 'insufficient_data') return tooFew(test, estimate, groupVacancies ?? [], lang)
  const figure = formatFigure(estimate.value, estimate.unit, lang) + perWhat(estimate.unit, lang)
  const interval = formatInterval(estimate.low, estimate.high, estimate.unit, lang)
  const what = measureLabel(test.measure, labels)[lang]
  const claimed = describeClaimed(test, estimate.unit, lang)
  const follows = FOLLOWS[verdict][lang]
  const n = describeGroups(test, estimate, groupVacancies ?? [], lang)
  const employers = formatNumber(estimate.nEmployers, lang)
  if (test.comparator.kind === 'in-order') {
    const needed = formatFigure(ORDER_HOLDS, estimate.unit, lang)
    return lang === 'fr'
      ? `Sur ${n} (${employers} ${many(estimate.nEmployers, 'employeur')}), l’ordre annoncé tient dans ${figure} des tirages d’employeurs, quand il en faut ${needed} : ${follows}.`
      : `On ${n} (${employers} ${estimate.nEmployers === 1 ? 'employer' : 'employers'}), the order claimed holds in ${figure} of the resamples of employers, where ${needed} is needed: ${follows}.`
  }
  return lang === 'fr'
    ? `Sur ${n} (${employers} ${many(estimate.nEmployers, 'employeur')}), ${what} : ${figure} (intervalle à 95 % : ${interval}) ; ${claimed} : ${follows}.`
    : `On ${n} (${employers} ${estimate.nEmployers === 1 ? 'employer' : 'employers'}), ${what}: ${figure} (95% interval: ${interval}); ${claimed}: ${follows}.`
}

/** "117 offres de social media manager et 141 offres de community manager". */
function describeGroups(test: ComputableTest, estimate: Estimate, counts: readonly number[], lang: Lang): string {
  return eachGroup(test, estimate, counts, lang)
    .map(({ count, label }) => `${formatNumber(count, lang)} ${label}`)
    .join(lang === 'fr' ? ' et ' : ' and ')
}

/** The groups compared with their vacancies; all of them together, of neither group by name, where only the sum is known. */
function eachGroup(
  { measure, population }: ComputableTest,
  estimate: Estimate | null,
  [one, other]: readonly number[],
  lang: Lang,
): readonly { readonly count: number; readonly label: string }[] {
  const against = 'against' in measure ? measure.against : undefined
  const label = (of: Population, count: number) => ({ count, label: populationLabel(of, count)[lang] })
  const sum = estimate?.nVacancies ?? 0
  if (against === undefined) return [label(population, sum)]
  if (one === undefined || other === undefined) return [label({}, sum)]
  return [label(population, one), label(against, other)]
}

/** What the article says, or what its words must mean at least, in the unit of the figure. */
export function describeClaimed({ comparator, claimed }: ComputableTest, unit: Estimate['unit'], lang: Lang): string {
  const fr = lang === 'fr'
  const figure = (value: number) => formatFigure(value, unit, lang)
  switch (comparator.kind) {
    case 'about':
      return fr ? `l’article annonce ${figure(comparator.value)}` : `the article says ${figure(comparator.value)}`
    case 'range':
      return describeRange(comparator, claimed, figure, fr)
    case 'at-least':
      return fr ? `il en faut au moins ${figure(comparator.value)}` : `at least ${figure(comparator.value)} is needed`
    case 'at-most':
      return fr ? `il en faut au plus ${figure(comparator.value)}` : `at most ${figure(comparator.value)} is needed`
    case 'above':
      return fr ? `il en faut plus de ${figure(comparator.value)}` : `more than ${figure(comparator.value)} is needed`
    case 'below':
      return fr ? `il en faut moins de ${figure(comparator.value)}` : `less than ${figure(comparator.value)} is needed`
    case 'can-reach':
      return fr ? `il en faut plus de ${figure(SOME)}` : `more than ${figure(SOME)} is needed`
    case 'rank-at-most':
      return describeRank(comparator.value, figure(comparator.value), fr)
    case 'in-order':
      return fr ? `il en faut ${figure(ORDER_HOLDS)}` : `${figure(ORDER_HOLDS)} is needed`
  }
}

function describeRank(rank: number, name: string, fr: boolean): string {
  const better = rank === 1 ? '' : fr ? ' ou mieux' : ' or better'
  return fr ? `rang annoncé : ${name}${better}` : `rank claimed: ${name}${better}`
}

function tooFew(test: ComputableTest, estimate: Estimate | null, counts: readonly number[], lang: Lang): string {
  const { minVacancies, minEmployers } = test
  const employers = formatNumber(estimate?.nEmployers ?? 0, lang)
  const firms = estimate?.nEmployers ?? 0
  // Without an estimate a group is empty, and the employers of the other were not counted.
  const groups = eachGroup(test, estimate, estimate === null ? [] : counts, lang)
  if (lang === 'fr') {
    const usable = groups.map(
      ({ count, label }) => `${formatNumber(count, lang)} ${label} ${many(count, 'utilisable')}`,
    )
    return `Pas assez d’offres pour juger : ${usable.join(' et ')} de ${employers} ${many(firms, 'employeur')}, quand il en faut au moins ${minVacancies} de ${minEmployers} dans chaque groupe.`
  }
  const usable = groups.map(({ count, label }) => `${formatNumber(count, lang)} usable ${label}`)
  return `Not enough ads to judge: ${usable.join(' and ')} of ${employers} ${firms === 1 ? 'employer' : 'employers'}, where at least ${minVacancies} of ${minEmployers} are needed in each group.`
}

/** A French word in the plural from two on. */
function many(count: number, word: string): string {
  return count < 2 ? word : `${word}s`
}

/** The range as the article writes it; a net amount is followed by the gross one that is compared. */
function describeRange(
  range: { readonly from: number; readonly to: number },
  claimed: ComputableTest['claimed'],
  figure: (value: number) => string,
  fr: boolean,
): string {
  const between = ({ from, to }: typeof range) => `${figure(from)} ${fr ? 'à' : 'to'} ${figure(to)}`
  if (claimed?.basis !== 'net') return fr ? `l’article annonce ${between(range)}` : `the article says ${between(range)}`
  return fr
    ? `l’article annonce ${between(claimed)} net, soit environ ${between(range)} brut`
    : `the article says ${between(claimed)} net, about ${between(range)} gross`
}

const FOLLOWS: Readonly<
  Record<Exclude<Verdict, 'insufficient_data' | 'not_testable'> | 'insufficient_data' | 'not_testable', Bilingual>
> = {
  supported: { fr: 'l’affirmation se vérifie dans les offres', en: 'the ads bear the claim out' },
  overstated: { fr: 'c’est plus que le marché', en: 'that is more than the market' },
  understated: { fr: 'c’est moins que le marché', en: 'that is less than the market' },
  contradicted: { fr: 'les offres disent le contraire', en: 'the ads say the contrary' },
  inconclusive: { fr: 'les données ne permettent pas de trancher', en: 'the data cannot decide' },
  insufficient_data: { fr: 'trop peu d’offres', en: 'too few ads' },
  not_testable: { fr: 'les offres n’en disent rien', en: 'ads say nothing of it' },
}

const QUANTITY: Readonly<Record<string, Bilingual>> = {
  pay: { fr: 'du salaire brut annuel affiché', en: 'advertised gross annual pay' },
  'pay-month': { fr: 'du salaire brut mensuel affiché', en: 'advertised gross monthly pay' },
  'day-rate': { fr: 'du tarif journalier affiché', en: 'advertised day rate' },
  experience: { fr: 'des années d’expérience demandées', en: 'years of experience asked' },
  education: { fr: 'des années d’études demandées après le bac', en: 'years of education asked after the bac' },
}

/** What a measure gives, in a few words. */
export function measureLabel(measure: Measure, labels: Readonly<Record<string, Bilingual>>): Bilingual {
  const quantity = (of: string) => QUANTITY[of] ?? { fr: of, en: of }
  switch (measure.kind) {
    case 'band':
    case 'median':
      return both(
        quantity(measure.of),
        (one) => `médiane ${one}`,
        (one) => `median ${one}`,
      )
    case 'mean':
      return both(
        quantity(measure.of),
        (one) => `moyenne ${one}`,
        (one) => `mean ${one}`,
      )
    case 'ratio':
    case 'difference': {
      const against = populationLabel(measure.against)
      const q = quantity(measure.of)
      return measure.kind === 'ratio'
        ? { fr: `rapport ${q.fr} à celui des ${against.fr}`, en: `${q.en}, over that of ${against.en}` }
        : { fr: `écart ${q.fr} avec les ${against.fr}`, en: `${q.en}, difference with ${against.en}` }
    }
    case 'share':
      return both(
        featureLabel(measure.of, labels),
        (one) => `part où figure « ${one} »`,
        (one) => `share with “${one}”`,
      )
    case 'contrast': {
      const against = populationLabel(measure.against)
      const feature = featureLabel(measure.of, labels)
      return {
        fr: `part où figure « ${feature.fr} », écart avec les ${against.fr}`,
        en: `share with “${feature.en}”, difference with ${against.en}`,
      }
    }
    case 'rank':
      return both(
        featureLabel(measure.of, labels),
        (one) => `rang de « ${one} »`,
        (one) => `rank of “${one}”`,
      )
    case 'feature-order':
    case 'group-order':
      return {
        fr: 'part des tirages d’employeurs où l’ordre annoncé tient',
        en: 'share of employer resamples in which the order claimed holds',
      }
    case 'overlap':
      return {
        fr: `part commune des ${measure.top} premiers`,
        en: `common share of the first ${measure.top}`,
      }
    case 'employers-with':
      return both(
        populationLabel(measure.also),
        (one) => `part des employeurs qui publient aussi des ${one}`,
        (one) => `share of employers that also publish ${one}`,
      )
    case 'trend':
      return both(
        featureLabel(measure.of, labels),
        (one) => `évolution de la part « ${one} » entre les deux moitiés de la période`,
        (one) => `change of the share “${one}” between the two halves of the period`,
      )
  }
}

function both(label: Bilingual, fr: (text: string) => string, en: (text: string) => string): Bilingual {
  return { fr: fr(label.fr), en: en(label.en) }
}
