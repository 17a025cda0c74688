import type { Claim } from '../../domain/claim.ts'

/** The same claims, each with the ids of the others that answer one of its questions; for claims of several articles. */
export function linkDisputes(claims: readonly Claim[]): readonly Claim[] {
  return claims.map((claim) => ({
    ...claim,
    against: claims
      .filter(({ id, disputes }) => id !== claim.id && disputes?.some((code) => claim.disputes?.includes(code)))
      .map(({ id }) => id),
  }))
}
