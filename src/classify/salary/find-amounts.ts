import type { FoldedText } from './fold-text.ts'

/** One number in a folded text with what is written against it; offsets are those of the folded text. */
export interface Amount {
  /** The number as written, before thousands (`k`) are applied. */
  readonly number: number
  readonly start: number
  readonly end: number
  /** ISO 4217 code, or null when no currency is written. */
  readonly currency: string | null
  readonly isThousands: boolean
  /** Millions or more: never one person's pay. */
  readonly isMillions: boolean
}

const CURRENCY_BEFORE = String.raw`(?:us ?\$|ca ?\$|c\$|\$|£|¤|usd|eur|gbp|chf|cad|mad)`
const CURRENCY_AFTER = String.raw`(?:¤|euros?(?![a-z])|euro(?=brut|net)|eurs?(?![a-z])|e(?![a-z'0-9])|us\$|\$(?: ?(?:us|ca)d?(?![a-z]))?|£|usd(?![a-z])|gbp(?![a-z])|chf(?![a-z])|cad(?![a-z])|mad(?![a-z])|dirhams?|francs suisses|fcfa|livres)`
const NUMBER = String.raw`\d{1,3}(?: {1,2}\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,3}(?:[.']\d{3})+(?:,\d{1,2})?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?`
const THOUSANDS = `k(?=(?:ilo|eur[os]*|e|s|b|n|_|brut[es]*|net[s]*|usd|annuel[s]*)?(?![a-z]))(?:ilo-?)?`
const MILLIONS = String.raw`m(?=[^a-z0-9']|eur|$)|millions?|milliards?|mds?(?![a-z])|mio|mrds?|bn(?![a-z])|mln|b(?=¤|\$)`
const AMOUNT = new RegExp(
  `(${NUMBER})` + `(?: {0,2}(${THOUSANDS})| {0,2}(${MILLIONS}))?(?: {0,2}(?:d')?(${CURRENCY_AFTER})|(\\?))?`,
  'y',
)
const BEFORE = new RegExp(`(${CURRENCY_BEFORE}) {0,2}(?:${CURRENCY_BEFORE} {0,2})?$`)
const LONGEST_CURRENCY = 12
const SEPARATORS = /[ .,']/g
const THREE_DIGIT_GROUPS = /^\d{1,3}(?:([ .,'])\1?\d{3})(?:\1{1,2}\d{3})*(?:[.,]\d{1,2})?$/
const DECIMALS = /[.,](\d{1,2})$/

const CURRENCIES: readonly (readonly [sign: RegExp, code: string])[] = [
  [/^(?:¤|e|eurs?|euros?)$/, 'EUR'],
  [/^(?:ca|c\$|\$ ?ca|cad)/, 'CAD'],
  [/^(?:us|\$)/, 'USD'],
  [/^(?:£|gbp|livres)/, 'GBP'],
  [/^(?:chf|francs)/, 'CHF'],
  [/^(?:mad|dirham)/, 'MAD'],
  [/^fcfa/, 'XOF'],
]

/** All numbers of a folded text, in order, with the currency and multiplier written against them. */
export function findAmounts({ text, numbers }: FoldedText): Amount[] {
  const amounts: Amount[] = []
  let from = 0
  for (const at of numbers) {
    // Already part of the number before: "2 000", "35,50".
    if (at < from) continue
    const amount = amountAt(text, at, from)
    if (amount === null) continue
    from = amount.end
    amounts.push(amount)
  }
  return amounts
}

function amountAt(text: string, at: number, from: number): Amount | null {
  AMOUNT.lastIndex = at
  const match = AMOUNT.exec(text)
  if (match === null) return null
  const [whole, digits = '', thousands, millions, after] = match
  const isThousands = thousands !== undefined
  const number = parseNumber(digits, isThousands)
  // "13e mois" and "2e" are ordinals, "2000e" euros; 401k is an American pension plan.
  const isOrdinal = after === 'e' && !isThousands && number < 100
  const behind = isOrdinal ? undefined : after
  const ahead = BEFORE.exec(text.slice(Math.max(from, at - LONGEST_CURRENCY), at))
  const sign = behind ?? ahead?.[1]
  if (isThousands && number === 401 && sign === undefined) return null
  return {
    number,
    start: at - (ahead?.[0].length ?? 0),
    end: at + (isOrdinal ? digits.length : whole.length),
    currency: currencyCode(sign),
    isThousands,
    isMillions: millions !== undefined,
  }
}

/** The value of a number written in French or English: `2 000`, `2.000,50`, `28,000`, `1800.0`, `2'500`. */
export function parseNumber(digits: string, beforeK = false): number {
  // `2,500 k€` is two and a half thousand, `28,000 €` twenty-eight thousand.
  if (THREE_DIGIT_GROUPS.test(digits) && !digits.startsWith('0') && !(beforeK && !digits.includes(' '))) {
    const decimals = decimalsAfterGroups(digits)
    const whole = digits.slice(0, digits.length - decimals.length).replace(SEPARATORS, '')
    return Number(decimals === '' ? whole : `${whole}.${decimals.slice(1)}`)
  }
  return Number(digits.replace(SEPARATORS, '.'))
}

// Two digits after the last mark are decimals; three are a group.
function decimalsAfterGroups(digits: string): string {
  return DECIMALS.exec(digits)?.[0] ?? ''
}

function currencyCode(sign: string | undefined): string | null {
  if (sign === undefined) return null
  return CURRENCIES.find(([pattern]) => pattern.test(sign))?.[1] ?? null
}
