import { fold, foldedWords } from '../../domain/fold-words.ts'

/** What is looked for: words in a row whatever stands between them, or a number however its digits are grouped. */
export interface WordPattern {
  /** Folded words, at most twelve. */
  readonly words: readonly string[]
  /** For numbers of six digits and more. */
  readonly digits: RegExp | null
}

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LETTER = /\p{L}/u
const NOT_DIGIT = /\D/g
const BETWEEN_DIGITS = String.raw`[\s.()/·–-]{0,3}`
/** What a text is blotted out with: the same length, so that offsets into it stay true. */
const BLOT = '█'
const BLOTTED = /[^\s█]/g
/** More words than this are no name. */
export const MAX_WORDS = 12

/** Reads what a person typed; null when it holds no word. */
export function toWordPattern(text: string): WordPattern | null {
  const words = foldedWords(text).slice(0, MAX_WORDS)
  if (words.length === 0) return null
  const digits = text.replaceAll(NOT_DIGIT, '')
  if (LETTER.test(text) || digits.length < 6) return { words, digits: null }
  const national = digits.startsWith('33') && digits.length === 11 ? `0${digits.slice(2)}` : digits
  const joined = [...national].join(BETWEEN_DIGITS)
  const abroad = national.startsWith('0')
    ? `|(?:\\+|00)${BETWEEN_DIGITS}3${BETWEEN_DIGITS}3${BETWEEN_DIGITS}(?:0${BETWEEN_DIGITS})?${[...national.slice(1)].join(BETWEEN_DIGITS)}`
    : ''
  return { words, digits: new RegExp(`(?<!\\d)(?:${joined}${abroad})(?!\\d)`, 'g') }
}

/** Where a pattern stands in a text; accents, case and what parts the words do not count. */
export function findPattern(text: string, { words, digits }: WordPattern): readonly Span[] {
  if (digits !== null) {
    return [...text.matchAll(digits)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
  }
  const wanted = words.length
  return wordSpans(text).flatMap(({ start }, index, spans) => {
    const window = spans.slice(index, index + wanted)
    const isFound = window.length === wanted && window.every(({ word }, place) => word === words[place])
    return isFound ? [{ start, end: window.at(-1)?.end ?? start }] : []
  })
}

/** The folded words of a text with their places. */
export function wordSpans(text: string): readonly (Span & { readonly word: string })[] {
  return [...text.matchAll(WORD)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    word: fold(found),
  }))
}

/** Blots stretches of a text out; its length stays. */
export function blot(text: string, spans: readonly Span[]): string {
  let blotted = text
  for (const { start, end } of spans) {
    blotted = blotted.slice(0, start) + blotted.slice(start, end).replaceAll(BLOTTED, BLOT) + blotted.slice(end)
  }
  return blotted
}
