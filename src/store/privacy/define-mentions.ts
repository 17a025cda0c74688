import type { VigieDatabase } from '../open-database.ts'
import { findPattern, type WordPattern } from './word-pattern.ts'

/** Gives SQL the function `vigie_mentions(text)`: 1 where the words stand in a text. */
export function defineMentions(database: VigieDatabase, words: WordPattern): void {
  database.function('vigie_mentions', (text: unknown) =>
    typeof text === 'string' && findPattern(text, words).length > 0 ? 1 : 0,
  )
}
