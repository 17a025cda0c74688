import type { Estimate } from '../../../domain/verdict.ts'
import type { Lang } from './lang.ts'

const NARROW = '\u202f'
const NBSP = '\u00a0'
const TRAILING_ZEROS = /0+$/
const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g
const MINUS = '\u2212'
const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/

/** Units of estimates. */
export type Unit = Estimate['unit']

/**
 * A number with at most `decimals` decimals, grouped by three; trailing zeros dropped. Own code and not `Intl`, whose
 * spaces change between versions of Node: the same data must give the same bytes.
 */
export function formatNumber(value: number, lang: Lang, decimals = 0): string {
  if (!Number.isFinite(value)) return '–'
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const digits = fraction.replace(TRAILING_ZEROS, '')
  const grouped = whole.replace(THOUSANDS, lang === 'fr' ? NARROW : ',')
  const text = digits === '' ? grouped : `${grouped}${lang === 'fr' ? ',' : '.'}${digits}`
  return value < 0 && Number(`${whole}.${fraction}`) !== 0 ? `${MINUS}${text}` : text
}

/** A share (0–1) as a percentage; one decimal below 10 %, none above. */
export function formatShare(share: number, lang: Lang): string {
  const percent = share * 100
  return formatPercent(percent, Math.abs(percent) < 9.95 && percent !== 0 ? 1 : 0, lang)
}

function formatPercent(percent: number, decimals: number, lang: Lang): string {
  return `${formatNumber(percent, lang, decimals)}${lang === 'fr' ? `${NARROW}%` : '%'}`
}

/** An amount of euros in full. */
export function formatEuros(value: number, lang: Lang): string {
  return lang === 'fr' ? `${formatNumber(value, lang)}${NBSP}€` : `€${formatNumber(value, lang)}`
}

/** An amount in thousands of euros, for axes and tight places. */
export function formatKiloEuros(value: number, lang: Lang, decimals = 1): string {
  const thousands = formatNumber(value / 1000, lang, decimals)
  return lang === 'fr' ? `${thousands}${NBSP}k€` : `€${thousands}k`
}

const SUFFIX: Readonly<Record<Lang, Readonly<Partial<Record<Unit, string>>>>> = {
  fr: { 'eur-year': '/an', 'eur-month': '/mois', 'eur-day': '/jour' },
  en: { 'eur-year': ' a year', 'eur-month': ' a month', 'eur-day': ' a day' },
}

/** A figure in its unit, without saying per what: `31 400 €`, `62 %`, `× 1,4`, `+12 points`. */
export function formatFigure(value: number, unit: Unit, lang: Lang): string {
  switch (unit) {
    case 'share':
      return formatShare(value, lang)
    case 'eur-year':
      return formatEuros(Math.round(value / 100) * 100, lang)
    case 'eur-month':
      return formatEuros(Math.round(value / 10) * 10, lang)
    case 'eur-day':
      return formatEuros(value, lang)
    case 'years':
      return `${formatNumber(value, lang, 1)}${NBSP}${yearsWord(value, lang)}`
    case 'ratio':
      return `×${NBSP}${formatNumber(value, lang, 2)}`
    case 'points':
      return `${value > 0 ? '+' : ''}${formatNumber(value * 100, lang)}${NBSP}${lang === 'fr' ? 'pts' : 'pp'}`
    case 'count':
      return formatNumber(value, lang, 1)
    case 'rank':
      return ordinal(Math.round(value), lang)
  }
}

function yearsWord(value: number, lang: Lang): string {
  if (lang === 'fr') return Math.abs(value) < 2 ? 'an' : 'ans'
  return Math.abs(value) === 1 ? 'year' : 'years'
}

function ordinal(rank: number, lang: Lang): string {
  if (lang === 'fr') return rank === 1 ? '1er' : `${rank}e`
  const tens = rank % 100
  if (tens > 10 && tens < 14) return `${rank}th`
  return `${rank}${['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th'}`
}

/** What one unit of a figure lasts: `/an`, `/mois`, `/jour`, or nothing. */
export function perWhat(unit: Unit, lang: Lang): string {
  return SUFFIX[lang][unit] ?? ''
}

/** A tick of an axis in the unit, short. */
export function formatTick(value: number, unit: Unit, lang: Lang): string {
  if (unit === 'eur-year') return formatKiloEuros(value, lang)
  if (unit === 'share') return formatPercent(value * 100, 0, lang)
  if (unit === 'points') return `${value > 0 ? '+' : ''}${formatNumber(value * 100, lang)}`
  if (unit === 'years') return formatNumber(value, lang, 1)
  return formatFigure(value, unit, lang)
}

/** The two ends of an interval in one unit: `55 – 68 %`. */
export function formatInterval(low: number, high: number, unit: Unit, lang: Lang): string {
  const ends = [low, high].map((end) => formatFigure(end, unit, lang))
  return ends.join(lang === 'fr' ? `${NBSP}à${NBSP}` : `${NBSP}to${NBSP}`)
}

/** An ISO day in words; what is no day comes back as it is. */
export function formatDate(day: string, lang: Lang): string {
  const [, year, month, date] = ISO_DAY.exec(day) ?? []
  if (year === undefined || month === undefined || date === undefined) return day
  const name = MONTHS[lang][Number(month) - 1]
  if (name === undefined) return day
  const number = Number(date)
  return lang === 'fr' ? `${number === 1 ? '1er' : number}${NBSP}${name} ${year}` : `${number}${NBSP}${name} ${year}`
}
