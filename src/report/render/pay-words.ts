import { formatNumber } from './language/format-figures.ts'
import type { Lang } from './language/lang.ts'

// Pay stated in fields, as the store keeps it: `45500 47500 EUR YEAR`.
const IN_FIELDS = /^(\d{1,7})(?:\.\d+)?(?: (\d{1,7})(?:\.\d+)?)? EUR (HOUR|DAY|WEEK|MONTH|YEAR)$/
const PERIODS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  fr: { HOUR: 'par heure', DAY: 'par jour', WEEK: 'par semaine', MONTH: 'par mois', YEAR: 'par an' },
  en: { HOUR: 'an hour', DAY: 'a day', WEEK: 'a week', MONTH: 'a month', YEAR: 'a year' },
}

/** Pay as an ad states it; where it stands in fields and not in words, these fields in words. */
export function payWords(pay: string, lang: Lang): string {
  const [whole, low, high = low, period = ''] = IN_FIELDS.exec(pay.trim()) ?? []
  if (whole === undefined || low === undefined || high === undefined) return pay
  const show = (amount: string) => formatNumber(Number(amount), lang)
  if (lang === 'en') {
    return `€${low === high ? show(low) : `${show(low)} to €${show(high)}`} ${PERIODS.en[period]}`
  }
  return `${low === high ? show(low) : `${show(low)} à ${show(high)}`}\u00a0€ ${PERIODS.fr[period]}`
}
