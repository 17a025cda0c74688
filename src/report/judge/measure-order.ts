import type { Feature, Measure, Population } from '../../domain/claim.ts'
import type { Sample } from '../../store/statistics/sample.ts'
import { bitTally, clusterColumns, sumColumns } from '../statistics/cluster-columns.ts'
import type { Figure } from '../statistics/figure.ts'
import { resampleClusters } from '../statistics/resample-clusters.ts'
import { studentQuantile } from '../statistics/student-t.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { groupSize } from './group-size.ts'
import type { MeasureContext } from './measure-claim.ts'
import type { Measured } from './measured.ts'
import { type Accuracies, correctionFor } from './read-accuracy.ts'

/** Place of a feature among others by share (or by contrast), and in how many resamples it holds the place claimed. */
export function measureRank(
  measure: Extract<Measure, { kind: 'rank' }>,
  population: Population,
  context: MeasureContext,
): Measured {
  const features = [measure.of, ...measure.among.filter((one) => JSON.stringify(one) !== JSON.stringify(measure.of))]
  const samples = [population, ...(measure.against === undefined ? [] : [measure.against])].map((group) =>
    context.read(group, { features }),
  )
  const correct = features.map((feature) => pointCorrection(feature, context.accuracies))
  const rank = (sums: Float64Array) =>
    1 + shares(sums, features.length, correct).filter((one, _, [first = 0]) => one > first).length
  const columns = clusterColumns(samples, features.length + 1, bitTally(features.length))
  const ranks = resampled(columns, rank, context.resamples)
  const figure = rankFigure(rank(sumColumns(columns)), ranks)
  const holds = ranks.filter((one) => one <= context.place).length / Math.max(1, ranks.length)
  return result('rank', samples, figure, holds, features, context)
}

/** Whether features come in the order named, by share. */
export function measureFeatureOrder(of: readonly Feature[], population: Population, context: MeasureContext): Measured {
  const sample = context.read(population, { features: of })
  const correct = of.map((feature) => pointCorrection(feature, context.accuracies))
  const columns = clusterColumns([sample], of.length + 1, bitTally(of.length))
  const inOrder = (sums: Float64Array) => isDescending(shares(sums, of.length, correct))
  return result('share', [sample], ...orderOutcome(columns, inOrder, context.resamples), of, context)
}

/** Whether groups come in the order named, by their mean. */
export function measureGroupOrder(
  measure: Extract<Measure, { kind: 'group-order' }>,
  population: Population,
  context: MeasureContext,
): Measured {
  const samples = measure.groups.map((group) => context.read({ ...population, ...group }, { quantity: measure.of }))
  const columns = clusterColumns(samples, 2, (value) => [1, value])
  const inOrder = (sums: Float64Array) =>
    isDescending(samples.map((_, group) => (sums[2 * group + 1] ?? 0) / (sums[2 * group] ?? 0)))
  return result('share', samples, ...orderOutcome(columns, inOrder, context.resamples), [], context)
}

/** Share of the most frequent features of one group that are also among those of the other. */
export function measureOverlap(
  measure: Extract<Measure, { kind: 'overlap' }>,
  population: Population,
  context: MeasureContext,
): Measured {
  const samples = [population, measure.against].map((group) => context.read(group, { features: measure.of }))
  const size = measure.of.length
  const columns = clusterColumns(samples, size + 1, bitTally(size))
  const overlap = (sums: Float64Array) => {
    const [one, other] = [sums.subarray(1, size + 1), sums.subarray(size + 2)].map((part) => topOf(part, measure.top))
    const longest = Math.max(1, one?.size ?? 0, other?.size ?? 0)
    return [...(one ?? [])].filter((feature) => other?.has(feature)).length / longest
  }
  const drawn = resampled(columns, overlap, context.resamples)
  const value = overlap(sumColumns(columns))
  // The share moves in steps of 1/top; half a step either way keeps the interval open.
  const step = 0.5 / measure.top
  const figure: Figure = {
    value,
    at: (confidence) => ({
      low: Math.max(0, Math.min(value, percentile(drawn, (1 - confidence) / 2)) - step),
      high: Math.min(1, Math.max(value, percentile(drawn, (1 + confidence) / 2)) + step),
    }),
  }
  return { ...result('share', samples, figure, 0, [], context), holds: null }
}

/** Share of the resamples in which an order holds, as a figure with Wilson's interval for so many draws. */
function orderOutcome(
  columns: readonly Float64Array[],
  inOrder: (sums: Float64Array) => boolean,
  resamples: number,
): readonly [Figure, number] {
  const drawn = resampled(columns, (sums) => (inOrder(sums) ? 1 : 0), resamples)
  const holds = drawn.reduce((sum, one) => sum + one, 0) / Math.max(1, drawn.length)
  return [
    {
      value: holds,
      at: (confidence) => wilsonInterval(holds, Math.max(1, drawn.length), studentQuantile(confidence, drawn.length)),
    },
    holds,
  ]
}

function result(
  unit: 'rank' | 'share',
  samples: readonly Sample[],
  figure: Figure,
  holds: number,
  features: readonly Feature[],
  context: MeasureContext,
): Measured {
  const weak = features.some((feature) => correctionFor(feature, context.accuracies).kind === 'too-weak')
  const empty = samples.some((sample) => sample.count.length === 0)
  return {
    unit,
    figure: empty ? null : figure,
    inside: null,
    holds,
    groups: samples.map(groupSize),
    caveats: weak ? ['reader-error'] : [],
    readerTooWeak: weak,
  }
}

/** Shares of the features; minus those of the second group when there is one. `sums`: n, hits … of each group. */
function shares(
  sums: Float64Array,
  features: number,
  correct: readonly ((share: number) => number)[],
): readonly number[] {
  const width = features + 1
  const shareOf = (group: number, feature: number) =>
    correct[feature]?.((sums[group * width + 1 + feature] ?? 0) / (sums[group * width] ?? 0)) ?? 0
  return correct.map((_, feature) => shareOf(0, feature) - (sums.length > width ? shareOf(1, feature) : 0))
}

function pointCorrection(feature: Feature, accuracies: Accuracies): (share: number) => number {
  const correction = correctionFor(feature, accuracies)
  if (correction.kind !== 'measured') return (share) => share
  const { sensitivity, specificity } = correction.accuracy
  return (share) => (share + specificity - 1) / (sensitivity + specificity - 1)
}

function isDescending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || (values[index - 1] ?? Number.NaN) > value)
}

function topOf(hits: Float64Array, top: number): ReadonlySet<number> {
  const order = Array.from(hits.keys()).sort((a, b) => (hits[b] ?? 0) - (hits[a] ?? 0) || a - b)
  return new Set(order.slice(0, top).filter((feature) => (hits[feature] ?? 0) > 0))
}

function resampled(
  columns: readonly Float64Array[],
  statistic: (sums: Float64Array) => number,
  resamples: number,
): readonly number[] {
  const drawn: number[] = []
  resampleClusters(columns, (sums) => drawn.push(statistic(sums)), resamples)
  return drawn.sort((a, b) => a - b)
}

function percentile(sorted: readonly number[], probability: number): number {
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(probability * sorted.length) - 1))
  return sorted[index] ?? Number.NaN
}

function rankFigure(value: number, ranks: readonly number[]): Figure {
  return {
    value,
    at: (confidence) => ({
      low: Math.min(value, percentile(ranks, (1 - confidence) / 2)),
      high: Math.max(value, percentile(ranks, (1 + confidence) / 2)),
    }),
  }
}
