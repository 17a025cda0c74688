/** A closed interval; `low <= high`. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * A point estimate that can state its interval at any confidence, so that a verdict can be asked how much confidence
 * it bears (its p-value) with the same formula that made its 95 % interval.
 */
export interface Figure {
  readonly value: number
  /** Interval at a confidence between 0 and 1 (0.95 for verdicts). */
  readonly at: (confidence: number) => Interval
}

/** The same figure under an increasing map (logarithm, division by twelve …). */
export function mapFigure(figure: Figure, map: (value: number) => number): Figure {
  return {
    value: map(figure.value),
    at: (confidence) => {
      const { low, high } = figure.at(confidence)
      return { low: map(low), high: map(high) }
    },
  }
}
