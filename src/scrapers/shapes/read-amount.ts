const SPACES = /[\s\u00a0\u202f\u2009']/g
const CURRENCY_SIGNS = /^[€$£]|[€$£]$|^(?:EUR|USD|GBP|CHF)|(?:EUR|euros?|USD|GBP|CHF)$/gi
const PLAIN = /^\d+(?:\.\d+)?$/
const THOUSANDS_COMMA = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/
const THOUSANDS_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/
const DECIMAL_COMMA = /^\d+,\d{1,2}$/
const LONGEST = 40

/**
 * Reads one amount of a structured pay field, in whole units of its currency: `45000`, `"45 000"` (also with U+202F),
 * `"$100,000"`, `"1 823,00"`. Null when it is not one plain amount; zero counts as not stated (seen in real feeds).
 */
export function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 ? value : null
  if (typeof value !== 'string' || value.length > LONGEST) return null
  const bare = value.replace(SPACES, '').replace(CURRENCY_SIGNS, '')
  const number = Number(toPlainNumber(bare))
  return Number.isFinite(number) && number > 0 ? number : null
}

function toPlainNumber(text: string): string {
  if (THOUSANDS_COMMA.test(text)) return text.replaceAll(',', '')
  if (THOUSANDS_DOT.test(text)) return text.replaceAll('.', '').replace(',', '.')
  if (DECIMAL_COMMA.test(text)) return text.replace(',', '.')
  return PLAIN.test(text) ? text : ''
}
