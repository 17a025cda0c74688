import type { Caveat } from '../../domain/caveat.ts'
import type { ClaimTest, Measure, Population } from '../../domain/claim.ts'
import type { Estimate, Verdict } from '../../domain/verdict.ts'
import { RESAMPLES } from '../statistics/resample-clusters.ts'
import { type Band, bandOf, decide, isPay } from './decide.ts'
import { type MeasureContext, measureClaim } from './measure-claim.ts'
import type { GroupSize, Measured } from './measured.ts'
import type { Accuracies } from './read-accuracy.ts'
import type { SampleReader } from './sample-reader.ts'

/** A claim's test that ads can speak to. */
export type ComputableTest = Extract<ClaimTest, { readonly testable: 'yes' | 'proxy' }>

/** What the judge knows besides the claim. */
export interface JudgeContext {
  readonly read: SampleReader
  readonly accuracies: Accuracies
  readonly middleDate: string | null
  readonly withoutOpenPay: boolean
  /** Draws of employers that ranks and orders are asked of; 2,000 when left out. */
  readonly resamples?: number
}

/** A claim judged once, before the correction for many claims and the robustness re-runs. */
export interface Judgement {
  readonly verdict: Verdict
  readonly estimate: Estimate | null
  readonly band: Band | null
  readonly caveats: readonly Caveat[]
  /** Smallest error probability at which the verdict would still be given; 1 when nothing was decided. */
  readonly pValue: number
  readonly measured: Measured
}

const CONFIDENCE = 0.95
const UNNAMED_LIMIT = 0.3
/** Abilities and full-text words: no labelled ads say how well they are read, as they do for missions. */
const COUNTED_BY_WORDS = /"(?:skill|words):/

/** Measures a claim and compares it: minimum sizes, unreliable readers and the direction of the proxy included. */
export function judgeClaim(test: ComputableTest, context: JudgeContext): Judgement {
  const { comparator, measure } = test
  const measured = measureClaim(measure, test.population, measureContext(test, context))
  const band = bandOf(comparator, measured.unit)
  const estimate = estimateOf(measured)
  const caveats = caveatsOf(test, measured)
  const base = { estimate, band, measured }
  if (measured.figure === null || !isLargeEnough(test, measured.groups)) {
    return { ...base, verdict: 'insufficient_data', caveats, pValue: 1 }
  }
  const verdict = decide(measured, comparator, CONFIDENCE)
  if (measured.readerTooWeak) return { ...base, verdict: 'inconclusive', caveats, pValue: 1 }
  if (test.direction === 'lower-bound' && (verdict === 'overstated' || verdict === 'contradicted')) {
    return { ...base, verdict: 'inconclusive', caveats: unique([...caveats, 'asked-not-done']), pValue: 1 }
  }
  return { ...base, verdict, caveats, pValue: pValueOf(verdict, measured, comparator) }
}

function measureContext({ comparator }: ComputableTest, context: JudgeContext): MeasureContext {
  return {
    ...context,
    resamples: context.resamples ?? RESAMPLES,
    range: comparator.kind === 'range' ? comparator : null,
    place: comparator.kind === 'rank-at-most' ? comparator.value : 1,
  }
}

function estimateOf({ figure, unit, groups }: Measured): Estimate | null {
  if (figure === null) return null
  const { low, high } = figure.at(CONFIDENCE)
  // The second group of a comparison often has the same employers: each counts once.
  const sum = (pick: (group: GroupSize) => number) => groups.reduce((total, group) => total + pick(group), 0)
  const vacancies = sum((group) => group.vacancies)
  const missing = sum((group) => group.missing)
  return {
    value: figure.value,
    low,
    high,
    unit,
    nVacancies: vacancies,
    nEmployers: countEmployers(groups),
    nPostings: sum((group) => group.postings),
    shareMissing: vacancies + missing === 0 ? 0 : missing / (vacancies + missing),
  }
}

function countEmployers([one, ...others]: readonly GroupSize[]): number {
  if (others.length === 0) return one?.clusters.size ?? 0
  const all = new Set(one?.clusters)
  for (const { clusters } of others) for (const cluster of clusters) all.add(cluster)
  return all.size
}

function isLargeEnough(test: ComputableTest, groups: readonly GroupSize[]): boolean {
  return groups.every((group) => group.vacancies >= test.minVacancies && group.employers >= test.minEmployers)
}

/** Caveats of a test by rule; those of the data besides, where something was measured. */
export function caveatsOf(
  test: ComputableTest,
  { caveats, groups }: Pick<Measured, 'caveats' | 'groups'>,
): readonly Caveat[] {
  const found: Caveat[] = [...test.caveats, ...caveats]
  if (test.testable === 'proxy') found.push('proxy')
  if (test.direction === 'lower-bound') found.push('asked-not-done')
  if ('of' in test.measure && typeof test.measure.of === 'string' && isQuantityMeasure(test.measure)) {
    if (isPay(test.measure.of)) found.push('stated-salaries-only')
  }
  if (test.population.basis === 'content' || usesContentRole(test.population)) found.push('role-from-content')
  if (COUNTED_BY_WORDS.test(JSON.stringify([test.measure, test.population]))) found.push('words-counted')
  const { comparator } = test
  if (comparator.kind === 'range' && comparator.to > 2 * comparator.from) found.push('wide-claim')
  const vacancies = groups.reduce((sum, group) => sum + group.vacancies, 0)
  const unnamed = groups.reduce((sum, group) => sum + group.unnamed, 0)
  if (unnamed > UNNAMED_LIMIT * vacancies) found.push('unnamed-employers')
  if (vacancies > 0 && groups.every((group) => group.sources <= 1)) found.push('single-source')
  return unique(found)
}

function isQuantityMeasure(
  measure: Measure,
): measure is Extract<Measure, { kind: 'band' | 'median' | 'mean' | 'ratio' | 'difference' | 'group-order' }> {
  return ['band', 'median', 'mean', 'ratio', 'difference', 'group-order'].includes(measure.kind)
}

function usesContentRole({ where }: Population): boolean {
  return where !== undefined && JSON.stringify(where).includes('"role:')
}

function unique(caveats: readonly Caveat[]): readonly Caveat[] {
  return [...new Set(caveats)]
}

/** Bisects, on a logarithmic scale, for the smallest error probability at which the verdict stands. */
function pValueOf(verdict: Verdict, measured: Measured, comparator: ComputableTest['comparator']): number {
  if (verdict === 'inconclusive' || verdict === 'insufficient_data') return 1
  const stands = (error: number) => decide(measured, comparator, 1 - error) === verdict
  let fails = Math.log(1e-12)
  let holds = Math.log(1 - CONFIDENCE)
  if (stands(Math.exp(fails))) return Math.exp(fails)
  for (let step = 0; step < 30; step++) {
    const middle = (fails + holds) / 2
    if (stands(Math.exp(middle))) holds = middle
    else fails = middle
  }
  return Math.exp(holds)
}
