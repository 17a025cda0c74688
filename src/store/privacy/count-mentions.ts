import type { VigieDatabase } from '../open-database.ts'
import { defineMentions } from './define-mentions.ts'
import { toWordPattern } from './word-pattern.ts'

/**
 * Postings in whose texts the words of a pattern stand: what `forget` would blot out. Null when the pattern holds no word.
 */
export function countMentions(database: VigieDatabase, pattern: string): number | null {
  const words = toWordPattern(pattern)
  if (words === null) return null
  defineMentions(database, words)
  return Number(
    database
      .prepare(
        'SELECT COUNT(DISTINCT posting_id) FROM posting_text WHERE vigie_mentions(title) OR vigie_mentions(description)',
      )
      .pluck()
      .get(),
  )
}
