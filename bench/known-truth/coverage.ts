import { clusterMean } from '../../src/report/statistics/cluster-mean.ts'
import { clusterShare } from '../../src/report/statistics/cluster-share.ts'
import { clusterTotals } from '../../src/report/statistics/cluster-totals.ts'
import type { Figure } from '../../src/report/statistics/figure.ts'
import { differenceOf } from '../../src/report/statistics/mover.ts'
import { correctDifference, correctShare } from '../../src/report/statistics/rogan-gladen.ts'
import { quantileOf, sortValues } from '../../src/report/statistics/sorted-values.ts'
import { woodruffQuantile } from '../../src/report/statistics/woodruff-quantile.ts'
import { type DrawnMarket, drawMarket, drawPay, drawShare, poorReader } from './draw-market.ts'
import { measureReader } from './measure-reader.ts'

/** One figure whose true value is known, and how a market gives an estimate of it. */
export interface CoverageCase {
  readonly name: string
  readonly truth: number
  readonly estimate: (market: DrawnMarket) => Figure
}

/** How well the intervals of a figure behave. */
export interface Coverage {
  /** Share (0–1) of the 95 % intervals that hold the true value. */
  readonly coverage: number
  /** Mean width of the intervals over the distance between the 2.5 % and 97.5 % points of the estimates. */
  readonly widthRatio: number
  readonly narrowest: number
}

const RESOLUTION = 1000
const TRUE_SHARES = [0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97]
const PAY_CENTRES = [28_500, 30_000, 32_500]

/** Pay of so many independent vacancies that its median and mean can be taken for the true ones. */
function truePay(centre: number): { readonly median: number; readonly mean: number } {
  const many = drawPay({ ...drawMarket(400_000, 400_000, 1), sizes: new Array<number>(200_000).fill(1) }, centre, 0)
  return { median: quantileOf(sortValues(many), 0.5), mean: clusterMean(many, 0).value }
}

/** Shares from 3 to 97 %, read well and poorly; means and medians of heaped pay; differences of them. */
export function coverageCases(): readonly CoverageCase[] {
  const share = (market: DrawnMarket, truth: number) => clusterShare(clusterTotals(drawShare(market, truth)))
  const asReadPoorly = (market: DrawnMarket, truth: number) =>
    clusterShare(clusterTotals(drawShare(market, truth, poorReader(0.2, 0.05))))
  const readPoorly = (market: DrawnMarket, truth: number) =>
    correctShare(asReadPoorly(market, truth), measureReader(market.random, 0.2, 0.05))
  const pays = PAY_CENTRES.map((centre) => ({ centre, ...truePay(centre) }))
  return [
    ...TRUE_SHARES.map((truth) => ({
      name: `share ${truth}`,
      truth,
      estimate: (market: DrawnMarket) => share(market, truth),
    })),
    ...TRUE_SHARES.map((truth) => ({
      name: `share ${truth}, read poorly`,
      truth,
      estimate: (market: DrawnMarket) => readPoorly(market, truth),
    })),
    ...[0.1, 0.4].map((truth) => ({
      name: `difference of shares around ${truth}`,
      truth: 0.2,
      estimate: (market: DrawnMarket) => differenceOf(share(market, truth + 0.2), share(market, truth)),
    })),
    ...[0.1, 0.4].map((truth) => ({
      name: `difference of shares around ${truth}, read poorly`,
      truth: 0.2,
      estimate: (market: DrawnMarket) =>
        correctDifference(
          differenceOf(asReadPoorly(market, truth + 0.2), asReadPoorly(market, truth)),
          measureReader(market.random, 0.2, 0.05),
        ),
    })),
    ...pays.map(({ centre, mean }) => ({
      name: `mean pay around ${centre}`,
      truth: mean,
      estimate: (market: DrawnMarket) => clusterMean(drawPay(market, centre), RESOLUTION),
    })),
    ...pays.map(({ centre, median }) => ({
      name: `median pay around ${centre}`,
      truth: median,
      estimate: (market: DrawnMarket) => woodruffQuantile(drawPay(market, centre), 0.5, RESOLUTION),
    })),
  ]
}

/** Draws markets and counts how often the interval holds the truth. */
export function measureCoverage(
  { truth, estimate }: CoverageCase,
  {
    vacancies,
    employers,
    markets,
  }: { readonly vacancies: number; readonly employers: number; readonly markets: number },
): Coverage {
  const values: number[] = []
  let held = 0
  let widths = 0
  let narrowest = Number.POSITIVE_INFINITY
  for (let seed = 1; seed <= markets; seed++) {
    const figure = estimate(drawMarket(vacancies, employers, 7_919 * seed + employers))
    const { low, high } = figure.at(0.95)
    if (low <= truth && truth <= high) held += 1
    widths += high - low
    narrowest = Math.min(narrowest, high - low)
    values.push(figure.value)
  }
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.min(markets - 1, Math.floor(share * markets))] ?? Number.NaN
  return { coverage: held / markets, widthRatio: widths / markets / (at(0.975) - at(0.025)), narrowest }
}
