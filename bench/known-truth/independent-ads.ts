import { judgeClaim } from '../../src/report/judge/judge-claim.ts'
import { drawMarket, drawSample, poorReader } from './draw-market.ts'
import { DECIDING, POOR_READER, type Scenario } from './scenarios.ts'

/** Labelled ads beyond which a reader's errors are as good as known. */
const KNOWN = 1_000_000

/**
 * How often (0–1) a true share about 60 % read by the poor reader is supported at the size that is to decide, when what
 * the claim leaves open is at its best: two ads of one employer no more alike than any two, and the reader's errors known.
 */
export function supportedAtBest(scenario: Scenario, markets: number): number {
  const read = poorReader(POOR_READER.missed, POOR_READER.invented)
  const accuracy = { sensitivity: 1 - POOR_READER.missed, specificity: 1 - POOR_READER.invented }
  let supported = 0
  for (let seed = 1; seed <= markets; seed++) {
    const market = drawMarket(DECIDING.vacancies, DECIDING.employers, 1_000_003 * seed + DECIDING.employers)
    const sample = drawSample(
      market,
      () => 0.6,
      (share, random) => read(random() < share ? 1 : 0, random),
    )
    const { verdict } = judgeClaim(scenario.test, {
      read: () => sample,
      accuracies: { [POOR_READER.feature]: { ...accuracy, positives: KNOWN, negatives: KNOWN } },
      middleDate: '2026-01-01',
      withoutOpenPay: false,
    })
    if (verdict === 'supported') supported += 1
  }
  return supported / markets
}
