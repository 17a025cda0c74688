import { TextUnits } from '../text/text-units.ts'
import { FoldMarks } from './fold-marks.ts'
import * as table from './fold-table.ts'
import { isGlued } from './lost-breaks.ts'

const NEW_LINE = '\n'.charCodeAt(0)
// The loop below reads these at every unit, and an imported name would be looked up each time.
const { FIRST_CAPITAL, FIRST_COMBINING, FOLD_TABLE, KIND_BITS, LOWER, STOP, classOf } = table

// Grown, never shrunk; shared by all scans, each of which takes its text out before the next begins.
const source = new TextUnits()
let folded = new Uint8Array(2 * source.units.length)
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
  const count = source.load(text)
  reserve(count)
  const units = source.units
  const bytes = folded
  // What stands behind the text is no part of it.
  units[count] = 0
  const breaks: number[] = []
  const marks = new FoldMarks()
  let length = 0
  let run = 0
  let runStart = 0
  for (let i = 0; i < count; i++) {
    const entry = FOLD_TABLE[units[i] ?? 0] ?? 0
    let isBreak = false
    if (entry >= FIRST_CAPITAL) {
      if (entry >= FIRST_COMBINING) return null
      isBreak = isLostBreak(text, units, i)
    }
    const kind = entry & KIND_BITS
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

// A restored break may stand before every unit.
function reserve(count: number): void {
  if (folded.length >= 2 * count) return
  folded = new Uint8Array(2 * source.units.length)
  view = Buffer.from(folded.buffer)
}

function isLostBreak(text: string, units: Uint16Array, index: number): boolean {
  const before = index === 0 ? 0 : classOf(units[index - 1] ?? 0)
  if (before === 0 || classOf(units[index + 1] ?? 0) !== LOWER) return false
  return before === STOP || isGlued(text, index)
}
