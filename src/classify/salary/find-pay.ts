import { type AmountExpression, findExpressions } from './amount-expression.ts'
import type { FoldedText } from './fold-text.ts'
import { type FoundWord, findWords, type PayWords } from './pay-words.ts'
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

const PERCENT = /^ ?%/
const ORDINAL = /^ ?(?:e|eme|ieme)\b/
const NO_LETTERS = /^[^a-z]*$/
const NO_LETTERS_OR_PERCENT = /^[^a-z%]*$/
const LOOK_BACK = 220
const LOOK_AHEAD = 140
const SENTENCE_BREAK = /\n|[.!?](?= |$)(?<! min\.| max\.)|;|\u00b7/g
const BULLET_ONLY = /^[ \-*:>\u00b7()\d]*$/
// Words right after an amount that make it another thing: "2,90 € le repas", "100 € de prime", "240 € HT pour 6 scripts".
const AFTER_OBJECT =
  /^[ )]*(?:bruts?|nets?|euros?|\/ ?(?:an|mois|jour)|par (?:an|mois|jour|ans)|ht|ttc)* *(?:de|d'|des|en|pour|par|le|la|l'|sur|\/|of|for|in|worth of|towards) ?/
const TTC =
  /^[ ]*(?:ttc|tcc)\b|^[^a-z0-9]{0,3}(?:d'euros )?(?:de|en) (?:ca|chiffre|budget|revenu|vente|volume|fonds|subvention)/
const PER_PIECE =
  /^[ ]*(?:ht|net|brut)? ?(?:\/|par|pour|per|each|le|la) ?(?:les )?(?:\d+ )?(?:script|article|video|post|piece|repas|personne|salarie|trajet|km|kilometre|nuit|mission|projet|client|enfant|parrain|coopt|ticket|titre|page|mot|word|lead|vente|contrat|participant|seance|credit|pers)/
const FOR_THE_TASK = /^[^a-z]*(?:forfait|selon (?:les |la )?missions?)/
const LESS_THAN = /[<>~] ?$/
const PLAUSIBLE_ALONE_FROM = 18_000

/** Finds the mentions of pay in prose; the strongest first, then the earliest. */
export function findPayInProse(folded: FoldedText, words: PayWords): PayMention[] {
  const text = folded.text
  const mentions: PayMention[] = []
  const money = findExpressions(text).filter((expression) => isMoney(text, expression))
  for (let i = 0; i < money.length; i++) {
    const expression = money[i]
    if (expression === undefined || expression.isMillions) continue
    const from = Math.max(money[i - 1]?.end ?? 0, expression.start - LOOK_BACK)
    const to = Math.min(money[i + 1]?.start ?? text.length, expression.end + LOOK_AHEAD)
    const mention = judge(text, expression, from, to, words)
    if (mention !== null) mentions.push(mention)
  }
  return mentions.sort((a, b) => b.strength - a.strength || a.start - b.start)
}

/** Finds the amount of a source's own pay label, where every amount is pay unless it says otherwise. */
export function findPayInLabel(folded: FoldedText, words: PayWords): PayMention[] {
  const text = folded.text
  const mentions: PayMention[] = []
  const expressions = findExpressions(text)
  for (let i = 0; i < expressions.length; i++) {
    const expression = expressions[i]
    if (expression === undefined || expression.isMillions) continue
    const from = expressions[i - 1]?.end ?? 0
    const to = expressions[i + 1]?.start ?? text.length
    if (isForTask(text.slice(expression.end, to))) continue
    const left = lastWord(findWords(words, text.slice(from, expression.start)))
    if (left !== null && left.kind !== 'pay') continue
    const units = readUnits(text, expression.start, expression.end, from, to)
    if (!isLabelAmount(text, expression, units)) continue
    mentions.push(mentionOf(expression, units, text, 3))
  }
  return mentions
}

// A bare number of a label ("45000", "1450 Net") is an amount; "CCN 51", "13e mois", "grille 2024" are not.
function isLabelAmount(text: string, expression: AmountExpression, units: UnitReading): boolean {
  if (expression.currency !== null || expression.isThousands) return !PERCENT.test(text.slice(expression.end))
  if (units.isAdjacent) return !ORDINAL.test(text.slice(expression.end))
  const isWholeLabel =
    NO_LETTERS.test(text.slice(0, expression.start)) && NO_LETTERS_OR_PERCENT.test(text.slice(expression.end))
  return isWholeLabel && expression.first >= 8 && !(expression.first >= 1990 && expression.first <= 2100)
}

// Cheap test before the words around are read: a currency, thousands, or a unit word against the number.
function isMoney(text: string, expression: AmountExpression): boolean {
  if (expression.currency !== null || expression.isThousands || expression.isMillions) return true
  return expression.first >= 10 && UNIT_AHEAD.test(text.slice(expression.end, expression.end + 16))
}
const UNIT_AHEAD = /^ ?(?:brut|net|\/ ?(?:mois|an|h\b|heure|jour|j\b)|par (?:mois|an|heure|jour))/

function judge(
  text: string,
  expression: AmountExpression,
  from: number,
  to: number,
  words: PayWords,
): PayMention | null {
  const sentenceStart = startOfSentence(text, from, expression.start)
  const sentenceEnd = endOfSentence(text, expression.end, to)
  const after = text.slice(expression.end, sentenceEnd)
  if (TTC.test(after) || isForTask(after)) return null
  const units = readUnits(text, expression.start, expression.end, sentenceStart, sentenceEnd)
  const object = objectAfter(after, words)
  const head = headBefore(text, sentenceStart, expression.start, words)
  if (object !== null && object !== 'pay' && head !== 'pay-adjacent') return null
  if (head === 'business') return null
  if (head === 'small' && !isTooMuchForSmall(expression, units)) return null
  if (head === 'pay' || head === 'pay-adjacent' || object === 'pay') {
    if (LESS_THAN.test(text.slice(0, expression.start)) && units.open === null) return null
    if (expression.first < 2 || expression.second > 1_000_000) return null
    return mentionOf(expression, units, text, units.isAdjacent ? 3 : 2)
  }
  return isPayWithoutHead(expression, units, after, words) ? mentionOf(expression, units, text, 1) : null
}

function isForTask(after: string): boolean {
  return PER_PIECE.test(after) || FOR_THE_TASK.test(after)
}

function mentionOf(expression: AmountExpression, units: UnitReading, _text: string, strength: number): PayMention {
  return { expression, units, start: units.start, end: Math.max(expression.end, units.end), strength }
}

type Head = 'pay' | 'pay-adjacent' | 'small' | 'business' | null

// The listed word nearest before the amount; a heading alone on the line before counts when this line starts with the amount.
function headBefore(text: string, from: number, start: number, words: PayWords): Head {
  const left = text.slice(from, start)
  const word = lastWord(findWords(words, left))
  if (word !== null) {
    if (word.kind !== 'pay') return isFixedPlus(left, words) ? 'pay' : word.kind
    return left.length - word.end < 30 ? 'pay-adjacent' : 'pay'
  }
  if (!BULLET_ONLY.test(left) || from === 0) return null
  const lineStart = text.lastIndexOf('\n', from - 2) + 1
  const heading = text.slice(Math.max(lineStart, from - 80), from)
  const above = lastWord(findWords(words, heading))
  return above?.kind === 'pay' ? 'pay' : null
}

// "Salaire fixe + variable : 50-65 K€" names the whole pay although "variable" stands nearest.
function isFixedPlus(left: string, words: PayWords): boolean {
  return FIXED_PLUS.test(left) && findWords(words, left).some((word) => word.kind === 'pay')
}
const FIXED_PLUS =
  /(?:fixe|base) ?(?:\+|et|&) ?(?:part |partie )?(?:variable|primes?|bonus|commissions?)[ )]*(?:: ?|de |entre |- ?)*$/

