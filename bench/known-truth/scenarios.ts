import type { Population } from '../../src/domain/claim.ts'
import type { ComputableTest } from '../../src/report/judge/judge-claim.ts'
import type { Accuracies } from '../../src/report/judge/read-accuracy.ts'
import type { SampleReader } from '../../src/report/judge/sample-reader.ts'
import { EMPTY_SAMPLE, type Sample } from '../../src/store/statistics/sample.ts'
import { type DrawnMarket, drawPay, drawSample, drawShare, poorReader, WITHIN_EMPLOYER } from './draw-market.ts'
import { LABELLED, type LabelledAds, measureReader } from './measure-reader.ts'

/** How much there is to judge by. */
export interface MarketSize {
  readonly vacancies: number
  readonly employers: number
  /** Labelled ads that a poor reader is measured on. */
  readonly labelled: LabelledAds
}

/** A claim of one kind, and markets at a stated distance from it. */
export interface Scenario {
  readonly name: string
  readonly test: ComputableTest
  /** The market that must be enough to support a true claim. */
  readonly decidesAt: MarketSize
  /** Draws what the claim is judged on, `distance` tolerances away from its centre. */
  readonly draw: (
    market: DrawnMarket,
    distance: number,
    labelled: LabelledAds,
  ) => { readonly read: SampleReader; readonly accuracies: Accuracies }
}

/** The market on which the judge is expected to decide. */
export const DECIDING: MarketSize = { vacancies: 800, employers: 250, labelled: LABELLED }

const SMM: Population = { role: 'smm' }
const CM: Population = { role: 'cm' }
const SHARE = 'tool:canva'
const MISSION = 'mission:animation'

/** A reader that misses and invents so much (shares, 0–1) of one feature. */
export const POOR_READER = { feature: MISSION, missed: 0.2, invented: 0.05 } as const

function computable(test: Pick<ComputableTest, 'population' | 'measure' | 'comparator'>, pay = false): ComputableTest {
  const least = pay ? { minVacancies: 20, minEmployers: 12 } : { minVacancies: 30, minEmployers: 15 }
  return { testable: 'yes', proxy: null, direction: 'equal', caveats: [], ...least, ...test }
}

function readers(bySide: Readonly<Record<string, Sample>>): SampleReader {
  return (population) => bySide[typeof population.role === 'string' ? population.role : 'all'] ?? EMPTY_SAMPLE
}

const exact = (bySide: Readonly<Record<string, Sample>>) => ({ read: readers(bySide), accuracies: {} })

// A claim with an open end ("most", "more than", "first") has no centre: three tolerances inside stand for it.
const inside = (distance: number) => (distance === 0 ? -3 : distance)

/** What a reader that misses 20 % and invents 5 % makes of shares, with its accuracy as measured. */
function readPoorly(market: DrawnMarket, shares: Readonly<Record<string, number>>, labelled: LabelledAds) {
  const { missed, invented } = POOR_READER
  const read = Object.entries(shares).map(([side, share]) => [
    side,
    drawShare(market, share, poorReader(missed, invented)),
  ])
  return {
    read: readers(Object.fromEntries(read)),
    accuracies: { [MISSION]: measureReader(market.random, missed, invented, labelled) },
  }
}

/** A scenario with or without the market that it needs. */
type Draft = Omit<Scenario, 'decidesAt'> & { readonly decidesAt?: MarketSize }

