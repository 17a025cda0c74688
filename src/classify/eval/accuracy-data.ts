import type { ClassScore } from './scores.ts'

/** `profiles/accuracy.json`: how far yes-or-no readings can be trusted, for the correction of shares (Rogan–Gladen). */
export interface AccuracyData {
  readonly version: string
  readonly readings: Readonly<Record<string, ReadingAccuracy>>
}

/** Accuracy of one reading on labelled ads. */
export interface ReadingAccuracy {
  /** Share of the labelled positives that were found. */
  readonly sensitivity: number
  /** Share of the labelled negatives that were left alone. */
  readonly specificity: number
  readonly positives: number
  readonly negatives: number
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Sensitivity and specificity of each measured question that has labelled positives and negatives. */
export function accuracyData(questions: readonly ClassScore[], version: string): AccuracyData {
  const readings = questions.flatMap(({ name, hits, wrong, missed, rest }) => {
    const positives = hits + missed
    const negatives = wrong + rest
    if (positives === 0 || negatives === 0) return []
    const accuracy: ReadingAccuracy = {
      sensitivity: rounded(hits / positives),
      specificity: rounded(rest / negatives),
      positives,
      negatives,
    }
    return [[name, accuracy] as const]
  })
  return { version, readings: Object.fromEntries(readings) }
}
