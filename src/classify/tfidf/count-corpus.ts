import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { normalise } from '../text/normalise.ts'
import type { CorpusData } from './corpus-schema.ts'

const WORD = /[\p{L}\p{N}]+/gu
const NUMBER = /\d/
/** Rarer terms are mostly names; they would make the file long and tell nothing of a role. */
const FEWEST_DOCUMENTS = 8
const MOST_TERMS = 6000

/** Counts in how many texts each term occurs. Terms with digits, single letters and rare terms are left out. */
export function countCorpus(texts: Iterable<string>, vocabulary: Vocabulary, version: string): CorpusData {
  const frequencies = new Map<string, number>()
  let documents = 0
  for (const text of texts) {
    documents++
    const terms = new Set<string>()
    for (const [word] of normalise(text).text.toLowerCase().matchAll(WORD)) {
      const term = vocabulary.keyOf(word)
      if (term !== null && term.length > 1 && !NUMBER.test(term)) terms.add(term)
    }
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
  const kept = [...frequencies]
    .filter(([, count]) => count >= FEWEST_DOCUMENTS)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { version, documents, frequencies: Object.fromEntries(kept) }
}