function objectAfter(after: string, words: PayWords): Head {
  const lead = AFTER_OBJECT.exec(after)?.[0]
  if (lead === undefined) return null
  const next = findWords(words, after.slice(lead.length, lead.length + 40))[0]
  return next !== undefined && next.start <= 4 ? next.kind : null
}

function isTooMuchForSmall(expression: AmountExpression, units: UnitReading): boolean {
  return expression.first >= PLAUSIBLE_ALONE_FROM && expression.first < 200_000 && units.period === 'year'
}

// Without any word for pay, units must make it plain: "40-50 K€ brut", "2 200 € brut par mois", "35 K€ par an".
function isPayWithoutHead(expression: AmountExpression, units: UnitReading, after: string, words: PayWords): boolean {
  const low = Math.min(expression.first, expression.second)
  const high = Math.max(expression.first, expression.second)
  if (high > 250_000 || high / low > 3) return false
  const nearby = findWords(words, after.slice(0, 40))
  if (nearby.some((word) => word.kind !== 'pay' && !after.slice(0, word.start).includes('+'))) return false
  if (units.isAdjacent && units.basis !== 'unknown') return low >= 400 || (low >= 9 && units.period === 'hour')
  if (units.period === 'year') return low >= PLAUSIBLE_ALONE_FROM
  return expression.isRange && expression.isThousands && low >= PLAUSIBLE_ALONE_FROM && high <= 150_000
}

function lastWord(found: readonly FoundWord[]): FoundWord | null {
  return found[found.length - 1] ?? null
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
