import type { Bilingual } from '../../domain/claim.ts'
import type { ClaimVerdict } from '../report-model.ts'

const MOST = 5
const SHOWN_FIRST = ['contradicted', 'overstated', 'understated', 'supported'] as const

/** The sentences of the most telling verdicts: decided, not fragile, the surprising ones first. */
export function writeHeadlines(verdicts: readonly ClaimVerdict[]): readonly Bilingual[] {
  const said = new Set<string>()
  // Two articles may state what one figure answers: said once.
  const sound = verdicts.filter(({ fragile, sentence }) => !fragile && !said.has(sentence.fr) && said.add(sentence.fr))
  return SHOWN_FIRST.flatMap((wanted) => sound.filter(({ verdict }) => verdict === wanted).slice(0, 2))
    .slice(0, MOST)
    .map(({ sentence }) => sentence)
}
