import type { Feature } from '../../domain/claim.ts'
import { listFeatureCodes } from '../../domain/list-feature-codes.ts'
import type { ReaderAccuracy } from '../statistics/rogan-gladen.ts'

/** Accuracy of the reader by feature code (`profiles/accuracy.json`). */
export type Accuracies = Readonly<Record<string, ReaderAccuracy>>

/** How a feature's share is to be corrected for reading errors. */
export type Correction =
  /** Read from codes and figures: no correction. */
  | { readonly kind: 'exact' }
  | { readonly kind: 'measured'; readonly accuracy: ReaderAccuracy }
  /** Several features at once, each read well enough: shown as read. */
  | { readonly kind: 'uncorrected' }
  /** Not measured on enough labelled ads, or too often wrong: nothing may be decided on it. */
  | { readonly kind: 'too-weak' }

const LEAST_POSITIVES = 15
const LEAST_YOUDEN = 0.6
const READ_BY_MEANING = /^(mission|strategy):/

/** Decides how the share of a feature is corrected: DESIGN rule for readers measured on labelled ads. */
export function correctionFor(feature: Feature, accuracies: Accuracies): Correction {
  if (typeof feature === 'string') {
    if (!READ_BY_MEANING.test(feature)) return { kind: 'exact' }
    const accuracy = accuracies[feature]
    return accuracy !== undefined && isGoodEnough(accuracy) ? { kind: 'measured', accuracy } : { kind: 'too-weak' }
  }
  const kinds = listFeatureCodes(feature).map((code) => correctionFor(code, accuracies).kind)
  if (kinds.includes('too-weak')) return { kind: 'too-weak' }
  return kinds.includes('measured') ? { kind: 'uncorrected' } : { kind: 'exact' }
}

function isGoodEnough({ sensitivity, specificity, positives }: ReaderAccuracy): boolean {
  return positives >= LEAST_POSITIVES && sensitivity + specificity - 1 >= LEAST_YOUDEN
}
