import { createRequire } from 'node:module'

// `natural` types only its main module, which takes half a second to load and prints on stdout; this is the one part used.
const porterStemmerFr = createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer_fr.js') as {
  stem(word: string): string
}

/** Longer tokens are no words (addresses, hashes); stemming them would only cost time. */
const LONGEST_WORD = 40

/**
 * The stem of one lower-case word by natural's French Porter stemmer, without accents.
 * The only place that touches `natural`.
 * Callers keep what they got per distinct token (`Vocabulary`), so there is no second memo here.
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > LONGEST_WORD) return fold(word)
  return fold(porterStemmerFr.stem(word))
}

const MARKS = /[\u0300-\u036f]/g
const ASCII = /^[\0-\x7f]*$/

/** A lower-case word without accents and ligatures: « œuvre » → `oeuvre`, « réseau » → `reseau`. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word
  return word.normalize('NFD').replace(MARKS, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}
