import type { Feature } from '../../domain/claim.ts'
import { listFeatureCodes } from '../../domain/list-feature-codes.ts'
import type { ErrorBounds } from '../statistics/allow-for-errors.ts'
import type { ReaderAccuracy } from '../statistics/rogan-gladen.ts'

/** Accuracy of the reader by feature code (`profiles/accuracy.json`). */
export type Accuracies = Readonly<Record<string, ReaderAccuracy>>

/** How a feature's share is to be corrected for reading errors. */
export type Correction =
  /** Read from codes and figures: no correction. */
  | { readonly kind: 'exact' }
  | { readonly kind: 'measured'; readonly accuracy: ReaderAccuracy }
  /** Several features at once, each read well enough: shown as read, with an interval for the worst of their errors. */
  | { readonly kind: 'bounded'; readonly bounds: ErrorBounds }
  /** Not measured on enough labelled ads, or too often wrong: nothing may be decided on it. */
  | { readonly kind: 'too-weak' }

/** Labelled ads with a feature on which its reader must have been measured. */
export const LEAST_POSITIVES = 15
/** Sensitivity + specificity − 1 that a reader must reach. */
export const LEAST_YOUDEN = 0.6
const READ_BY_MEANING = /^(mission|strategy):/

/** Decides how the share of a feature is corrected: DESIGN rule for readers measured on labelled ads. */
export function correctionFor(feature: Feature, accuracies: Accuracies): Correction {
  if (typeof feature === 'string') {
    if (!READ_BY_MEANING.test(feature)) return { kind: 'exact' }
    const accuracy = accuracies[feature]
    return accuracy !== undefined && isGoodEnough(accuracy) ? { kind: 'measured', accuracy } : { kind: 'too-weak' }
  }
  const weak = listFeatureCodes(feature).some((code) => correctionFor(code, accuracies).kind === 'too-weak')
  if (weak) return { kind: 'too-weak' }
  const bounds = errorBounds(feature, accuracies)
  return bounds.invented + bounds.missed === 0 ? { kind: 'exact' } : { kind: 'bounded', bounds }
}

/**
 * Worst error rates of a combination. "Any" is invented where any part is (at most the sum) and missed at most where the
 * one part present is; "all" the other way round; "not" swaps the two.
 */
function errorBounds(feature: Feature, accuracies: Accuracies): ErrorBounds {
  if (typeof feature === 'string') {
    const correction = correctionFor(feature, accuracies)
    if (correction.kind !== 'measured') return { invented: 0, missed: 0 }
    return { invented: 1 - correction.accuracy.specificity, missed: 1 - correction.accuracy.sensitivity }
  }
  if ('not' in feature) {
    const { invented, missed } = errorBounds(feature.not, accuracies)
    return { invented: missed, missed: invented }
  }
  const isAny = 'any' in feature
  const parts = (isAny ? feature.any : feature.all).map((part) => errorBounds(part, accuracies))
  const sum = (rate: (part: ErrorBounds) => number) =>
    Math.min(
      1,
      parts.reduce((total, part) => total + rate(part), 0),
    )
  const most = (rate: (part: ErrorBounds) => number) => Math.max(0, ...parts.map(rate))
  const invented = (part: ErrorBounds) => part.invented
  const missed = (part: ErrorBounds) => part.missed
  return isAny ? { invented: sum(invented), missed: most(missed) } : { invented: most(invented), missed: sum(missed) }
}

function isGoodEnough({ sensitivity, specificity, positives }: ReaderAccuracy): boolean {
  return positives >= LEAST_POSITIVES && sensitivity + specificity - 1 >= LEAST_YOUDEN
}
