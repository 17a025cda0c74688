import { type AmountExpression, findExpressions } from './amount-expression.ts'
import type { FoldedText } from './fold-text.ts'
import { judgeContext } from './judge-context.ts'
import { isForTask, lastWordBefore } from './pay-cues.ts'
import type { PayWords } from './pay-words.ts'
import { readUnits, type UnitReading } from './unit-words.ts'

/** Where a text states an amount of pay: the expression, the words around it, and how sure the find is. */
export interface PayMention {
  readonly expression: AmountExpression
  readonly units: UnitReading
  /** Span of the quoted words, offsets of the folded text. */
  readonly start: number
  readonly end: number
  /** 3 named pay and unit words, 2 named pay, 1 unit words alone. */
  readonly strength: number
}

// No ad names more sums; a price list is not read to its end.
const MOST_AMOUNTS = 200
const LOOK_BACK = 220
const LOOK_AHEAD = 140
const SENTENCE_BREAK = /\n|[.!?](?= |$)(?<! min\.| max\.)|;|\u00b7/g
const PERCENT = /^ ?%/
const ORDINAL = /^ ?(?:e|eme|ieme)\b/
const NO_LETTERS = /^[^a-z]*$/
const NO_LETTERS_OR_PERCENT = /^[^a-z%]*$/
const DAY_RATE_BEFORE = /\btjm(?: (?:max|min|moyen|propose))?[ :]*(?:entre |de )?$/
const HOUR_RATE_BEFORE = /\btaux horaire(?: (?:brut|net))?[ :]*(?:entre |de )?$/
const PAY_BEFORE =
  /(?:salaire|remuneration|salary)(?: (?:brute?|nette?|net|annuel(?:le)?|mensuel(?:le)?|fixe|proposee?))*[ :]*(?:entre |de |a partir de )?$/
const COUNTED_AHEAD = /^ ?(?:%|ans?\b|h\b|heures|jours?|mois|personnes|salaries|points|e\b|eme)/
const UNIT_AHEAD = /^ ?(?:brut|net|\/ ?(?:mois|an|h\b|heure|jour|j\b)|par (?:mois|an|heure|jour))/

/** Finds the mentions of pay in prose; the strongest first, then the earliest. */
export function findPayInProse(folded: FoldedText, words: PayWords): PayMention[] {
  const text = folded.text
  const mentions: PayMention[] = []
  const money = findExpressions(folded)
    .filter((expression) => isMoney(text, expression))
    .slice(0, MOST_AMOUNTS)
  for (let i = 0; i < money.length; i++) {
    const expression = money[i]
    if (expression === undefined || expression.isMillions) continue
    const from = Math.max(money[i - 1]?.end ?? 0, expression.start - LOOK_BACK)
    const to = Math.min(money[i + 1]?.start ?? text.length, expression.end + LOOK_AHEAD)
    const mention = mentionIn(text, expression, from, to, words)
    if (mention !== null) mentions.push(mention)
  }
  return mergeLevels(text, mentions).sort((a, b) => b.strength - a.strength || a.start - b.start)
}

// Pay by level of the person ("Bachelor : 900 à 1 000 €, Master : 1 100 à 1 200 €"): one range from the lowest to the highest.
const LEVEL =
  /\b(?:profils?|debutant|junior|senior|confirme|expert|maitris|intermediaire|experimente|bachelor|master|bac|licence|m1|m2|l3|bts|annee|niveau)/
const SET_APART = /[+]|variable|prime|bonus|freelance/
const LEVEL_GAP = 80

function mergeLevels(text: string, mentions: readonly PayMention[]): PayMention[] {
  const merged: PayMention[] = []
  for (const mention of mentions) {
    const before = merged[merged.length - 1]
    if (before !== undefined && areLevels(text, before, mention)) merged[merged.length - 1] = spanning(before, mention)
    else merged.push(mention)
  }
  return merged
}

function areLevels(text: string, a: PayMention, b: PayMention): boolean {
  const gap = text.slice(a.end, b.start)
  return (
    gap.length <= LEVEL_GAP &&
    a.units.period === b.units.period &&
    a.expression.isThousands === b.expression.isThousands &&
    a.expression.currency === b.expression.currency &&
    a.units.open === null &&
    b.units.open === null &&
    LEVEL.test(gap) &&
    !SET_APART.test(gap) &&
    high(b) <= 3 * low(a)
  )
}

function spanning(a: PayMention, b: PayMention): PayMention {
  const first = Math.min(low(a), low(b))
  const second = Math.max(high(a), high(b))
  const expression = { ...a.expression, first, second, isRange: true, end: b.expression.end }
  return { expression, units: a.units, start: a.start, end: b.end, strength: Math.max(a.strength, b.strength) }
}

