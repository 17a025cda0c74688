import type { Claim } from '../../domain/claim.ts'
import { DISPUTES, type Dispute } from '../../domain/dispute.ts'
import type { Contradiction } from '../report-model.ts'

/** The questions on which at least two of the claims differ, in the order of the list, each with its claims. */
export function findContradictions(claims: readonly Claim[]): readonly Contradiction[] {
  return Object.entries(DISPUTES).flatMap(([code, topic]) => {
    const claimIds = claims.filter(({ disputes }) => disputes?.includes(code as Dispute)).map(({ id }) => id)
    return claimIds.length < 2 ? [] : [{ topic, claimIds }]
  })
}