const DRAFTS: readonly Draft[] = [
  {
    name: 'share about 50 %',
    test: computable({
      population: CM,
      measure: { kind: 'share', of: SHARE },
      comparator: { kind: 'about', value: 0.5 },
    }),
    draw: (market, distance) => exact({ cm: drawShare(market, 0.5 + 0.1 * distance) }),
  },
  {
    name: 'share about 15 %',
    test: computable({
      population: CM,
      measure: { kind: 'share', of: SHARE },
      comparator: { kind: 'about', value: 0.15 },
    }),
    draw: (market, distance) => exact({ cm: drawShare(market, 0.15 + 0.1 * distance) }),
  },
  {
    name: 'share about 60 %, read by a poor reader',
    // Impossible at 800 of 250, whatever the formula and the labelled ads: docs/method.md.
    decidesAt: { vacancies: 3000, employers: 1000, labelled: { positives: 400, negatives: 400 } },
    test: computable({
      population: CM,
      measure: { kind: 'share', of: MISSION },
      comparator: { kind: 'about', value: 0.6 },
    }),
    draw: (market, distance, labelled) => readPoorly(market, { cm: 0.6 - 0.1 * distance }, labelled),
  },
  {
    name: 'share at least 50 %, read by a poor reader',
    test: computable({
      population: CM,
      measure: { kind: 'share', of: MISSION },
      comparator: { kind: 'at-least', value: 0.5 },
    }),
    draw: (market, distance, labelled) => readPoorly(market, { cm: 0.5 - 0.1 * inside(distance) }, labelled),
  },
  {
    name: 'share at least 50 %',
    test: computable({
      population: CM,
      measure: { kind: 'share', of: SHARE },
      comparator: { kind: 'at-least', value: 0.5 },
    }),
    draw: (market, distance) => exact({ cm: drawShare(market, 0.5 - 0.1 * inside(distance)) }),
  },
  {
    name: 'contrast of shares above 0',
    test: computable({
      population: SMM,
      measure: { kind: 'contrast', of: SHARE, against: CM },
      comparator: { kind: 'above', value: 0 },
    }),
    draw: (market, distance) =>
      exact({
        smm: drawShare(market, 0.4 - 0.1 * inside(distance)),
        cm: drawShare(market, 0.4),
      }),
  },
  {
    name: 'contrast of shares above 0, read by a poor reader',
    test: computable({
      population: SMM,
      measure: { kind: 'contrast', of: MISSION, against: CM },
      comparator: { kind: 'above', value: 0 },
    }),
    draw: (market, distance, labelled) => readPoorly(market, { smm: 0.4 - 0.1 * inside(distance), cm: 0.4 }, labelled),
  },
  {
    name: 'some reach an amount',
    test: computable({
      population: CM,
      measure: { kind: 'share', of: 'pay:>=60000' },
      comparator: { kind: 'can-reach' },
    }),
    draw: (market, distance) => exact({ cm: drawShare(market, distance === 0 ? 0.15 : 0) }),
  },
  {
    name: 'median pay about 30 000 €',
    test: computable(
      { population: CM, measure: { kind: 'median', of: 'pay' }, comparator: { kind: 'about', value: 30_000 } },
      true,
    ),
    draw: (market, distance) => exact({ cm: drawPay(market, 30_000 * (1 + 0.05 * distance)) }),
  },
  {
    name: 'mean pay about 30 000 €',
    test: computable(
      { population: CM, measure: { kind: 'mean', of: 'pay' }, comparator: { kind: 'about', value: 30_000 } },
      true,
    ),
    // Mean of the lognormal: centre × exp(σ²/2).
    draw: (market, distance) => exact({ cm: drawPay(market, 29_283 * (1 + 0.05 * distance)) }),
  },
  {
    name: 'pay from 24 000 to 36 000 €',
    test: computable(
      { population: CM, measure: { kind: 'band', of: 'pay' }, comparator: { kind: 'range', from: 24_000, to: 36_000 } },
      true,
    ),
    draw: (market, distance) =>
      exact({ cm: drawPay(market, distance === 0 ? 29_500 : 36_000 * (1 + 0.05 * distance)) }),
  },
  {
    name: 'pay twice as high',
    test: computable(
      {
        population: SMM,
        measure: { kind: 'ratio', of: 'pay', at: 0.25, against: CM },
        comparator: { kind: 'about', value: 2 },
      },
      true,
    ),
    draw: (market, distance) =>
      exact({ smm: drawPay(market, 58_000 * (1 - 0.1 * distance)), cm: drawPay(market, 29_000) }),
  },
  {
    name: 'median pay higher than',
    test: computable(
      {
        population: SMM,
        measure: { kind: 'difference', of: 'pay', at: 'median', against: CM },
        comparator: { kind: 'above', value: 0 },
      },
      true,
    ),
    draw: (market, distance) =>
      exact({ smm: drawPay(market, 32_000 * (1 - 0.05 * inside(distance))), cm: drawPay(market, 32_000) }),
  },
  {
    name: 'first of three',
    test: computable({
      population: CM,
      measure: { kind: 'rank', of: 'platform:facebook', among: ['platform:instagram', 'platform:linkedin'] },
      comparator: { kind: 'rank-at-most', value: 1 },
    }),
    draw: (market, distance) => exact({ cm: drawBits(market, [0.5 - 0.1 * inside(distance), 0.5, 0.2]) }),
  },
  {
    name: 'three in order',
    test: computable({
      population: CM,
      measure: { kind: 'feature-order', of: ['platform:facebook', 'platform:instagram', 'platform:linkedin'] },
      comparator: { kind: 'in-order' },
    }),
    draw: (market, distance) => exact({ cm: drawBits(market, [0.5 - 0.1 * inside(distance), 0.5, 0.2]) }),
  },
  {
    name: 'share that rises',
    test: computable({
      population: CM,
      measure: { kind: 'trend', of: SHARE },
      comparator: { kind: 'above', value: 0 },
    }),
    draw: (market, distance) => {
      const since = drawShare(market, 0.4 - 0.1 * inside(distance))
      const before = drawShare(market, 0.4)
      return {
        accuracies: {},
        read: (_, counted) => ('feature' in counted && counted.since !== undefined ? since : before),
      }
    },
  },
  {
    name: 'three groups in order of pay',
    test: computable(
      {
        population: {},
        measure: { kind: 'group-order', of: 'pay', groups: [{ role: 'smm' }, { role: 'hybrid' }, { role: 'cm' }] },
        comparator: { kind: 'in-order' },
      },
      true,
    ),
    draw: (market, distance) => {
      const step = 1 - 0.05 * inside(distance)
      return exact({
        smm: drawPay(market, 32_000 * step),
        hybrid: drawPay(market, 32_000),
        cm: drawPay(market, 32_000 / step),
      })
    },
  },
  {
    name: 'employers that have both',
    test: computable({
      population: SMM,
      measure: { kind: 'employers-with', also: CM },
      comparator: { kind: 'at-least', value: 0.5 },
    }),
    draw: (market, distance) => {
      const sizes = market.sizes.map((size) => (market.random() < 0.5 - 0.1 * inside(distance) ? size : 0))
      return exact({ smm: drawShare(market, 1), cm: drawShare({ ...market, sizes }, 1) })
    },
  },
  {
    name: 'the same first three of six',
    test: computable({
      population: SMM,
      measure: {
        kind: 'overlap',
        of: ['tool:canva', 'tool:hootsuite', 'tool:buffer', 'tool:figma', 'tool:trello', 'tool:wordpress'],
        top: 3,
        against: CM,
      },
      comparator: { kind: 'at-least', value: 0.6 },
    }),
    draw: (market, distance) => {
      const shares = [0.6, 0.5, 0.4, 0.1, 0.08, 0.05]
      return exact({
        smm: drawBits(market, shares),
        cm: drawBits(market, distance === 0 ? shares : shares.toReversed()),
      })
    },
  },
]

/** One claim of each kind of measure and comparison. */
export const SCENARIOS: readonly Scenario[] = DRAFTS.map((draft) => ({ decidesAt: DECIDING, ...draft }))

/** Vacancies each with several features, as bits. */
function drawBits(market: DrawnMarket, shares: readonly number[]): Sample {
  return drawSample(
    market,
    (random) =>
      shares.map(
        (share) =>
          share + Math.sqrt(WITHIN_EMPLOYER * share * (1 - share)) * (random() + random() + random() - 1.5) * 2,
      ),
    (employer, random) => employer.reduce((bits, share, bit) => bits + (random() < share ? 2 ** bit : 0), 0),
  )
}
