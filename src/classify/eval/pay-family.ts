import type { PayWording } from './pay-gold.ts'

/** Spelling families of pay, each scored apart. */
export const PAY_FAMILIES = [
  'form-label',
  'thousands',
  'range',
  'single',
  'hour-day-week',
  'net',
  'open-end',
  'other-currency',
  'no-amount',
] as const

/** Code of a spelling family. */
export type PayFamily = (typeof PAY_FAMILIES)[number]

const FORM_LABEL = /^(?:salaire (?:brut|net) ?: ?)?(?:(?:annuel|mensuel|horaire|autre|cachet) )?de \d/i
const THOUSANDS = /\d ?k(?![a-z]{3})/i

/** The family of a labelled wording, by its label first and its spelling next. */
export function payFamily({ text, salary }: PayWording): PayFamily {
  if (salary === null) return 'no-amount'
  if (FORM_LABEL.test(text)) return 'form-label'
  if (salary.currency !== 'EUR') return 'other-currency'
  if (salary.period === 'hour' || salary.period === 'day' || salary.period === 'week') return 'hour-day-week'
  if (salary.basis === 'net') return 'net'
  if (salary.min === null || salary.max === null) return 'open-end'
  if (THOUSANDS.test(text)) return 'thousands'
  return salary.min === salary.max ? 'single' : 'range'
}
