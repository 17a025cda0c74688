import type { Bilingual } from '../../domain/claim.ts'
import type { ClaimVerdict } from '../report-model.ts'

const MOST = 5
const SHOWN_FIRST = ['contradicted', 'overstated', 'understated', 'supported'] as const

/** The sentences of the most telling verdicts: decided, not fragile, the surprising ones first. */
export function writeHeadlines(verdicts: readonly ClaimVerdict[]): readonly Bilingual[] {
  const sound = verdicts.filter(({ fragile }) => !fragile)
  return SHOWN_FIRST.flatMap((wanted) => sound.filter(({ verdict }) => verdict === wanted).slice(0, 2))
    .slice(0, MOST)
    .map(({ sentence }) => sentence)
}
