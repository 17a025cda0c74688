import type { Found } from './quote.ts'

const LABEL = /(\d+)(?: ?(?:a|-|ou) ?\d+)? ?(mois|jour|semaine|an|month|week|year)/
const TEXT =
  /(?:cdd|stage|alternance|apprentissage|interim|mission|contrat|contract|internship|duree|duration|freelance)[^.\n\d]{0,40}?(\d{1,2})(?: ?(?:a|-|ou|\/|et) ?\d{1,2})? ?-?(mois|semaines?|ans?|months?|weeks?|years?)\b|\b(\d{1,2})[- ]months? (?:contract|internship|engagement|ftc|fixed)/
const DAYS_PER_MONTH = 30.4375

/** Months of the source's label ("CDD - 12 Mois", "Stage(5 à 6 mois)"); the lower figure of a range. */
export function readDurationLabel(label: string): Found<number> | null {
  return duration(LABEL.exec(label))
}

/** Months of a contract stated in a folded text. */
export function readDuration(text: string): Found<number> | null {
  return duration(TEXT.exec(text))
}

function duration(match: RegExpExecArray | null): Found<number> | null {
  if (match === null) return null
  const [whole, digits, unit, monthsOnly] = match
  const count = Number(digits ?? monthsOnly)
  const months = count * monthsPer(unit ?? 'mois')
  if (!(months > 0) || months > 60) return null
  return { value: Math.round(months * 10) / 10, start: match.index, end: match.index + whole.length }
}

function monthsPer(unit: string): number {
  if (unit.startsWith('j')) return 1 / DAYS_PER_MONTH
  if (unit.startsWith('s') || unit.startsWith('w')) return 7 / DAYS_PER_MONTH
  return unit.startsWith('a') || unit.startsWith('y') ? 12 : 1
}
