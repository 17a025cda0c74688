import type { FoldedText } from '../salary/fold-text.ts'
import { firstAt, type PlacedMatch } from './match-at.ts'
import type { Found } from './quote.ts'

/** Full or part time, and the hours of a week when written. */
export interface WorkTime {
  readonly workTime: 'full' | 'part' | null
  readonly weeklyHours: number | null
}

const PART = /temps partiel|mi-?temps|part[-_ ]?time/y
const FULL = /temps (?:plein|complet)|plein temps|full[-_ ]?time/y
const HOURS =
  /(?<![\d.,-])(\d{1,2})(?:[.,](\d{1,2}))? ?h(?:eures?|rs?|ours?)?(?: ?(\d\d))?(?: de travail| hebdo\w*)? ?(?:\/|par|-|a la|per|a) ?(?:semaine|sem\b|week|hebdo\w*)|(?<![\d.,-])(\d{1,2}) ?h(?:eures?)? hebdo\w*|(35|36|37|38|39) ?h(?:eures?)?\b(?! ?\d)/y
const LEGAL_WEEK = 35

/** Reads the working time a folded text states. */
export function readWorkTime(folded: FoldedText): Found<WorkTime> | null {
  const { text } = folded
  const hours = firstAt(text, folded.numbers, HOURS)
  const weekly = hours === null ? null : weeklyHours(hours.match)
  const places = folded.triggers('workTime')
  const part = firstAt(text, places, PART)
  const full = firstAt(text, places, FULL)
  const named = firstOf(part, full)
  const match = named ?? (weekly === null ? null : hours)
  if (match === null) return null
  // Both named ("temps plein ou partiel") leaves it open; hours alone tell below the legal week.
  const byName = part !== null && full !== null && Math.abs(part.start - full.start) < 40 ? null : nameOf(named, part)
  const byHours = weekly === null ? null : weekly >= LEGAL_WEEK ? 'full' : 'part'
  return {
    value: { workTime: named === null ? byHours : byName, weeklyHours: weekly },
    start: match.start,
    end: match.end,
  }
}

function firstOf(a: PlacedMatch | null, b: PlacedMatch | null): PlacedMatch | null {
  if (a === null || b === null) return a ?? b
  return a.start <= b.start ? a : b
}

function nameOf(named: PlacedMatch | null, part: PlacedMatch | null): 'full' | 'part' | null {
  if (named === null) return null
  return named === part ? 'part' : 'full'
}

function weeklyHours(match: RegExpExecArray): number | null {
  const [, whole, decimals, minutes, hebdo, bare] = match
  const hours = Number(whole ?? hebdo ?? bare)
  const extra = minutes !== undefined ? Number(minutes) / 60 : decimals !== undefined ? Number(`0.${decimals}`) : 0
  const total = hours + extra
  return total >= 4 && total <= 48 ? total : null
}