function low({ expression }: PayMention): number {
  return Math.min(expression.first, expression.second)
}

function high({ expression }: PayMention): number {
  return Math.max(expression.first, expression.second)
}

/** Finds the amounts of a source's own pay label, where every amount is pay unless it says otherwise. */
export function findPayInLabel(folded: FoldedText, words: PayWords): PayMention[] {
  const text = folded.text
  const mentions: PayMention[] = []
  const expressions = findExpressions(folded)
  for (let i = 0; i < expressions.length; i++) {
    const expression = expressions[i]
    if (expression === undefined || expression.isMillions) continue
    const from = expressions[i - 1]?.end ?? 0
    const to = expressions[i + 1]?.start ?? text.length
    if (isForTask(text.slice(expression.end, to))) continue
    const left = lastWordBefore(words, text.slice(from, expression.start))
    if (left !== null && left.kind !== 'pay') continue
    const units = readUnits(text, expression.start, expression.end, from, to)
    if (isLabelAmount(text, expression, units)) mentions.push(mentionOf(expression, units, 3))
  }
  return mentions
}

// A bare number of a label ("45000", "1450 Net") is an amount; "CCN 51", "13e mois", "grille 2024" are not.
function isLabelAmount(text: string, expression: AmountExpression, units: UnitReading): boolean {
  const after = text.slice(expression.end)
  if (expression.currency !== null || expression.isThousands) return !PERCENT.test(after)
  if (units.isAdjacent) return !ORDINAL.test(after) && !isBareYears(text, expression)
  if (isNamedAmount(text, expression)) return true
  const isWholeLabel = NO_LETTERS.test(text.slice(0, expression.start)) && NO_LETTERS_OR_PERCENT.test(after)
  const isHourly = expression.first >= 8 && expression.second < 100 && !Number.isInteger(expression.first)
  return isWholeLabel && (expression.first > 2100 || (expression.first >= 1000 && expression.first < 1990) || isHourly)
}

const YEARS_AHEAD = /^ ?ans?\b/

// "2 ans d'expérience" of a cut label is no amount.
function isBareYears(text: string, expression: AmountExpression): boolean {
  return YEARS_AHEAD.test(text.slice(expression.end)) && expression.first < 1000
}

// Cheap test before the words around are read: a currency, thousands, or a unit word against the number.
function isMoney(text: string, expression: AmountExpression): boolean {
  if (expression.currency !== null || expression.isThousands || expression.isMillions) return true
  if (expression.first >= 10 && UNIT_AHEAD.test(text.slice(expression.end, expression.end + 16))) return true
  return isNamedAmount(text, expression)
}

// A bare number right behind its name is money too ("Salaire : 30000 à 35000", "TJM 350"), unless it counts something else.
function isNamedAmount(text: string, { first, second, start, end }: AmountExpression): boolean {
  if (COUNTED_AHEAD.test(text.slice(end, end + 12))) return false
  const left = text.slice(Math.max(0, start - 40), start)
  if (DAY_RATE_BEFORE.test(left)) return first >= 100 && second <= 2000
  if (HOUR_RATE_BEFORE.test(left)) return first >= 8 && second <= 60
  const isCalendar = first >= 2000 && first <= 2040 && second >= 2000 && second <= 2040
  return PAY_BEFORE.test(left) && first >= 1000 && second <= 200_000 && !isCalendar
}

function mentionIn(
  text: string,
  expression: AmountExpression,
  from: number,
  to: number,
  words: PayWords,
): PayMention | null {
  const sentenceStart = startOfSentence(text, from, expression.start)
  const sentenceEnd = endOfSentence(text, expression.end, to)
  const units = readUnits(text, expression.start, expression.end, sentenceStart, sentenceEnd)
  const strength = judgeContext({ text, expression, units, sentenceStart, sentenceEnd }, words)
  return strength === 0 ? null : mentionOf(expression, units, strength)
}

function mentionOf(expression: AmountExpression, units: UnitReading, strength: number): PayMention {
  return { expression, units, start: units.start, end: Math.max(expression.end, units.end), strength }
}

function startOfSentence(text: string, from: number, start: number): number {
  let at = from
  for (const match of text.slice(from, start).matchAll(SENTENCE_BREAK)) at = from + match.index + match[0].length
  return at
}

function endOfSentence(text: string, end: number, to: number): number {
  SENTENCE_BREAK.lastIndex = 0
  const match = SENTENCE_BREAK.exec(text.slice(end, to))
  return match === null ? to : end + match.index
}
