import { scanFold } from './fold-scanner.ts'
import type { TriggerKind } from './triggers.ts'

/** A text folded for pattern search, with the way back to the original's offsets. */
export interface FoldedText {
  readonly original: string
  /**
   * Lower case, accents dropped, every kind of space but a line break → a space, dashes → `-`, apostrophes → `'`,
   * fraction slash → `/`, euro sign → `¤`, anything outside Latin-1 → `_`; line breaks that a page lost are put back.
   * Latin-1 throughout, so that the engine keeps it at one byte a character.
   */
  readonly text: string
  /** Offset in the original of an offset in `text`. */
  readonly toOriginal: (offset: number) => number
  /** Where numbers begin in `text`. */
  readonly numbers: readonly number[]
  /** Where words begin that announce a reading of the kind. */
  readonly triggers: (kind: TriggerKind) => readonly number[]
}

const COMBINING = /[\u0300-\u036f]/
// A euro sign whose UTF-8 bytes were read as Windows-1252 (three characters), or as Latin-1.
const MOJIBAKE_EURO = /\u00e2\u201a\u00ac|\u00e2\u0082\u00ac/g
const identity = (offset: number): number => offset
const NO_POSITIONS: readonly number[] = []
const NOTHING: FoldedText = {
  original: '',
  text: '',
  toOriginal: identity,
  numbers: NO_POSITIONS,
  triggers: () => NO_POSITIONS,
}
// One slot of memory: pay and attributes read the same description one after the other, with short labels in between.
const SHORT = 200
let last = NOTHING

/** Folds a text one UTF-16 unit to one character; only decomposed accents and restored line breaks make offsets move. */
export function foldText(original: string): FoldedText {
  if (last.original === original) return last
  const folded = foldUnits(original, original, null) ?? foldDecomposed(original)
  if (original.length > SHORT) last = folded
  return folded
}

// `kept` is the original without combining accents; `offsets` gives the place in the original of each of its units.
// Null when the text has combining accents after all.
function foldUnits(original: string, kept: string, offsets: readonly number[] | null): FoldedText | null {
  const units = kept.includes('\u00ac') ? kept.replace(MOJIBAKE_EURO, '\u20ac  ') : kept
  const scan = scanFold(units)
  if (scan === null) return null
  const { text, breaks, marks } = scan
  const unbroken = breaks.length === 0 ? identity : (offset: number) => offset - breaksBefore(breaks, offset)
  return {
    original,
    text,
    toOriginal: offsets === null ? unbroken : (offset) => offsets[unbroken(offset)] ?? original.length,
    numbers: marks.numbers,
    triggers: (kind) => marks.announcing(kind),
  }
}

function foldDecomposed(original: string): FoldedText {
  const offsets: number[] = []
  let kept = ''
  for (let i = 0; i < original.length; i++) {
    const unit = original.charAt(i)
    if (COMBINING.test(unit)) continue
    kept += unit
    offsets.push(i)
  }
  // An end offset must swallow the accents behind its last letter: the next kept unit's place does.
  offsets.push(original.length)
  return foldUnits(original, kept, offsets) ?? NOTHING
}

// The i-th break stands at breaks[i] + i of the folded text.
function breaksBefore(breaks: readonly number[], offset: number): number {
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((breaks[middle] ?? 0) + middle < offset) low = middle + 1
    else high = middle
  }
  return low
}
