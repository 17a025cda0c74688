import type { MarketFacts } from './market-facts.ts'

/** Codes of a kind of term that were read in any ad of the database, in alphabetical order, with their kind. */
export function listCodes(
  { bits }: MarketFacts,
  kind: 'skill' | 'tool' | 'platform' | 'study-field',
): readonly string[] {
  return [...bits.places.keys()].filter((name) => name.startsWith(`${kind}:`)).sort()
}
