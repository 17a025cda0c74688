import type { Bilingual } from '../../../domain/claim.ts'

/** Languages a report is written in. */
export type Lang = 'fr' | 'en'

/** What every renderer takes. */
export interface RenderOptions {
  readonly lang: Lang
  /** Addresses of what lies beside the page, relative to it; what is left out is not linked. */
  readonly beside?: {
    readonly markdown?: string
    readonly json?: string
    /** The page that lists all snapshots. */
    readonly index?: string
  }
}

const NARROW = '\u202f'
const WIDE = '\u00a0'
const BEFORE_HIGH = /[ \u00a0\u202f]+([;!?%€»])/g
const BEFORE_COLON = /[ \u00a0\u202f]+:(?=\s|$)/g
const AFTER_QUOTE = /«[ \u00a0\u202f]*/g
const BEFORE_K = /(\d)[ \u00a0\u202f]+(k€|Md€|M€|ans?\b|mois\b|points?\b)/g
const NUMBER = /(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/g
const SPACES = /[ \u00a0\u202f]/g
const STRAIGHT = /(\p{L})'(?=\p{L})/gu

/** French spacing: narrow no-break spaces before high punctuation and inside numbers, no-break ones at colons and guillemets. */
export function frenchTypography(text: string): string {
  return text
    .replace(STRAIGHT, '$1’')
    .replace(NUMBER, (number) => number.replace(SPACES, NARROW))
    .replace(BEFORE_K, `$1${WIDE}$2`)
    .replace(BEFORE_HIGH, (_, mark: string) => (mark === '»' || mark === '€' ? WIDE : NARROW) + mark)
    .replace(BEFORE_COLON, `${WIDE}:`)
    .replace(AFTER_QUOTE, `«${WIDE}`)
}

/** The text of a language, well spaced. */
export function say(text: Bilingual, lang: Lang): string {
  return lang === 'fr' ? frenchTypography(text.fr) : text.en
}
