import type { FoldedText } from '../salary/fold-text.ts'
import { firstAt } from './match-at.ts'
import type { Found } from './quote.ts'

const LABEL = /(\d+)(?: ?(?:a|-|ou) ?\d+)? ?(mois|jour|semaine|an|month|week|year)/
const TEXT =
  /(?:cdd|stage|alternance|apprentissage|interim|mission|contrat|contract|internship|freelance)[^.\n\d]{0,40}?(\d{1,2})(?: ?(?:a|-|ou|\/|et) ?\d{1,2})? ?-?(mois|semaines?|ans?|months?|weeks?|years?)\b/y
const MONTHS_OF = /(\d{1,2})[- ](month)s? (?:contract|internship|engagement|ftc|fixed)/y
const DAYS_PER_MONTH = 30.4375

/** Months of the source's label ("CDD - 12 Mois", "Stage(5 à 6 mois)"); the lower figure of a range. */
export function readDurationLabel(label: string): Found<number> | null {
  const match = LABEL.exec(label)
  return match === null ? null : duration(match, match.index)
}

/** Months of a contract stated in a folded text. */
export function readDuration(folded: FoldedText): Found<number> | null {
  const found =
    firstAt(folded.text, folded.triggers('duration'), TEXT) ?? firstAt(folded.text, folded.numbers, MONTHS_OF)
  return found === null ? null : duration(found.match, found.start)
}

function duration(match: RegExpExecArray, start: number): Found<number> | null {
  const [whole, digits, unit] = match
  const count = Number(digits)
  const months = count * monthsPer(unit ?? 'mois')
  if (!(months > 0) || months > 60) return null
  return { value: Math.round(months * 10) / 10, start, end: start + whole.length }
}

function monthsPer(unit: string): number {
  if (unit.startsWith('j')) return 1 / DAYS_PER_MONTH
  if (unit.startsWith('s') || unit.startsWith('w')) return 7 / DAYS_PER_MONTH
  return unit.startsWith('a') || unit.startsWith('y') ? 12 : 1
}
