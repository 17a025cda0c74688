import type { Article, Claim } from '../../domain/claim.ts'
import type { ClaimVerdict } from '../report-model.ts'
import { isPay } from './decide.ts'

/**
 * The amounts of a dated pay claim in euros of the snapshot's year: amount × index(year) / index(year of the article).
 * Null for undated articles and other measures. A year the index does not reach yet counts as the last one it has.
 */
export function inConstantEuros(
  claim: Claim,
  {
    articles,
    asOfDate,
    priceIndex,
  }: {
    readonly articles: readonly Article[]
    readonly asOfDate: string
    readonly priceIndex: Readonly<Record<string, number>>
  },
): ClaimVerdict['inConstantEuros'] {
  const { test } = claim
  if (test.testable === 'no') return null
  const { measure, comparator } = test
  if (measure.kind !== 'band' && measure.kind !== 'mean' && measure.kind !== 'median') return null
  if (!isPay(measure.of)) return null
  const eurosOfYear = articles.find(({ id }) => id === claim.article)?.eurosOfYear
  if (eurosOfYear === undefined || eurosOfYear === null) return null
  const years = Object.keys(priceIndex)
    .map(Number)
    .sort((a, b) => a - b)
  const year = years.filter((one) => one <= Number(asOfDate.slice(0, 4))).at(-1)
  const then = priceIndex[String(eurosOfYear)]
  const now = year === undefined ? undefined : priceIndex[String(year)]
  if (year === undefined || then === undefined || now === undefined || year === eurosOfYear) return null
  const ends = claimedEnds(comparator)
  return ends === null ? null : { low: (ends.low * now) / then, high: (ends.high * now) / then, year }
}

function claimedEnds(comparator: Extract<Claim['test'], { testable: 'yes' | 'proxy' }>['comparator']) {
  if (comparator.kind === 'range') return { low: comparator.from, high: comparator.to }
  return comparator.kind === 'about' ? { low: comparator.value, high: comparator.value } : null
}
