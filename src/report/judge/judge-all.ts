import type { Caveat } from '../../domain/caveat.ts'
import type { Claim } from '../../domain/claim.ts'
import type { Variant } from '../../domain/variant.ts'
import type { Estimate, Verdict } from '../../domain/verdict.ts'
import { adjustPValues } from '../statistics/benjamini-hochberg.ts'
import { RESAMPLES_AGAIN } from '../statistics/resample-clusters.ts'
import type { Band } from './decide.ts'
import { type ComputableTest, type JudgeContext, judgeClaim } from './judge-claim.ts'
import { rememberSamples } from './sample-reader.ts'
import { type MarketSources, variantReaders } from './variant-readers.ts'

/** A claim with its final verdict. */
export interface JudgedClaim {
  readonly claim: Claim
  readonly verdict: Verdict
  readonly estimate: Estimate | null
  readonly band: Band | null
  /** Vacancies with a value in each group compared. */
  readonly groupVacancies: readonly number[]
  readonly caveats: readonly Caveat[]
  readonly fragile: boolean
  readonly variants: readonly {
    readonly name: Variant
    readonly verdict: Verdict
    readonly estimate: Estimate | null
  }[]
}

/** Share of false decisions tolerated among all decisions of a snapshot. */
const FALSE_DISCOVERY_RATE = 0.05

/** Judges every claim: each alone, then all together (Benjamini–Hochberg), then again without what may carry it. */
export function judgeAll(
  claims: readonly Claim[],
  context: Omit<JudgeContext, 'withoutOpenPay'>,
  market: MarketSources,
): readonly JudgedClaim[] {
  const read = rememberSamples(context.read)
  const whole: JudgeContext = { ...context, read, withoutOpenPay: false }
  const judged = claims.map((claim) => ({
    claim,
    judgement: claim.test.testable === 'no' ? null : judgeClaim(claim.test, whole),
  }))
  // Groups too small and readers too weak were never put to the test.
  const testable = judged.flatMap(({ judgement }) =>
    judgement === null || judgement.verdict === 'insufficient_data' || judgement.measured.readerTooWeak
      ? []
      : [judgement],
  )
  const adjusted = new Map(
    adjustPValues(testable.map(({ pValue }) => pValue)).map((p, index) => [testable[index], p] as const),
  )
  return judged.map(({ claim, judgement }) => {
    if (judgement === null || claim.test.testable === 'no') return untestable(claim)
    const chance = judgement.pValue < 1 && (adjusted.get(judgement) ?? 1) > FALSE_DISCOVERY_RATE
    const verdict = chance ? 'inconclusive' : judgement.verdict
    const decided = verdict !== 'inconclusive' && verdict !== 'insufficient_data'
    const variants = runVariants(claim.test, whole, market, decided)
    const fragile = decided && variants.some((variant) => breaks(variant, verdict))
    const caveats: Caveat[] = [...judgement.caveats]
    if (chance) caveats.push('multiple-tests')
    if (fragile) caveats.push('fragile')
    const { estimate, band, measured } = judgement
    const groupVacancies = measured.groups.map(({ vacancies }) => vacancies)
    return { claim, verdict, estimate, band, groupVacancies, caveats, fragile, variants }
  })
}

/** Too few vacancies by content role say nothing against the verdict; too few without a source say that it rests on it. */
function breaks(variant: JudgedClaim['variants'][number], verdict: Verdict): boolean {
  if (variant.name === 'content-role' && variant.verdict === 'insufficient_data') return false
  return variant.verdict !== verdict
}

function untestable(claim: Claim): JudgedClaim {
  return {
    claim,
    verdict: 'not_testable',
    estimate: null,
    band: null,
    groupVacancies: [],
    caveats: [],
    fragile: false,
    variants: [],
  }
}

/** What nothing was decided on cannot break: there the reading by content alone stands beside. */
function runVariants(
  test: ComputableTest,
  whole: JudgeContext,
  market: MarketSources,
  decided: boolean,
): JudgedClaim['variants'] {
  const variants = variantReaders(test, whole.read, market).filter(({ name }) => decided || name === 'content-role')
  return variants.map(({ name, read, withoutOpenPay }) => {
    const { verdict, estimate } = judgeClaim(test, { ...whole, read, withoutOpenPay, resamples: RESAMPLES_AGAIN })
    return { name, verdict, estimate }
  })
}
