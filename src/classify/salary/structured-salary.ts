import type { StructuredSalary } from '../../domain/reading.ts'
import type { PayPeriod } from '../../domain/salary.ts'
import type { WrittenPay } from './settle-pay.ts'

const LETTERS_ONLY = /[^a-z]/g
const CURRENCY_CODE = /^[A-Z]{3}$/
const UNITS: readonly (readonly [pattern: RegExp, period: PayPeriod])[] = [
  [/^(?:year|yearly|annum|annual|annually|an|annee|annuel|annuelle|py|pery?ear)$/, 'year'],
  [/^(?:month|monthly|mois|mensuel|mensuelle|pm|permonth)$/, 'month'],
  [/^(?:week|weekly|semaine|hebdomadaire|pw|perweek)$/, 'week'],
  [/^(?:day|daily|jour|journalier|pd|perday)$/, 'day'],
  [/^(?:hour|hourly|heure|horaire|pth|perhour|hr)$/, 'hour'],
]
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', $: 'USD', '£': 'GBP' }

/** Machine-readable pay of a source in the form of written pay; null when it holds no amount. Zero means not filled in. */
export function readStructuredSalary(salary: StructuredSalary): WrittenPay | null {
  const min = filled(salary.min)
  const max = filled(salary.max)
  if (min === null && max === null) return null
  return {
    min,
    max,
    period: periodOfUnit(salary.unitText),
    basis: 'unknown',
    currency: currencyCode(salary.currency),
    months: null,
  }
}

/** Period of a `unitText` however it is spelled (`YEAR`, `MONTHLY`, `P1Y`, `per hour`); null when unknown or absent. */
export function periodOfUnit(unitText: string | null): PayPeriod | null {
  if (unitText === null) return null
  const unit = unitText.normalize('NFD').toLowerCase().replace(LETTERS_ONLY, '')
  return UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? null
}

function filled(value: number | null): number | null {
  return value === null || !Number.isFinite(value) || value <= 0 ? null : value
}

// schema.org leaves the currency out often; the market is France, an unreadable code is kept as ISO 4217's
// own code for no currency, XXX, and never annualised.
function currencyCode(currency: string | null): string {
  if (currency === null || currency.trim() === '') return 'EUR'
  const code = currency.trim().toUpperCase()
  return SIGNS[code] ?? (CURRENCY_CODE.test(code) ? code : 'XXX')
}
