import { FoldMarks } from './fold-marks.ts'
import { classOf, FIRST_CAPITAL, FIRST_COMBINING, FOLD_TABLE, KIND_BITS, LOWER, STOP } from './fold-table.ts'
import { isGlued } from './lost-breaks.ts'

const NEW_LINE = '\n'.charCodeAt(0)
const BYTES_PER_UNIT = 2

// A text is copied into `units` whole and read from there: charCodeAt finds out at every call how the string is kept.
// Grown, never shrunk; shared by all scans, each of which takes its text out before the next begins.
let units = new Uint16Array(16_384)
let unitBytes = Buffer.from(units.buffer)
let folded = new Uint8Array(2 * units.length)
let view = Buffer.from(folded.buffer)

/** What one pass over a text finds. */
export interface FoldScan {
  /** The folded text. */
  readonly text: string
  /** Index, in the units given, of each unit that opens a restored line. */
  readonly breaks: readonly number[]
  readonly marks: FoldMarks
}

/** Folds a text in one pass; null when it has combining accents, which must be dropped first. */
export function scanFold(text: string): FoldScan | null {
  const count = load(text)
  // What the loop reads at every unit is held here: an imported name is looked up each time it is read.
  const [from, bytes, table] = [units, folded, FOLD_TABLE]
  const [capital, kindBits] = [FIRST_CAPITAL, KIND_BITS]
  const breaks: number[] = []
  const marks = new FoldMarks()
  let length = 0
  let run = 0
  let runStart = 0
  for (let i = 0; i < count; i++) {
    const entry = table[from[i] ?? 0] ?? 0
    let isBreak = false
    if (entry >= capital) {
      if (entry >= FIRST_COMBINING) return null
      isBreak = isLostBreak(text, i)
    }
    const kind = entry & kindBits
    if (kind !== run || isBreak) {
      if (run !== 0) marks.add(run, bytes, runStart, length)
      if (isBreak) {
        breaks.push(i)
        bytes[length++] = NEW_LINE
      }
      run = kind
      runStart = length
    }
    // Only the low byte is kept.
    bytes[length++] = entry
  }
  if (run !== 0) marks.add(run, bytes, runStart, length)
  return { text: view.toString('latin1', 0, length), breaks, marks }
}

// Number of units copied.
function load(text: string): number {
  if (units.length < text.length) {
    units = new Uint16Array(2 * text.length)
    unitBytes = Buffer.from(units.buffer)
    folded = new Uint8Array(2 * units.length)
    view = Buffer.from(folded.buffer)
  }
  return unitBytes.write(text, 'utf16le') / BYTES_PER_UNIT
}

function isLostBreak(text: string, index: number): boolean {
  const before = index === 0 ? 0 : classOf(text.charCodeAt(index - 1))
  if (before === 0 || classOf(text.charCodeAt(index + 1)) !== LOWER) return false
  return before === STOP || isGlued(text, index)
}
