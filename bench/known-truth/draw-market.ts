import { seededRandom } from '../../src/report/statistics/seeded-random.ts'
import type { Sample } from '../../src/store/statistics/sample.ts'

/** Correlation between two vacancies of one employer in the markets drawn here. */
export const WITHIN_EMPLOYER = 0.05

/** A market: how many vacancies each employer has in each of two groups, and chance. */
export interface DrawnMarket {
  /** Vacancies of each employer, Zipf: the k-th has 1/k of the first. */
  readonly sizes: readonly number[]
  readonly random: () => number
}

/** Employers of Zipf size, at least one vacancy each. */
export function drawMarket(vacancies: number, employers: number, seed: number): DrawnMarket {
  let harmonic = 0
  for (let k = 1; k <= employers; k++) harmonic += 1 / k
  const sizes = Array.from({ length: employers }, (_, index) =>
    Math.max(1, Math.round(vacancies / harmonic / (index + 1))),
  )
  return { sizes, random: seededRandom(seed) }
}

/** Draws one value for each vacancy; `ofEmployer` is drawn once for each employer and handed to `ofVacancy`. */
export function drawSample<T>(
  { sizes, random }: DrawnMarket,
  ofEmployer: (random: () => number) => T,
  ofVacancy: (employer: T, random: () => number) => number,
): Sample {
  const cells = new Map<number, Map<number, number>>()
  for (const [cluster, size] of sizes.entries()) {
    const employer = ofEmployer(random)
    const values = new Map<number, number>()
    for (let vacancy = 0; vacancy < size; vacancy++) {
      const value = ofVacancy(employer, random)
      values.set(value, (values.get(value) ?? 0) + 1)
    }
    cells.set(cluster, values)
  }
  const flat = [...cells].flatMap(([cluster, values]) =>
    [...values].map(([value, count]) => ({ cluster, value, count })),
  )
  return {
    cluster: Int32Array.from(flat, ({ cluster }) => cluster),
    source: Int32Array.from(flat, ({ cluster }) => cluster % 3),
    value: Float64Array.from(flat, ({ value }) => value),
    count: Float64Array.from(flat, ({ count }) => count),
    unnamed: new Float64Array(flat.length),
    postings: flat.reduce((sum, { count }) => sum + count, 0),
    missing: 0,
  }
}

/** Vacancies with (1) and without (0) a feature that a share `truth` of them has. */
export function drawShare(
  market: DrawnMarket,
  truth: number,
  read: (has: number, random: () => number) => number = asIs,
): Sample {
  const spread = 1 / WITHIN_EMPLOYER - 1
  return drawSample(
    market,
    (random) => (truth <= 0 || truth >= 1 ? truth : beta(random, truth * spread, (1 - truth) * spread)),
    (share, random) => read(random() < share ? 1 : 0, random),
  )
}

/** A reader that misses some of what is there and invents some of what is not. */
export function poorReader(missed: number, invented: number): (has: number, random: () => number) => number {
  return (has, random) => (has === 1 ? (random() < missed ? 0 : 1) : random() < invented ? 1 : 0)
}

/** Pay of lognormal shape around `centre`, stated on round figures: thousands, and two in three of those on 5,000s. */
export function drawPay(market: DrawnMarket, centre: number, withinEmployer = WITHIN_EMPLOYER): Sample {
  const between = Math.sqrt(withinEmployer)
  const within = Math.sqrt(1 - withinEmployer)
  return drawSample(
    market,
    (random) => between * normal(random),
    (employer, random) => heap(centre * Math.exp(PAY_SPREAD * (employer + within * normal(random))), random),
  )
}

const PAY_SPREAD = 0.22

/** Rounds an amount as people state it. */
export function heap(amount: number, random: () => number): number {
  const step = random() < 2 / 3 ? 5000 : 1000
  return Math.round(amount / step) * step
}

function asIs(has: number): number {
  return has
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Beta variate from two gamma variates. */
function beta(random: () => number, a: number, b: number): number {
  const one = gamma(random, a)
  return one / (one + gamma(random, b))
}

/** Gamma variate (Marsaglia & Tsang, ACM TOMS 26, 2000). */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (random() || Number.MIN_VALUE) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
