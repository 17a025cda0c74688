import type { Figure } from './figure.ts'

/** Largest error rates (0–1) that a reading can have; how often they occur together is not known. */
export interface ErrorBounds {
  /** Share of the ads without the feature in which the reader may find it. */
  readonly invented: number
  /** Share of the ads with the feature in which the reader may miss it. */
  readonly missed: number
}

/**
 * A share read with errors of which only the bounds are known: read = true·(1 − missed) + (1 − true)·invented with
 * anything from none to all of both, so the true share lies between (read − invented) / (1 − invented) and
 * read / (1 − missed). The estimate stays as read, the interval reaches to both ends.
 */
export function allowForErrors(read: Figure, { invented, missed }: ErrorBounds): Figure {
  return {
    value: read.value,
    at: (confidence) => {
      const { low, high } = read.at(confidence)
      return {
        low: invented >= 1 ? 0 : Math.max(0, (low - invented) / (1 - invented)),
        high: missed >= 1 ? 1 : Math.min(1, high / (1 - missed)),
      }
    },
  }
}
