import type { Feature, Measure, Population, Quantity } from '../../domain/claim.ts'
import type { Sample } from '../../store/statistics/sample.ts'
import { allowForErrors } from '../statistics/allow-for-errors.ts'
import { clusterMean } from '../statistics/cluster-mean.ts'
import { clusterShare } from '../statistics/cluster-share.ts'
import { clusterTotals } from '../statistics/cluster-totals.ts'
import type { Figure } from '../statistics/figure.ts'
import { differenceOf, ratioOf } from '../statistics/mover.ts'
import { correctDifference, correctShare } from '../statistics/rogan-gladen.ts'
import { woodruffQuantile } from '../statistics/woodruff-quantile.ts'
import { groupSize } from './group-size.ts'
import { measureEmployers } from './measure-employers.ts'
import { measureFeatureOrder, measureGroupOrder, measureOverlap, measureRank } from './measure-order.ts'
import type { Measured, Unit } from './measured.ts'
import { type Accuracies, correctionFor } from './read-accuracy.ts'
import type { SampleReader } from './sample-reader.ts'

/** What a measure needs besides its population. */
export interface MeasureContext {
  readonly read: SampleReader
  readonly accuracies: Accuracies
  /** ISO day that parts the window in two halves, for trends; null when there is no window. */
  readonly middleDate: string | null
  /** The claimed range, for bands. */
  readonly range: { readonly from: number; readonly to: number } | null
  /** For ranks: the place claimed. */
  readonly place: number
  /** Leaves lone "from" and "up to" amounts out. */
  readonly withoutOpenPay: boolean
  /** Draws of employers that ranks and orders are asked of. */
  readonly resamples: number
}

/** Smallest step by which stated values differ in practice; keeps intervals of heaped values open. */
const RESOLUTION: Readonly<Record<Quantity, number>> = {
  pay: 1000,
  'pay-month': 100,
  'day-rate': 10,
  experience: 1,
  education: 1,
}
/** Unit of each quantity. */
export const QUANTITY_UNIT: Readonly<Record<Quantity, Unit>> = {
  pay: 'eur-year',
  'pay-month': 'eur-month',
  'day-rate': 'eur-day',
  experience: 'years',
  education: 'years',
}

/** Computes the measure of a claim on a population. */
export function measureClaim(measure: Measure, population: Population, context: MeasureContext): Measured {
  switch (measure.kind) {
    case 'band':
    case 'median':
    case 'mean':
      return measureQuantity(measure.kind, measure.of, population, context)
    case 'ratio':
    case 'difference':
      return compareQuantity(measure, population, context)
    case 'share':
      return shareOfSample(shareSample(measure, population, context), measure.of, context)
    case 'contrast':
      return measureContrast(
        shareSample(measure, population, context),
        shareSample(measure, measure.against, context),
        measure.of,
        context,
      )
    case 'rank':
      return measureRank(measure, population, context)
    case 'feature-order':
      return measureFeatureOrder(measure.of, population, context)
    case 'group-order':
      return measureGroupOrder(measure, population, context)
    case 'overlap':
      return measureOverlap(measure, population, context)
    case 'employers-with':
      return measureEmployers(measure.also, population, context)
    case 'trend':
      return measureTrend(measure.of, population, context)
  }
}

const PLAIN = { inside: null, holds: null, caveats: [], readerTooWeak: false } as const

function quantitySample(of: Quantity, population: Population, { read, withoutOpenPay }: MeasureContext): Sample {
  return read(population, withoutOpenPay ? { quantity: of, withoutOpenPay } : { quantity: of })
}

function figureOf(sample: Sample, of: Quantity, at: number | 'median' | 'mean'): Figure | null {
  if (sample.count.length === 0) return null
  if (at === 'mean') return clusterMean(sample, RESOLUTION[of])
  return woodruffQuantile(sample, at === 'median' ? 0.5 : at, RESOLUTION[of])
}

