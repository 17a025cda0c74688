import type { PayBasis, PayPeriod } from '../../domain/salary.ts'

/** What the words right around an amount say of it. */
export interface UnitReading {
  readonly period: PayPeriod | null
  /** True when the period stands elsewhere in the sentence, not against the amount. */
  readonly isPeriodLoose: boolean
  readonly basis: PayBasis
  /** Months the year's pay is spread over, when written. */
  readonly months: number | null
  readonly open: 'min' | 'max' | null
  /** End, in the folded text, of the unit words that follow the amount without a gap. */
  readonly end: number
  /** Start of an opening word that stands right before the amount. */
  readonly start: number
  /** True when a unit word stands right after the amount. */
  readonly isAdjacent: boolean
}

const PERIODS: readonly (readonly [PayPeriod, string])[] = [
  [
    'year',
    String.raw`\/ ?an(?:s|nee|nuel)?\b|par ans?\b|\bans?\b(?= |$)|\bannuel\w*|par annee|l'annee|per year|a year|\/ ?y(?:ea)?r\b|yearly|annually|per annum|\bp\.? ?a\b\.?|\bannual\b|\ban\b`,
  ],
  [
    'month',
    String.raw`\bmensuel\w*|\/ ?mois\w*|(?:par|au|le) mois\w*|\/ ?mens\w*|\bmois\b|per month|\/ ?month|monthly|a month|mensualite\w*|\/ ?m\b`,
  ],
  [
    'hour',
    String.raw`\bhoraires?\b|\/ ?h(?:eure|r)?s?\b|(?:de|a) l'he\w*|(?:par|l') ?he?u?r?e?s?\b|par heures?|per hour|an hour|\/ ?hour|hourly|\bheure\b`,
  ],
  [
    'day',
    String.raw`\/ ?j(?:our|ours|r)?\b|par jour\w*|\bjournalie\w*|\bjour\b|\btjm\b|per day|\/ ?day|daily|a day|la journee|par journee|\/ ?journee|a la journee`,
  ],
  ['week', String.raw`\/ ?sem(?:aine)?\b|(?:par|a la) semaine|\bhebdo\w*|per week|\/ ?week|weekly|a week`],
]
const PERIOD_SOURCE = PERIODS.map(([name, source]) => `(?<${name}>${source})`).join('|')
// Away from the amount only words that speak of pay by nature count: "par semaine" there is telework or working time.
const LOOSE_PERIOD =
  /(?<year>\bannuel\w*|\bpar an\b|\/ ?an\b|\bannual\b|\byearly\b|per annum|per year)|(?<month>\bmensuel\w*|\bpar mois\b|\/ ?mois\b|\bmonthly\b|per month)|(?<hour>(?:taux|salaire|remuneration|brute?|base|tarif) (?:brute? |nette? )?horaire\b|horaire (?:brut|net)e?\b|\bhourly\b|per hour|de l'heure)|(?<day>\bjournalie\w*|\btjm\b|\bdaily\b|day rate)|(?<week>\bhebdomadaire (?:brut|net)|salaire hebdo\w*|weekly (?:pay|salary|rate))/g
const NET = String.raw`(?<net>\bnet(?:te)?s?\b|net(?=\/))`
const GROSS = String.raw`\bbrute?s?\b|brut(?=an|mens|\/)|\bgross\b`
const BASIS = new RegExp(`(?<gross>${GROSS})|${NET}`, 'g')
// A lone B right after the amount means brut ("36K€B").
const TAIL_BASIS = String.raw`(?<gross>${GROSS}|\bb\b)|${NET}`
// Words that may stand between an amount and its units without saying anything about either.
const FILLER = String.raw`[ ()\[\]:,*_-]|¤|\be\b|\beuros?\b|\beur\b|\bde salaire\b|\bfixes?\b|\bsalaire\b|\bremuneration\b|\benviron\b|\ben\b|\ba\b|\bde base\b|\ben base\b|\bht\b|\bhors taxes\b|\bbase\b|\btemps plein\b|\/(?= ?(?:brut|net))`
const TAIL_UNIT = new RegExp(
  `(?<months>sur (?:une base de )?\\d{1,2}(?:[.,]\\d+)? mois)|${PERIOD_SOURCE}|${TAIL_BASIS}|(?<openMin>\\(? ?(?:et|ou) (?:plus|au-dela)\\b|\\bmini(?:mum)?\\b|\\+(?= *(?:$|[).,;\\n])))|(?<openMax>\\bmax(?:i|imum)?\\b)|(?<filler>${FILLER})`,
  'y',
)
const RIGHT_REACH = 70
const OPEN_MIN_BEFORE =
  /(?:a partir(?: d['eu]+)?|des|minimum|au minimum|au moins|min\.?|>=?|from|starting (?:at|from)|plus de|superieure? a|a compter de|debute a|demarre a)[ :]*(?:environ |de |d'|hauteur de )?$/
const OPEN_MAX_BEFORE =
  /(?:jusqu'? ?(?:a|au)|jusqua|maximum|max\.?|<=?|up to|plafonnee? a|au plus|aller a|atteindre|au maximum)[ :]*(?:environ |de )?$/
const MONTHS_BEFORE = /sur 1[2345](?:[.,]5)? mois[ :]*(?:de |entre )?$/
const MONTHS =
  /(?:sur|x|\*) ?(\d{1,2}(?:[.,]\d+)?) ?mois|\bx ?(1[2345](?:[.,]5)?)\b|\b(1[2345](?:[.,]5)?) mois\b(?! d| min| max| renouv| -|\))/
// Spans that speak of working time, the 13th month or the contract's length, not of the amount's period.
const NOT_A_PERIOD =
  /\d+(?:[.,]\d+)? ?h(?:eures?)?(?: ?\d\d)? ?(?:\/|par|de travail par|-)? ?(?:semaines?|mois|jours?|sem|hebdo\w*)?|\b\d+ ?(?:e|eme|ieme)s? mois|\b\d+(?:[.,]\d+)? mois|\d+ ?(?:jours?|ans?)\b|treizieme mois|tous les mois|mois d/g
const MONTHS_AHEAD = /^ ?(?:sur )?\d\d(?:[.,]\d+)? mois/
const SENTENCE_END = /[\n;]|[.!?](?= |$)|\bsoit\b|\+/

/** Reads period, basis, months and open ends around an amount that spans `[start, end)` of a folded text. */
export function readUnits(text: string, start: number, end: number, from: number, to: number): UnitReading {
  const tail = readTail(text, end, to)
  const left = blank(afterLastPlus(text.slice(from, start)))
  const right = blank(cutAtSentence(text.slice(tail.end, Math.min(to, tail.end + RIGHT_REACH))))
  const opening = openingBefore(text.slice(Math.max(from, start - 40), start))
  return {
    period: tail.period ?? lastPeriod(left) ?? firstPeriod(right),
    isPeriodLoose: tail.period === null,
    basis: tail.basis ?? lastBasis(left) ?? firstBasis(right) ?? 'unknown',
    months: readMonths(text.slice(start, end + 80)) ?? monthsBefore(text.slice(from, start)),
    open: opening?.open ?? tail.open,
    end: tail.lastWord,
    start: opening === null ? start : start - opening.length,
    isAdjacent: tail.period !== null || tail.basis !== null,
  }
}

interface Tail {
  period: PayPeriod | null
  basis: PayBasis | null
  open: 'min' | 'max' | null
  end: number
  lastWord: number
}

// Eats unit words one after the other; stops at the first word that is none.
function readTail(text: string, end: number, to: number): Tail {
  const tail: Tail = { period: null, basis: null, open: null, end, lastWord: end }
  let at = end
  while (at < to || MONTHS_AHEAD.test(text.slice(at, at + 12))) {
    TAIL_UNIT.lastIndex = at
    const groups = TAIL_UNIT.exec(text)?.groups
    if (groups === undefined) break
    at = TAIL_UNIT.lastIndex
    if (groups['filler'] !== undefined) continue
    tail.lastWord = at
    if (groups['openMin'] !== undefined) tail.open ??= 'min'
    else if (groups['openMax'] !== undefined) tail.open ??= 'max'
    else if (groups['months'] === undefined) {
      tail.period ??= periodOf(groups)
      tail.basis ??= basisOf(groups)
    }
  }
  // "(brut" takes its closing bracket along.
  const isOpen = text.slice(end, tail.lastWord).includes('(') && text.charAt(tail.lastWord) === ')'
  if (isOpen) tail.lastWord++
  tail.end = tail.lastWord
  return tail
}

function openingBefore(left: string): { open: 'min' | 'max'; length: number } | null {
  const min = OPEN_MIN_BEFORE.exec(left)
  if (min !== null) return { open: 'min', length: min[0].length }
  const max = OPEN_MAX_BEFORE.exec(left)
  return max === null ? null : { open: 'max', length: max[0].length }
}

/** Months of pay in a year written near an amount (12–14.5); "sur 0.0 mois" of an empty form field counts as 12. */
export function readMonths(text: string): number | null {
  const match = MONTHS.exec(text)
  const written = match?.[1] ?? match?.[2] ?? match?.[3]
  if (written === undefined) return null
  const months = Number(written.replace(',', '.'))
  if (months === 0) return 12
  return months >= 12 && months <= 14.5 ? months : null
}

// "Rémunération sur 13 mois : 2 150 €".
function monthsBefore(left: string): number | null {
  return MONTHS_BEFORE.test(left) ? readMonths(left) : null
}

function cutAtSentence(text: string): string {
  const stop = SENTENCE_END.exec(text)
  return stop === null ? text : text.slice(0, stop.index)
}

// "238 € brut + indemnité (à partir de 55 K€": what stands before a plus belongs to another amount.
function afterLastPlus(left: string): string {
  return left.slice(left.lastIndexOf('+') + 1)
}

function blank(text: string): string {
  return text.replace(NOT_A_PERIOD, (span) => ' '.repeat(span.length))
}

function periodOf(groups: Readonly<Record<string, string | undefined>>): PayPeriod | null {
  for (const [name] of PERIODS) if (groups[name] !== undefined) return name
  return null
}

function basisOf(groups: Readonly<Record<string, string | undefined>>): PayBasis | null {
  if (groups['gross'] !== undefined) return 'gross'
  return groups['net'] === undefined ? null : 'net'
}

function lastPeriod(text: string): PayPeriod | null {
  let found: PayPeriod | null = null
  for (const match of text.matchAll(LOOSE_PERIOD)) found = periodOf(match.groups ?? {})
  return found
}

function firstPeriod(text: string): PayPeriod | null {
  for (const match of text.matchAll(LOOSE_PERIOD)) return periodOf(match.groups ?? {})
  return null
}

function lastBasis(text: string): PayBasis | null {
  let found: PayBasis | null = null
  for (const match of text.matchAll(BASIS)) found = basisOf(match.groups ?? {})
  return found
}

function firstBasis(text: string): PayBasis | null {
  for (const match of text.matchAll(BASIS)) return basisOf(match.groups ?? {})
  return null
}
