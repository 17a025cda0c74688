import { isGlued } from './lost-breaks.ts'
import { TRIGGER_TABLE } from './triggers.ts'

const FALLBACK = '_'.charCodeAt(0)
const NEW_LINE = '\n'.charCodeAt(0)
const FOLDS: readonly (readonly [from: string, to: string])[] = [
  // No-break, figure, thin and ideographic spaces; zero-width ones too. `¿` is a space that lost its encoding.
  ['\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u00bf', ' '],
  ['\u200b\u200c\u200d\u2060\ufeff\u00ad', ' '],
  ['\r\u2028\u2029\u0085\u000b\u000c', '\n'],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d', '-'],
  ['\u2018\u2019\u201b\u02bc\u00b4`\u2032', "'"],
  ['\u201c\u201d\u00ab\u00bb\u201e', '"'],
  ['\u2044\u2215\uff0f', '/'],
  ['\u20ac\u00a4\u0080', '\u00a4'],
  ['\u2022\u25cf\u25aa\u25e6\u2023\u2043\u27a2\u2794\u2192\u25ba\u2713\u2714', '\u00b7'],
  ['\u0153\u0152', 'o'],
  ['\u00e6\u00c6', 'a'],
  ['\u2026', '.'],
  ['\u2264', '<'],
  ['\u2265', '>'],
]
const LOWER = 1
const UPPER = 2
const STOP = 3
const COMBINING = 4
const LETTER = 1
const DIGIT = 2
const BYTES = buildBytes()
const KINDS = buildKinds()
const CLASSES = buildClasses()
let buffer = new Uint8Array(32_768)
let view = Buffer.from(buffer.buffer)

/** What one pass over a text finds. */
export interface FoldScan {
  /** The folded text. */
  readonly text: string
  /** Index, in the units given, of each unit that opens a restored line. */
  readonly breaks: readonly number[]
  /** Where numbers begin in the folded text. */
  readonly numbers: readonly number[]
  /** Where words of the trigger table begin in the folded text, and their masks. */
  readonly words: readonly number[]
  readonly masks: readonly number[]
}

/** Folds a text in one pass; null when it has combining accents, which must be dropped first. */
export function scanFold(units: string): FoldScan | null {
  reserve(2 * units.length + 1)
  const bytes = buffer
  const breaks: number[] = []
  let length = 0
  let before = 0
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i)
    const now = CLASSES[unit] ?? 0
    if (now === COMBINING) return null
    if (now === UPPER && before !== 0 && isLostBreak(units, i, before)) {
      breaks.push(i)
      bytes[length++] = NEW_LINE
    }
    bytes[length++] = BYTES[unit] ?? FALLBACK
    before = now
  }
  return { text: view.toString('latin1', 0, length), breaks, ...scanMarks(bytes, length) }
}

// Grown, never shrunk; shared by all scans, each of which takes its text out before the next begins.
function reserve(size: number): void {
  if (buffer.length >= size) return
  buffer = new Uint8Array(2 * size)
  view = Buffer.from(buffer.buffer)
}

function isLostBreak(units: string, index: number, before: number): boolean {
  if (index === 0 || CLASSES[units.charCodeAt(index + 1)] !== LOWER) return false
  return before === STOP || isGlued(units, index, caseOf)
}

function caseOf(unit: number): number {
  const now = CLASSES[unit] ?? 0
  return now === LOWER || now === UPPER ? now : 0
}

function scanMarks(bytes: Uint8Array, length: number): Pick<FoldScan, 'numbers' | 'words' | 'masks'> {
  const numbers: number[] = []
  const words: number[] = []
  const masks: number[] = []
  // The byte behind the end closes the last word.
  bytes[length] = NEW_LINE
  let at = 0
  while (at < length) {
    const start = at
    const kind = KINDS[bytes[at++] ?? 0] ?? 0
    if (kind === 0) continue
    while (KINDS[bytes[at] ?? 0] === kind) at++
    if (kind === DIGIT) {
      numbers.push(start)
      continue
    }
    const mask = TRIGGER_TABLE[triggerKey(bytes, start, at - start)] ?? 0
    if (mask !== 0) {
      words.push(start)
      masks.push(mask)
    }
  }
  return { numbers, words, masks }
}

function triggerKey(bytes: Uint8Array, at: number, letters: number): number {
  const first = (bytes[at] ?? 0) - 96
  const second = letters > 1 ? (bytes[at + 1] ?? 0) - 96 : 0
  const third = letters > 2 ? (bytes[at + 2] ?? 0) - 96 : 0
  const fourth = letters > 3 ? (bytes[at + 3] ?? 0) - 96 : 0
  return (first << 15) | (second << 10) | (third << 5) | fourth
}

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(256)
  for (let byte = 97; byte <= 122; byte++) kinds[byte] = LETTER
  for (let byte = 48; byte <= 57; byte++) kinds[byte] = DIGIT
  return kinds
}

function buildBytes(): Uint8Array {
  const bytes = new Uint8Array(65_536).fill(FALLBACK)
  for (let unit = 0; unit < 0x250; unit++) {
    const plain = String.fromCharCode(unit).normalize('NFD').charAt(0).toLowerCase()
    const code = plain.charCodeAt(0)
    bytes[unit] = code < 256 ? code : FALLBACK
  }
  for (const [from, to] of FOLDS) {
    for (const letter of from) bytes[letter.charCodeAt(0)] = to.charCodeAt(0)
  }
  return bytes
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65_536)
  for (let unit = 0; unit < 0x250; unit++) {
    const letter = String.fromCharCode(unit)
    const lower = letter.toLowerCase()
    if (lower !== letter.toUpperCase()) classes[unit] = letter === lower ? LOWER : UPPER
  }
  for (let unit = 0x300; unit <= 0x36f; unit++) classes[unit] = COMBINING
  for (const stop of '.!?:;)\u20ac%') classes[stop.charCodeAt(0)] = STOP
  return classes
}
