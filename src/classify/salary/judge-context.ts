import type { PayPeriod } from '../../domain/salary.ts'
import type { AmountExpression } from './amount-expression.ts'
import { hasOtherMoneyBehind, isPiecePrice, isRuledOut, lastWordBefore, objectAfter } from './pay-cues.ts'
import { findWords, type PayWords, type WordKind } from './pay-words.ts'
import type { UnitReading } from './unit-words.ts'

/** An amount in its sentence; offsets are those of the folded text. */
export interface AmountInContext {
  readonly text: string
  readonly expression: AmountExpression
  readonly units: UnitReading
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

const BULLET_ONLY = /^[ \-*:>\u00b7()\d_#=~]*$/
const SHORT_LABEL = /^[ \-*>\u00b7_#]*[a-z0-9 ()/'-]{0,28}: *$/
const LESS_THAN = /[<>] ?$/
const FIXED_PLUS =
  /(?:fixe|base) ?(?:\+|et|&) ?(?:parts? |partie )?(?:variables?|primes?|bonus|commissions?)[ )]*(?:comprise?s? |situee?s? |allant )?(?:: ?|de |entre |- ?)*$/
// "CDI Client final - Data Analyst - 50K/60K": title-like segments do not speak of each other.
const OTHER_SEGMENT = / [-|] (?:.* [-|] )?$/
const CONTRACT_BEFORE = /\b(?:cdi|cdd|salaire|poste|interim|freelance)[ :(|-]*$/
const UP_TO_YOU =
  /^[ (,-]*(?:based on|depending on|doe\b|selon (?:le |votre |ton |l')?(?:profil|exp)|a negocier|negociable|negotiable|en fonction d)/
// Sizes below or above which an amount without any word for pay is left alone, EUR a year or a month.
const ALONE_YEAR = { min: 18_000, max: 200_000 }
const ALONE_HOUR = { min: 9.5, max: 80 }
const ALONE_DAY = { min: 150, max: 1500 }
const ALONE_MONTH = { min: 700, max: 10_000 }
// Further into a sentence a lone amount with its period is rather somebody else's.
const SHORT_LEFT = 60
// EUR a year.
const TOO_MUCH_FOR_A_BENEFIT = 25_000
const GREATEST = 1_000_000

/** How surely an amount in prose is the pay of this job: 3 named pay with unit words, 2 named pay, 1 unit words alone, 0 not pay. */
export function judgeContext(context: AmountInContext, words: PayWords): 0 | 1 | 2 | 3 {
  const { text, expression, units, sentenceStart, sentenceEnd } = context
  const after = text.slice(expression.end, sentenceEnd)
  if (isRuledOut(after) || isPiecePrice(text.slice(sentenceStart, expression.start))) return 0
  const head = headBefore(text, sentenceStart, expression.start, words)
  const object = objectAfter(after, words)
  if (object === 'pay') return asNamed(context)
  if (object !== null && head !== 'pay-adjacent') return 0
  switch (head) {
    case 'business':
      return 0
    case 'small':
      return isTooMuchForSmall(expression, units) ? 1 : 0
    case 'pay':
    case 'pay-adjacent':
      return asNamed(context)
    case null:
      return isPayWithoutHead(context, after, words) ? 1 : 0
  }
}

function asNamed({ text, expression, units, sentenceStart }: AmountInContext): 0 | 2 | 3 {
  if (LESS_THAN.test(text.slice(sentenceStart, expression.start)) && units.open === null) return 0
  if (expression.first < 2 || expression.second > GREATEST) return 0
  return units.isAdjacent ? 3 : 2
}

type Head = WordKind | 'pay-adjacent' | null

// The listed word nearest before the amount; a heading above counts when this line starts with the amount or its label.
function headBefore(text: string, from: number, start: number, words: PayWords): Head {
  const left = text.slice(from, start)
  const word = lastWordBefore(words, left)
  if (word !== null) {
    if (word.kind === 'business' && OTHER_SEGMENT.test(left.slice(word.end))) return null
    if (word.kind !== 'pay') return isFixedPlus(left, words) ? 'pay' : word.kind
    return left.length - word.end < 30 ? 'pay-adjacent' : 'pay'
  }
  if (from === 0 || !(BULLET_ONLY.test(left) || SHORT_LABEL.test(left))) return null
  const heading = lineAbove(text, from)
  return lastWordBefore(words, heading)?.kind === 'pay' ? 'pay' : null
}

// The end of the last line above that is not empty.
function lineAbove(text: string, from: number): string {
  let end = from
  while (end > 0 && (text.charAt(end - 1) === '\n' || text.charAt(end - 1) === ' ')) end--
  const lineStart = text.lastIndexOf('\n', end - 1) + 1
  return text.slice(Math.max(lineStart, end - 80), end)
}

// "Salaire fixe + variable : 50-65 K€" names the whole pay although "variable" stands nearest.
function isFixedPlus(left: string, words: PayWords): boolean {
  return FIXED_PLUS.test(left) && findWords(words, left).some((word) => word.kind === 'pay')
}

function isTooMuchForSmall(expression: AmountExpression, units: UnitReading): boolean {
  return expression.first >= TOO_MUCH_FOR_A_BENEFIT && expression.first < 200_000 && units.period === 'year'
}

// Without any word for pay, units must make it plain: "40-50 K€ brut", "2 200 € brut par mois", "CDI (40-45K€)".
function isPayWithoutHead(context: AmountInContext, after: string, words: PayWords): boolean {
  const { text, expression, units, sentenceStart } = context
  const low = Math.min(expression.first, expression.second)
  const high = Math.max(expression.first, expression.second)
  if (hasOtherMoneyBehind(after, words)) return false
  const left = text.slice(sentenceStart, expression.start)
  const isAlone = BULLET_ONLY.test(left) || CONTRACT_BEFORE.test(left)
  const within = (size: { min: number; max: number }): boolean => low >= size.min && high <= size.max
  if (units.isAdjacent && units.basis !== 'unknown') {
    return isSizeOfPay(low, high, units) || (isAlone && within(ALONE_HOUR))
  }
  const isYear = within(ALONE_YEAR) && high / low <= 1.8
  if (units.isAdjacent && units.period !== null) {
    return isPeriodSize(units.period, low, high) && (isAlone || expression.isRange || left.length < SHORT_LEFT)
  }
  if (expression.isThousands) return isYear && (expression.isRange || units.open !== null || isAlone)
  return expression.isRange && ((isAlone && isYear) || UP_TO_YOU.test(after))
}

function isPeriodSize(period: PayPeriod, low: number, high: number): boolean {
  const within = (size: { min: number; max: number }): boolean => low >= size.min && high <= size.max
  switch (period) {
    case 'year':
      return low >= 15_000 && high <= 400_000 && high / low <= 2.5
    case 'month':
      return within(ALONE_MONTH)
    case 'day':
      return within(ALONE_DAY)
    case 'hour':
      return within(ALONE_HOUR)
    case 'week':
      return false
  }
}

function isSizeOfPay(low: number, high: number, units: UnitReading): boolean {
  if (high > 250_000 || high / low > 4.5) return false
  return low >= 400 || (low >= 9 && units.period === 'hour')
}
