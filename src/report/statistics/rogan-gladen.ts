import type { Figure } from './figure.ts'
import { studentQuantile } from './student-t.ts'

/** How well a reader finds a feature, as measured on labelled ads. */
export interface ReaderAccuracy {
  /** Share (0–1) of the labelled ads with the feature in which the reader finds it. */
  readonly sensitivity: number
  /** Share (0–1) of the labelled ads without it in which the reader finds none. */
  readonly specificity: number
  /** Labelled ads with the feature. */
  readonly positives: number
  /** Labelled ads without it. */
  readonly negatives: number
}

const NORMAL_DF = 1e7

/**
 * True share behind a share read by an imperfect reader (W. J. Rogan & B. Gladen, American Journal of Epidemiology 107,
 * 1978): (read + specificity − 1) / (sensitivity + specificity − 1). The interval joins the clustered interval of the
 * share read with the sampling error of both accuracies (Lang & Reiczigel, Preventive Veterinary Medicine 113, 2014;
 * variances of the accuracies with one success and one failure added), squared distances added as in MOVER.
 */
export function correctShare(read: Figure, accuracy: ReaderAccuracy): Figure {
  const { sensitivity, specificity, positives, negatives } = accuracy
  const youden = sensitivity + specificity - 1
  const correct = (share: number) => (share + specificity - 1) / youden
  const value = clip(correct(read.value))
  const varianceOfSensitivity = smoothedVariance(sensitivity, positives)
  const varianceOfSpecificity = smoothedVariance(specificity, negatives)
  const readerVariance = (share: number) =>
    (share * share * varianceOfSensitivity + (1 - share) * (1 - share) * varianceOfSpecificity) / (youden * youden)
  return {
    value,
    at: (confidence) => {
      const z = studentQuantile(confidence, NORMAL_DF)
      const { low, high } = read.at(confidence)
      const below = Math.max(0, value - correct(low))
      const above = Math.max(0, correct(high) - value)
      const lowest = Math.hypot(below, z * Math.sqrt(readerVariance(value)))
      const highest = Math.hypot(above, z * Math.sqrt(readerVariance(value)))
      return { low: clip(value - lowest), high: clip(value + highest) }
    },
  }
}

/**
 * True difference behind a difference of shares that one reader read in two groups. Its inventions are the same in both
 * and cancel: (read₁ − read₂) / (sensitivity + specificity − 1). What is not known of the divisor scales the difference:
 * its delta-method error, in proportion to each limit, joins by squared distances as in MOVER, so that a limit of 0 stays
 * 0. Far narrower than the difference of two corrected shares, which would count the reader's uncertainty twice.
 */
export function correctDifference(
  read: Figure,
  { sensitivity, specificity, positives, negatives }: ReaderAccuracy,
): Figure {
  const youden = sensitivity + specificity - 1
  const value = read.value / youden
  const divisorVariance = smoothedVariance(sensitivity, positives) + smoothedVariance(specificity, negatives)
  return {
    value: clipDifference(value),
    at: (confidence) => {
      const { low, high } = read.at(confidence)
      const relative = (studentQuantile(confidence, NORMAL_DF) * Math.sqrt(divisorVariance)) / youden
      const distance = (limit: number) => Math.hypot(value - limit / youden, (relative * limit) / youden)
      return { low: clipDifference(value - distance(low)), high: clipDifference(value + distance(high)) }
    },
  }
}

function clipDifference(difference: number): number {
  return Math.min(1, Math.max(-1, difference))
}

function smoothedVariance(share: number, n: number): number {
  const smoothed = (share * n + 1) / (n + 2)
  return (smoothed * (1 - smoothed)) / (n + 2)
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share))
}
