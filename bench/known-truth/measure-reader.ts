import type { ReaderAccuracy } from '../../src/report/statistics/rogan-gladen.ts'

/** Labelled ads that a reader is measured on: with the feature, and without it. */
export type LabelledAds = Pick<ReaderAccuracy, 'positives' | 'negatives'>

/** The mean over the missions of `profiles/accuracy.json` that may decide. */
export const LABELLED: LabelledAds = { positives: 53, negatives: 135 }

/** Accuracy of a reader as measured on labelled ads: it has its own chance. */
export function measureReader(
  random: () => number,
  missed: number,
  invented: number,
  { positives, negatives }: LabelledAds = LABELLED,
): ReaderAccuracy {
  let found = 0
  for (let ad = 0; ad < positives; ad++) if (random() >= missed) found += 1
  let passed = 0
  for (let ad = 0; ad < negatives; ad++) if (random() >= invented) passed += 1
  return { sensitivity: found / positives, specificity: passed / negatives, positives, negatives }
}