function measureQuantity(
  kind: 'band' | 'median' | 'mean',
  of: Quantity,
  population: Population,
  context: MeasureContext,
): Measured {
  const sample = quantitySample(of, population, context)
  const figure = figureOf(sample, of, kind === 'mean' ? 'mean' : 'median')
  const range = kind === 'band' && figure !== null ? context.range : null
  const inside =
    range === null
      ? null
      : clusterShare(clusterTotals(sample, (value) => (value >= range.from && value <= range.to ? 1 : 0)))
  return { ...PLAIN, unit: QUANTITY_UNIT[of], figure, inside, groups: [groupSize(sample)] }
}

function compareQuantity(
  measure: Extract<Measure, { kind: 'ratio' | 'difference' }>,
  population: Population,
  context: MeasureContext,
): Measured {
  const samples = [population, measure.against].map((group) => quantitySample(measure.of, group, context))
  const [one, other] = samples.map((sample) => figureOf(sample, measure.of, measure.at))
  const groups = samples.map(groupSize)
  if (!one || !other) return { ...PLAIN, unit: QUANTITY_UNIT[measure.of], figure: null, groups }
  return measure.kind === 'ratio'
    ? { ...PLAIN, unit: 'ratio', figure: ratioOf(one, other), groups }
    : { ...PLAIN, unit: QUANTITY_UNIT[measure.of], figure: differenceOf(one, other), groups }
}

function shareSample(
  { of, among }: { readonly of: Feature; readonly among?: Feature },
  population: Population,
  { read }: MeasureContext,
): Sample {
  return read(population, among === undefined ? { feature: of } : { feature: of, among })
}

/** Share of the vacancies of a sample whose value is 1, corrected for reading errors where they are measured. */
function shareOfSample(sample: Sample, of: Feature, context: MeasureContext): Measured {
  const groups = [groupSize(sample)]
  if (sample.count.length === 0) return { ...PLAIN, unit: 'share', figure: null, groups }
  const read = clusterShare(clusterTotals(sample))
  const correction = correctionFor(of, context.accuracies)
  switch (correction.kind) {
    case 'exact':
      return { ...PLAIN, unit: 'share', figure: read, groups }
    case 'measured':
      return { ...PLAIN, unit: 'share', figure: correctShare(read, correction.accuracy), groups }
    case 'bounded':
      return {
        ...PLAIN,
        unit: 'share',
        figure: allowForErrors(read, correction.bounds),
        groups,
        caveats: ['reader-uncorrected'],
      }
    case 'too-weak':
      return { ...PLAIN, unit: 'share', figure: read, groups, caveats: ['reader-error'], readerTooWeak: true }
  }
}

/** The difference of two shares; what one reader gets wrong in both alike is corrected in the difference itself. */
function contrastOf(sample: Sample, against: Sample, of: Feature, context: MeasureContext): Figure | null {
  const one = shareOfSample(sample, of, context).figure
  const other = shareOfSample(against, of, context).figure
  if (one === null || other === null) return null
  const correction = correctionFor(of, context.accuracies)
  if (correction.kind !== 'measured') return differenceOf(one, other)
  const asRead = (part: Sample) => clusterShare(clusterTotals(part))
  return correctDifference(differenceOf(asRead(sample), asRead(against)), correction.accuracy)
}

/** Share of a feature in one sample minus that in another. */
function measureContrast(sample: Sample, against: Sample, of: Feature, context: MeasureContext): Measured {
  const one = shareOfSample(sample, of, context)
  const other = shareOfSample(against, of, context)
  return {
    ...PLAIN,
    unit: 'points',
    figure: contrastOf(sample, against, of, context),
    groups: [...one.groups, ...other.groups],
    caveats: one.caveats,
    readerTooWeak: one.readerTooWeak || other.readerTooWeak,
  }
}

function measureTrend(of: Feature, population: Population, context: MeasureContext): Measured {
  const { middleDate, read } = context
  if (middleDate === null) return { ...PLAIN, unit: 'points', figure: null, groups: [] }
  const half = (seen: 'before' | 'since') => read(population, { feature: of, [seen]: middleDate })
  return measureContrast(half('since'), half('before'), of, context)
}
