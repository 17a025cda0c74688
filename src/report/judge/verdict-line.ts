import type { Article, Bilingual } from '../../domain/claim.ts'
import type { ClaimAds } from '../../store/statistics/read-claim-ads.ts'
import type { ClaimVerdict } from '../report-model.ts'
import { inConstantEuros } from './constant-euros.ts'
import type { JudgedClaim } from './judge-all.ts'
import { writeSentence } from './write-sentence.ts'

/** What turns a judged claim into a line of the report. */
export interface VerdictLineContext {
  readonly articles: readonly Article[]
  readonly asOfDate: string
  readonly priceIndex: Readonly<Record<string, number>>
  readonly labels: Readonly<Record<string, Bilingual>>
  readonly sampleData: boolean
  /** Why nothing is judged at all; null when claims are. */
  readonly refusal: Bilingual | null
}

/** A judged claim as the report shows it. */
export function toVerdictLine(
  judged: JudgedClaim,
  ads: ClaimAds | undefined,
  context: VerdictLineContext,
): ClaimVerdict {
  const { claim, verdict, estimate, band, fragile, variants } = judged
  const euros = inConstantEuros(claim, context)
  const caveats = [...judged.caveats]
  if (euros !== null) caveats.push('dated-claim')
  if (context.sampleData && verdict !== 'not_testable') caveats.push('sample-data')
  return {
    claim,
    verdict,
    sentence: sentenceOf(judged, context),
    estimate,
    band,
    caveats: [...new Set(caveats)],
    fragile,
    variants,
    inConstantEuros: euros,
    adIds: (ads?.vacancyIds ?? []).map(String),
    adCount: ads?.count ?? 0,
  }
}

function sentenceOf(judged: JudgedClaim, { refusal, labels }: VerdictLineContext): Bilingual {
  const { claim, verdict, estimate, groupVacancies } = judged
  if (refusal !== null && verdict !== 'not_testable') return refusal
  return writeSentence({ claim, verdict, estimate, groupVacancies, labels })
}
