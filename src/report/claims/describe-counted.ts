import type { Feature, Measure, Population } from '../../domain/claim.ts'
import { featureLabel } from '../judge/feature-labels.ts'
import type { ComputableTest } from '../judge/judge-claim.ts'
import { populationLabel } from '../judge/population-label.ts'
import { measureLabel } from '../judge/write-sentence.ts'
import type { Lang } from '../render/language/lang.ts'

/** A line of a page: what it is, and what there is to say. */
export type PageLine = readonly [label: string, text: string]

/** Which vacancies a test counts, what is read from each, and what it is compared with: lines in one language. */
export function describeCounted({ population, measure, proxy, direction }: ComputableTest, lang: Lang): PageLine[] {
  const fr = lang === 'fr'
  const lines: PageLine[] = [
    [fr ? 'offres' : 'vacancies', wholeGroup(population, lang)],
    [fr ? 'métier' : 'role', roleBasis(population, fr)],
    [fr ? 'contrats' : 'contracts', describeContracts(population, lang)],
  ]
  if (population.where !== undefined)
    lines.push([fr ? 'seulement si' : 'only where', featureText(population.where, lang)])
  lines.push([fr ? 'chiffre' : 'figure', figureText(measure, lang)])
  lines.push(...comparedGroups(measure, lang))
  if (proxy !== null) lines.push([fr ? 'indirectement' : 'indirectly, by', proxy[lang]])
  if (direction === 'lower-bound')
    lines.push([
      fr ? 'à savoir' : 'note',
      fr
        ? 'une tâche demandée dans x % des offres est faite dans x % des postes au moins : c’est un minimum'
        : 'what x% of the ads ask for is done in at least x% of the jobs: a lower bound',
    ])
  return lines
}

/** The group without what restricts it further, which has a line of its own. */
function wholeGroup({ where: _, ...population }: Population, lang: Lang): string {
  return populationLabel(population)[lang]
}

function roleBasis({ role, basis }: Population, fr: boolean): string {
  if (role === undefined) return fr ? 'tous' : 'any'
  if (basis === 'content') return fr ? 'd’après les missions lues dans l’annonce' : 'by the duties read in the ad'
  return fr ? 'd’après l’intitulé de l’offre' : 'by the title of the ad'
}

function describeContracts({ contracts }: Population, lang: Lang): string {
  if (contracts === 'any') return lang === 'fr' ? 'tous' : 'any'
  const listed = contracts ?? ['cdi', 'cdd', 'interim', 'unknown']
  return listed.map((contract) => featureLabel(`contract:${contract}`)[lang]).join(', ')
}

/** A population in one line, with what sets it apart. */
function groupText(population: Population, lang: Lang): string {
  const { where, contracts, role } = population
  // What the group is restricted to says enough where no job is named.
  const parts = role === undefined && where !== undefined ? [] : [wholeGroup(population, lang)]
  if (where !== undefined) parts.push(featureText(where, lang))
  if (contracts !== undefined) parts.push(describeContracts(population, lang))
  return parts.join(lang === 'fr' ? ' ; ' : '; ')
}

function figureText(measure: Measure, lang: Lang): string {
  const label = measureLabel(measure, {})[lang]
  const fr = lang === 'fr'
  switch (measure.kind) {
    case 'band':
      return fr ? `${label}, et part des valeurs dans la fourchette` : `${label}, and share of values inside the range`
    case 'ratio':
    case 'difference':
      return `${label} (${atText(measure.at, fr)})`
    case 'share':
    case 'contrast':
      return measure.among === undefined
        ? label
        : `${label}, ${fr ? 'parmi celles où figure' : 'among those with'} ${quoted(measure.among, lang)}`
    default:
      return label
  }
}

function atText(at: number | 'median' | 'mean', fr: boolean): string {
  if (at === 'mean') return fr ? 'moyennes' : 'means'
  if (at === 'median' || at === 0.5) return fr ? 'médianes' : 'medians'
  if (at === 0.25) return fr ? 'premiers quartiles' : 'lower quartiles'
  if (at === 0.75) return fr ? 'troisièmes quartiles' : 'upper quartiles'
  return fr ? `quantiles à ${at * 100} %` : `quantiles at ${at * 100}%`
}

/** The other group, the list that is ranked, or the order claimed. */
function comparedGroups(measure: Measure, lang: Lang): PageLine[] {
  const fr = lang === 'fr'
  const lines: PageLine[] = []
  if ('against' in measure && measure.against !== undefined)
    lines.push([fr ? 'face à' : 'against', groupText(measure.against, lang)])
  switch (measure.kind) {
    case 'rank':
      return [...lines, [fr ? 'parmi' : 'among', featureList(measure.among, lang)]]
    case 'feature-order':
      return [...lines, [fr ? 'ordre annoncé' : 'order claimed', featureList(measure.of, lang, ' > ')]]
    case 'group-order':
      return [
        ...lines,
        [fr ? 'ordre annoncé' : 'order claimed', measure.groups.map((group) => groupText(group, lang)).join(' > ')],
      ]
    case 'overlap':
      return [...lines, [fr ? 'parmi' : 'among', featureList(measure.of, lang)]]
    case 'employers-with':
      return [...lines, [fr ? 'avec aussi' : 'that also have', groupText(measure.also, lang)]]
    default:
      return lines
  }
}

function featureList(features: readonly Feature[], lang: Lang, between = ', '): string {
  return features.map((feature) => featureText(feature, lang)).join(between)
}

function featureText(feature: Feature, lang: Lang): string {
  return featureLabel(feature)[lang]
}

function quoted(feature: Feature, lang: Lang): string {
  return lang === 'fr' ? `« ${featureText(feature, lang)} »` : `“${featureText(feature, lang)}”`
}
