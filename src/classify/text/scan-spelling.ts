import * as spelling from './spelling-table.ts'
import { TextUnits } from './text-units.ts'

/** What one pass over a text finds. Valid until the next scan. */
export interface SpellingScan {
  /** The text with plain apostrophes and spaces, as long as the original. */
  readonly text: string
  /** Places at which something may have to be changed, ascending; `count` of them hold. */
  readonly places: Int32Array
  readonly count: number
}

// The loop below reads these at every unit, and an imported name would be looked up each time.
const { SPELLED, MAY_END_LINE, GOES_ON, MAY_BE_LETTER, MAY_BE_ENDING } = spelling
const { CAPITAL, ENDING_SIGN, ALWAYS_CHANGED, SPELLING_TABLE } = spelling

const LAST_LATIN1 = 0xff
const source = new TextUnits()
let bytes = Buffer.alloc(source.units.length)
let places = new Int32Array(1024)

/** Brings apostrophes and spaces to one spelling and finds the places to be looked at. */
export function scanSpelling(original: string): SpellingScan {
  const length = source.load(original)
  reserve(length)
  const units = source.units
  const latin = bytes
  const found = places
  // What stands behind the text is no part of it.
  units[length] = 0
  let count = 0
  let changes = 0
  let widest = 0
  let before = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0
    const entry = SPELLING_TABLE[unit] ?? 0
    const spelled = entry & SPELLED
    changes |= spelled ^ unit
    widest |= spelled
    units[at] = spelled
    latin[at] = spelled
    if (entry >= CAPITAL) {
      const place = placeToLookAt(at, before, entry, SPELLING_TABLE[units[at + 1] ?? 0] ?? 0)
      if (place >= 0) found[count++] = place
    }
    before = entry
  }
  if (changes === 0) return { text: original, places: found, count }
  return {
    text: widest <= LAST_LATIN1 ? latin.toString('latin1', 0, length) : source.toText(length),
    places: found,
    count,
  }
}

/** The place before a capital that may open a line, the place of a sign that may announce an ending; else -1. */
function placeToLookAt(at: number, before: number, entry: number, after: number): number {
  if ((entry & CAPITAL) !== 0) return (before & MAY_END_LINE) !== 0 && (after & GOES_ON) !== 0 ? at - 1 : -1
  if ((entry & ALWAYS_CHANGED) !== 0) return at
  const mayBeEnding = (before & MAY_BE_LETTER) !== 0 && (after & MAY_BE_ENDING) !== 0
  return (entry & ENDING_SIGN) !== 0 && mayBeEnding ? at : -1
}

function reserve(length: number): void {
  if (bytes.length < length) bytes = Buffer.alloc(source.units.length)
  // At most one place a unit.
  if (places.length < length) places = new Int32Array(2 * length)
}
