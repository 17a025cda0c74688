import porterStemmerFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'

/** Longer tokens are no words (addresses, hashes); stemming them would only cost time. */
const LONGEST_WORD = 40

/**
 * The stem of one lower-case word by natural's French Porter stemmer, without accents.
 * The only place that touches `natural`: imported whole it takes half a second and prints on stdout.
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
