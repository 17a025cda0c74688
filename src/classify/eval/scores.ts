import { seededRandom } from '../role/grouped-folds.ts'

/** Counts of one class with what follows from them. */
export interface ClassScore {
  readonly name: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Labelled and found; found only; labelled only; neither. */
  readonly hits: number
  readonly wrong: number
  readonly missed: number
  readonly rest: number
}

/** Precision, recall and F1 from counts; zero where there is nothing to divide by. */
export function classScore(name: string, hits: number, wrong: number, missed: number, rest: number): ClassScore {
  const precision = hits + wrong === 0 ? 0 : hits / (hits + wrong)
  const recall = hits + missed === 0 ? 0 : hits / (hits + missed)
  const f1 = hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed)
  return { name, precision, recall, f1, hits, wrong, missed, rest }
}

/** Scores a yes-or-no question over pairs of truth and answer. */
export function scorePairs(name: string, pairs: readonly (readonly [truth: boolean, answer: boolean])[]): ClassScore {
  const count = (truth: boolean, answer: boolean) => pairs.filter(([a, b]) => a === truth && b === answer).length
  return classScore(name, count(true, true), count(false, true), count(true, false), count(false, false))
}

/** Mean F1 of the classes. */
export function macroF1(scores: readonly ClassScore[]): number {
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, scores.length)
}

/** F1 of all classes' counts together. */
export function microF1(scores: readonly ClassScore[]): number {
  const sum = (pick: (score: ClassScore) => number) => scores.reduce((total, score) => total + pick(score), 0)
  return classScore(
    'all',
    sum(({ hits }) => hits),
    sum(({ wrong }) => wrong),
    sum(({ missed }) => missed),
    0,
  ).f1
}

/** The middle value; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

const DRAWS = 1000

/** A 95 % interval of a statistic of `size` ads by drawing them with replacement (percentile bootstrap, seeded). */
export function bootstrapInterval(
  size: number,
  statistic: (indices: readonly number[]) => number,
): readonly [number, number] {
  const random = seededRandom(7)
  const values: number[] = []
  for (let draw = 0; draw < DRAWS; draw++) {
    const indices = Array.from({ length: size }, () => Math.floor(random() * size))
    values.push(statistic(indices))
  }
  values.sort((a, b) => a - b)
  return [values[Math.floor(DRAWS * 0.025)] ?? 0, values[Math.ceil(DRAWS * 0.975) - 1] ?? 0]
}
