import type { Claim, Feature } from '../../domain/claim.ts'
import { listFeatureCodes } from '../../domain/list-feature-codes.ts'

const WORDS = 'words:'

/** Full-text queries that the tests of these claims ask for, each once, in alphabetical order. */
export function listWordQueries(claims: readonly Claim[]): readonly string[] {
  const codes = claims.flatMap(({ test }) =>
    test.testable === 'no' ? [] : collectCodes([test.population, test.measure]),
  )
  return [
    ...new Set(codes.filter((code) => code.startsWith(WORDS)).map((code) => code.slice(WORDS.length).trim())),
  ].sort()
}

/** Every string inside a test that is a feature code, wherever it stands. */
function collectCodes(value: unknown): readonly string[] {
  if (typeof value === 'string') return listFeatureCodes(value satisfies Feature)
  if (Array.isArray(value)) return value.flatMap(collectCodes)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(collectCodes)
  return []
}
