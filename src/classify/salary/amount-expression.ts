import { type Amount, findAmounts } from './find-amounts.ts'
import type { FoldedText } from './fold-text.ts'

/** One figure or range as written: `35-40K€`, `de 1 800 € à 2 000 €`. Offsets are those of the folded text. */
export interface AmountExpression {
  readonly first: number
  /** Equal to `first` for a single figure. */
  readonly second: number
  readonly isRange: boolean
  readonly start: number
  readonly end: number
  /** ISO 4217 code, or null when no currency is written. */
  readonly currency: string | null
  readonly isThousands: boolean
  readonly isMillions: boolean
}

// Unit words that may stand between the two ends of a range: "40 000 € brut annuel à 45 000 €", "$34,600/yr - $54,300/yr".
const UNITS = String.raw`(?:[ ()\n]|brute?s?|nets?|annuels?|mensuels?|par (?:an|mois|heure|jour)|\/ ?(?:an|mois|heure|h|jour|j|yr|hr|year|month|hour|day)|per (?:year|month|hour|day)|de l'heure|a year)*`
const BETWEEN = new RegExp(
  String.raw`^${UNITS}(-{1,2}|->|-?>|a|et|\/|to|and|jusqu'?a|au|ou|~|_{1,3}|\+)[ \n]*(?:de |d'|environ |a |plus de )?$`,
)
const LONGEST_LINK = 40
// "Ardèche (07) - 35/40 K€": a closed bracket ends what the number belongs to.
const CLOSING = /^ ?\)/

/** Numbers joined into figures and ranges, multipliers shared between the two ends. */
export function findExpressions(folded: FoldedText): AmountExpression[] {
  const { text } = folded
  const amounts = findAmounts(folded)
  const found: AmountExpression[] = []
  for (let i = 0; i < amounts.length; i++) {
    const a = amounts[i]
    if (a === undefined) continue
    const b = amounts[i + 1]
    const link = b === undefined ? null : linkBetween(text, a, b)
    if (b !== undefined && link !== null) {
      const joined = join(a, b, link)
      if (joined !== null) {
        found.push(joined)
        i++
        continue
      }
    }
    found.push(single(a))
  }
  return found
}

function linkBetween(text: string, a: Amount, b: Amount): string | null {
  if (b.start - a.end > LONGEST_LINK || CLOSING.test(text.slice(a.end, a.end + 2))) return null
  return BETWEEN.exec(text.slice(a.end, b.start))?.[1] ?? null
}

function join(a: Amount, b: Amount, link: string): AmountExpression | null {
  // "600 €/jour ou 65 K€": two offers, not the ends of one range.
  if (link === 'ou' && a.currency !== null && a.isThousands !== b.isThousands) return null
  const [first, second] = sharedScale(a, b)
  const base = {
    start: a.start,
    end: b.end,
    currency: b.currency ?? a.currency,
    isThousands: a.isThousands || b.isThousands,
    isMillions: a.isMillions || b.isMillions,
  }
  // "45 + 5 K€": the fixed part, then the variable one.
  if (link === '+') {
    const isFixedPlusVariable = !a.isThousands && b.isThousands && a.currency === null && a.number < 1000
    return isFixedPlusVariable ? { ...base, first, second: first, isRange: false } : null
  }
  if (a.currency !== null && b.currency !== null && a.currency !== b.currency) return null
  // A slash, "ou" or "et" also joins things that are no range (dates, options): both ends must be of one order.
  const ratio = Math.max(first, second) / Math.max(1e-9, Math.min(first, second))
  if (ratio > 20 && !base.isMillions) return null
  return { ...base, first, second, isRange: true }
}

function sharedScale(a: Amount, b: Amount): [number, number] {
  let first = scaled(a)
  let second = scaled(b)
  if (b.isThousands && !a.isThousands && a.number < 1000) first = a.number * 1000
  else if (a.isThousands && !b.isThousands && b.number < 1000) second = b.number * 1000
  // "35-38 000 €": the thousands are written once.
  else if (!a.isThousands && !b.isThousands && a.currency === null && a.number < 1000 && a.number >= 10) {
    if (b.number >= 10_000 && b.number / (a.number * 1000) < 5) first = a.number * 1000
  }
  return [first, second]
}

function single(a: Amount): AmountExpression {
  const value = scaled(a)
  return {
    first: value,
    second: value,
    isRange: false,
    start: a.start,
    end: a.end,
    currency: a.currency,
    isThousands: a.isThousands,
    isMillions: a.isMillions,
  }
}

// "35 000 K€" repeats itself: no salary has eight digits.
function scaled(a: Amount): number {
  return a.isThousands && a.number < 1000 ? a.number * 1000 : a.number
}
