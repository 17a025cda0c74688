import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMarket, drawPay, drawShare } from '../../../bench/known-truth/draw-market.ts'
import { clusterMean } from '../../../src/report/statistics/cluster-mean.ts'
import { clusterShare } from '../../../src/report/statistics/cluster-share.ts'
import { clusterTotals } from '../../../src/report/statistics/cluster-totals.ts'
import { clusterVariance } from '../../../src/report/statistics/cluster-variance.ts'
import { effectiveDegrees } from '../../../src/report/statistics/effective-degrees.ts'
import { correctShare } from '../../../src/report/statistics/rogan-gladen.ts'
import { seededRandom } from '../../../src/report/statistics/seeded-random.ts'
import { woodruffQuantile } from '../../../src/report/statistics/woodruff-quantile.ts'
import type { Sample } from '../../../src/store/statistics/sample.ts'
import { sampleOf } from './sample-of.ts'

const rows = (value: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), value, fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 60,
  })
const share = rows(fc.integer({ min: 0, max: 1 }))
const pay = rows(fc.integer({ min: 18, max: 80 }).map((thousands) => thousands * 1000))
const confidence = fc.constantFrom(0.8, 0.95, 0.99, 0.9999)

describe('intervals', () => {
  it('of shares lie in 0–1, hold the share and never have width 0', () => {
    fc.assert(
      fc.property(share, confidence, (cells, level) => {
        const figure = clusterShare(clusterTotals(sampleOf(cells)))
        const { low, high } = figure.at(level)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(figure.value + 1e-9)
        expect(high).toBeGreaterThanOrEqual(figure.value - 1e-9)
        expect(high - low).toBeGreaterThan(0)
      }),
    )
  })

  it('of corrected shares do too', () => {
    const accuracy = { sensitivity: 0.8, specificity: 0.9, positives: 40, negatives: 60 }
    fc.assert(
      fc.property(share, confidence, (cells, level) => {
        const figure = correctShare(clusterShare(clusterTotals(sampleOf(cells))), accuracy)
        const { low, high } = figure.at(level)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high - low).toBeGreaterThan(0)
        expect(low).toBeLessThanOrEqual(figure.value)
        expect(high).toBeGreaterThanOrEqual(figure.value)
      }),
    )
  })

  it('of quantiles hold the quantile, never have width 0 and grow with the confidence', () => {
    fc.assert(
      fc.property(pay, fc.constantFrom(0.25, 0.5, 0.75), (cells, probability) => {
        const figure = woodruffQuantile(sampleOf(cells), probability, 1000)
        const narrow = figure.at(0.9)
        const wide = figure.at(0.99)
        expect(narrow.low).toBeLessThanOrEqual(figure.value)
        expect(narrow.high).toBeGreaterThanOrEqual(figure.value)
        expect(narrow.high - narrow.low).toBeGreaterThan(0)
        expect(wide.high - wide.low).toBeGreaterThanOrEqual(Math.min(narrow.high - narrow.low, 1000))
      }),
    )
  })

  it('of means never have width 0, even when all pay is the same', () => {
    const { low, high } = clusterMean(sampleOf(Array.from({ length: 30 }, (_, cluster) => [cluster, 30_000])), 1000).at(
      0.95,
    )
    expect(high - low).toBeGreaterThan(100)
    expect(low).toBeLessThan(30_000)
    fc.assert(
      fc.property(pay, (cells) => {
        const interval = clusterMean(sampleOf(cells), 1000).at(0.95)
        expect(interval.high - interval.low).toBeGreaterThan(0)
      }),
    )
  })

  it('widen when the same vacancies come from fewer employers', () => {
    const width = (employers: number) => {
      const cells = Array.from(
        { length: 300 },
        (_, index) => [index % employers, index % employers < employers / 2 ? 1 : 0] as const,
      )
      const { low, high } = clusterShare(clusterTotals(sampleOf(cells))).at(0.95)
      return high - low
    }
    expect(width(20)).toBeGreaterThan(width(100) * 1.5)
    expect(width(100)).toBeGreaterThan(width(300) * 1.2)
  })

  it('rest on the effective number of employers: a giant among them leaves few degrees of freedom', () => {
    const equal = sampleOf(Array.from({ length: 40 }, (_, cluster) => [cluster, 1, 10]))
    const giant = sampleOf(Array.from({ length: 40 }, (_, cluster) => [cluster, 1, cluster === 0 ? 400 : 1]))
    expect(effectiveDegrees(clusterTotals(equal))).toBeCloseTo(39, 9)
    expect(effectiveDegrees(clusterTotals(giant))).toBe(1)
  })

  it('use the jackknife over employers, exactly', () => {
    fc.assert(
      fc.property(rows(fc.integer({ min: 0, max: 50 })), (cells) => {
        const totals = clusterTotals(sampleOf(cells))
        fc.pre(totals.n.length > 1)
        const sum = totals.sum.reduce((a, b) => a + b, 0)
        let squares = 0
        for (const [cluster, size] of totals.n.entries()) {
          squares += ((sum - (totals.sum[cluster] ?? 0)) / (totals.total - size) - sum / totals.total) ** 2
        }
        expect(clusterVariance(totals, sum / totals.total)).toBeCloseTo(squares, 9)
      }),
    )
  })
})

/** Interval of a statistic by drawing employers with replacement: slow, simple, and no formula. */
function bootstrap(sample: Sample, statistic: (sample: Sample) => number, rounds = 400): readonly [number, number] {
  const random = seededRandom(5)
  const clusters = [...new Set(sample.cluster)]
  const byCluster = new Map(clusters.map((cluster) => [cluster, [] as (readonly [number, number])[]]))
  for (const [cell, cluster] of sample.cluster.entries()) {
    byCluster.get(cluster)?.push([sample.value[cell] ?? 0, sample.count[cell] ?? 0])
  }
  const drawn = Array.from({ length: rounds }, () =>
    statistic(
      sampleOf(
        clusters.flatMap((_, place) => {
          const cells = byCluster.get(clusters[Math.floor(random() * clusters.length)] ?? 0) ?? []
          return cells.map(([value, count]) => [place, value, count] as const)
        }),
      ),
    ),
  ).sort((a, b) => a - b)
  return [drawn[Math.floor(0.025 * rounds)] ?? 0, drawn[Math.floor(0.975 * rounds)] ?? 0]
}

describe('the cluster bootstrap, as an oracle,', () => {
  const even = (employers: number, seed: number) => ({
    sizes: new Array<number>(employers).fill(8),
    random: seededRandom(seed),
  })
  it.each([
    ['a share', (seed: number) => drawShare(even(80, seed), 0.4), (one: Sample) => clusterShare(clusterTotals(one))],
    ['a mean', (seed: number) => drawPay(even(80, seed), 30_000), (one: Sample) => clusterMean(one, 0)],
    [
      'a median',
      (seed: number) => drawPay({ ...drawMarket(600, 80, seed) }, 32_500),
      (one: Sample) => woodruffQuantile(one, 0.5, 1000),
    ],
  ])('agrees on the width of the interval of %s', (_, draw, figureOf) => {
    const ratios = [1, 2, 3, 4, 5].map((seed) => {
      const sample = draw(seed)
      const { low, high } = figureOf(sample).at(0.95)
      const [from, to] = bootstrap(sample, (one) => figureOf(one).value)
      return (high - low) / Math.max(to - from, 500 * Number(high > 1))
    })
    const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length
    expect(mean).toBeGreaterThan(0.85)
    expect(mean).toBeLessThan(1.5)
  })
})
