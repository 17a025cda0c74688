import type { Found } from './quote.ts'

/** Full or part time, and the hours of a week when written. */
export interface WorkTime {
  readonly workTime: 'full' | 'part' | null
  readonly weeklyHours: number | null
}

const PART = /temps partiel|mi-?temps|part[- ]?time/
const FULL = /temps (?:plein|complet)|plein temps|full[- ]?time/
const HOURS =
  /(?<![\d.,-])(\d{1,2})(?:[.,](\d{1,2}))? ?h(?:eures?|rs?|ours?)?(?: ?(\d\d))?(?: de travail| hebdo\w*)? ?(?:\/|par|-|a la|per|a) ?(?:semaine|sem\b|week|hebdo\w*)|(?<![\d.,-])(\d{1,2}) ?h(?:eures?)? hebdo\w*|\b(35|36|37|38|39) ?h(?:eures?)?\b(?! ?\d)/
const LEGAL_WEEK = 35

/** Reads the working time a folded text states. */
export function readWorkTime(text: string): Found<WorkTime> | null {
  const hours = HOURS.exec(text)
  const weekly = hours === null ? null : weeklyHours(hours)
  const part = PART.exec(text)
  const full = FULL.exec(text)
  const named = firstOf(part, full)
  const match = named ?? (weekly === null ? null : hours)
  if (match === null) return null
  // Both named ("temps plein ou partiel") leaves it open; hours alone tell below the legal week.
  const byName = part !== null && full !== null && Math.abs(part.index - full.index) < 40 ? null : nameOf(named, part)
  const byHours = weekly === null ? null : weekly >= LEGAL_WEEK ? 'full' : 'part'
  return {
    value: { workTime: named === null ? byHours : byName, weeklyHours: weekly },
    start: match.index,
    end: match.index + match[0].length,
  }
}

function firstOf(a: RegExpExecArray | null, b: RegExpExecArray | null): RegExpExecArray | null {
  if (a === null || b === null) return a ?? b
  return a.index <= b.index ? a : b
}

function nameOf(named: RegExpExecArray | null, part: RegExpExecArray | null): 'full' | 'part' | null {
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
