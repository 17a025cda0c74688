import type { ReaderAccuracy } from '../../src/report/statistics/rogan-gladen.ts'

/** Labelled ads that the reader of the simulation is measured on. */
const LABELLED = { positives: 150, negatives: 150 }

/** Accuracy of a reader as measured on labelled ads: it has its own chance. */
export function measureReader(random: () => number, missed: number, invented: number): ReaderAccuracy {
  let found = 0
  for (let ad = 0; ad < LABELLED.positives; ad++) if (random() >= missed) found += 1
  let passed = 0
  for (let ad = 0; ad < LABELLED.negatives; ad++) if (random() >= invented) passed += 1
  return { sensitivity: found / LABELLED.positives, specificity: passed / LABELLED.negatives, ...LABELLED }
}
