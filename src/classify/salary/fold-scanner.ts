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
const BYTES = buildBytes()
const CLASSES = buildClasses()
let buffer = new Uint8Array(32_768)
let view = Buffer.from(buffer.buffer)

/**
 * One pass over a text: its folded bytes, the line breaks it lost, where numbers begin, and where words of the trigger
 * table begin. The buffer is shared: `text()` must be taken before the next scanner runs.
 */
export class FoldScanner {
  /** Index, in the units given, of each unit that opens a restored line. */
  readonly breaks: number[] = []
  /** Where numbers begin, in the folded text. */
  readonly numbers: number[] = []
  readonly #units: string
  readonly #words: number[] = []
  readonly #masks: number[] = []
  #length = 0
  #key = 0
  #letters = 0
  #wasDigit = false

  constructor(units: string) {
    this.#units = units
  }

  /** Scans; false when the text has combining accents, which must be dropped first. */
  run(): boolean {
    const units = this.#units
    if (buffer.length < 2 * units.length + 1) {
      buffer = new Uint8Array(4 * units.length)
      view = Buffer.from(buffer.buffer)
    }
    let before = 0
    for (let i = 0; i < units.length; i++) {
      const unit = units.charCodeAt(i)
      const now = CLASSES[unit] ?? 0
      if (now === COMBINING) return false
      if (now === UPPER && before !== 0) this.#breakBefore(i, before)
      this.#put(BYTES[unit] ?? FALLBACK)
      before = now
    }
    this.#endWord(this.#length)
    return true
  }

  /** The folded text. */
  text(): string {
    return view.toString('latin1', 0, this.#length)
  }

  /** Where words begin whose mask holds the bit. */
  positions(bit: number): number[] {
    const found: number[] = []
    for (let i = 0; i < this.#words.length; i++) {
      if (((this.#masks[i] ?? 0) & bit) !== 0) found.push(this.#words[i] ?? 0)
    }
    return found
  }

  #put(byte: number): void {
    const at = this.#length
    buffer[at] = byte
    this.#length = at + 1
    if (byte >= 97 && byte <= 122) {
      if (this.#letters < 4) this.#key = (this.#key << 5) | (byte - 96)
      this.#letters++
      this.#wasDigit = false
      return
    }
    if (this.#letters > 0) this.#endWord(at)
    const isDigit = byte >= 48 && byte <= 57
    if (isDigit && !this.#wasDigit) this.numbers.push(at)
    this.#wasDigit = isDigit
  }

  #endWord(at: number): void {
    const letters = this.#letters
    if (letters === 0) return
    const mask = TRIGGER_TABLE[letters < 4 ? this.#key << (5 * (4 - letters)) : this.#key] ?? 0
    if (mask !== 0) {
      this.#words.push(at - letters)
      this.#masks.push(mask)
    }
    this.#letters = 0
    this.#key = 0
  }

  #breakBefore(index: number, before: number): void {
    if (index === 0 || CLASSES[this.#units.charCodeAt(index + 1)] !== LOWER) return
    if (before !== STOP && !isGlued(this.#units, index)) return
    this.breaks.push(index)
    this.#put(NEW_LINE)
  }
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
