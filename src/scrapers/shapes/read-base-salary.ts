import type { StructuredSalary } from '../../domain/reading.ts'
import { readAmount } from './read-amount.ts'
import type { Reader } from './reader.ts'
import { isRecord } from './reader.ts'

/** Pay of a schema.org posting: structured when it is, as a label when the source wrote words there. */
export interface BaseSalary {
  readonly structured: StructuredSalary | null
  readonly text: string | null
}

const NONE: BaseSalary = { structured: null, text: null }
const KNOWN_UNIT = /^(?:hour|day|week|month|year|annum|annual|heure|jour|semaine|mois|an|année|minute|p1[hdwmy])/i
const CURRENCY = /^[A-Z]{3}$/

/**
 * Reads schema.org `baseSalary` in its wild forms: an amount, words, a MonetaryAmount with a number, words, an (often
 * empty) QuantitativeValue or several of them. Amounts stay as published: an inverted range or an odd unit is an issue
 * and the pay reader's business. Distributions are estimates by third parties and are not read as pay.
 */
export function readBaseSalary(posting: Reader): BaseSalary {
  const fallbackCurrency = posting.label('salaryCurrency')
  const value = posting.take('baseSalary')
  const first = Array.isArray(value) ? value[0] : value
  if (first === null || first === undefined || first === '') return NONE
  if (!isRecord(first)) return scalar(first, fallbackCurrency)
  const amount = posting.nested(first, 'baseSalary')
  amount.ignore('@type', '@id', '@context', 'name', 'description', 'url', 'validThrough', 'validFrom', 'additionalType')
  const currency = readCurrency(amount.label('currency') ?? amount.label('priceCurrency') ?? fallbackCurrency)
  if (isDistribution(amount)) return NONE
  const inner = amount.take('value')
  const quantity = Array.isArray(inner) ? inner[0] : inner
  const unit = amount.label('unitText') ?? amount.label('unitCode') ?? unitOfDuration(amount.label('duration'))
  if (isRecord(quantity)) return fromQuantity(amount.nested(quantity, 'value'), currency, unit)
  const own = { min: readAmount(amount.take('minValue')), max: readAmount(amount.take('maxValue')) }
  if (own.min !== null || own.max !== null) return finish(amount, own.min, own.max, unit, currency)
  if (quantity === null || quantity === undefined) return NONE
  const single = scalar(quantity, currency)
  if (single.structured === null) return single
  return finish(amount, single.structured.min, single.structured.max, unit, currency)
}

function isDistribution(amount: Reader): boolean {
  const percentiles = ['median', 'percentile10', 'percentile25', 'percentile75', 'percentile90']
  const isEstimate = percentiles.some((key) => amount.has(key))
  amount.ignore(...percentiles, 'duration')
  if (isEstimate && !amount.has('value') && !amount.has('minValue')) {
    amount.warn('salary-distribution', 'The pay is a distribution, an estimate and not an offer; it is not read.')
    return true
  }
  return false
}

function fromQuantity(quantity: Reader, currency: string | null, outerUnit: string | null): BaseSalary {
  quantity.ignore('@type', '@id', '@context', 'name', 'additionalType', 'description', 'url')
  const unit = quantity.label('unitText') ?? quantity.label('unitCode') ?? outerUnit
  const ownCurrency = readCurrency(quantity.label('currency')) ?? currency
  const written = quantity.take('value')
  const single = readAmount(written)
  const min = amountOf(quantity, 'minValue') ?? single
  const max = amountOf(quantity, 'maxValue') ?? single
  if (min === null && max === null) {
    return typeof written === 'string' ? scalar(written, ownCurrency) : NONE
  }
  return finish(quantity, min, max, unit, ownCurrency)
}

function amountOf(quantity: Reader, key: string): number | null {
  const written = quantity.take(key)
  const amount = readAmount(written)
  const isBlank = written === null || written === '' || written === 0 || written === '0'
  if (amount === null && !isBlank) {
    quantity.warn('unreadable-value', `The pay field ${key} is not an amount; it is left empty.`, written)
  }
  return amount
}

function finish(
  at: Reader,
  min: number | null,
  max: number | null,
  unitText: string | null,
  currency: string | null,
): BaseSalary {
  if (min !== null && max !== null && min > max) {
    at.warn('salary-range-inverted', 'The least pay stated is above the most; kept as published.', `${min} > ${max}`)
  }
  if (unitText !== null && !KNOWN_UNIT.test(unitText)) {
    at.warn('salary-unit-unknown', 'The period of the pay is not one that is known; kept as published.', unitText)
  }
  return { structured: { min, max, unitText, currency }, text: null }
}

function scalar(value: unknown, currency: string | null): BaseSalary {
  const amount = readAmount(value)
  if (amount !== null) {
    return { structured: { min: amount, max: amount, unitText: null, currency: readCurrency(currency) }, text: null }
  }
  const text = typeof value === 'string' ? value.trim().slice(0, 300) : ''
  return text === '' || text === '0' ? NONE : { structured: null, text }
}

/** ISO 4217 code of a currency as written; null when it is not one. */
function readCurrency(written: string | null): string | null {
  if (written === null) return null
  if (written === '€' || written.toLowerCase() === 'euro' || written.toLowerCase() === 'euros') return 'EUR'
  const code = written.toUpperCase()
  return CURRENCY.test(code) ? code : null
}

// A MonetaryAmount of schema.org may carry an ISO 8601 duration instead of a unit.
function unitOfDuration(duration: string | null): string | null {
  switch (duration) {
    case 'P1Y':
      return 'YEAR'
    case 'P1M':
      return 'MONTH'
    case 'P1W':
      return 'WEEK'
    case 'P1D':
      return 'DAY'
    case 'PT1H':
    case 'P1H':
      return 'HOUR'
    default:
      return duration
  }
}
