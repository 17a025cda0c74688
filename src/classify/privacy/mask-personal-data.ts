import { maskContactNames } from './mask-contact-names.ts'

/** What stands in a text where an e-mail address was. */
export const EMAIL_PLACEHOLDER = '[e-mail]'
/** What stands in a text where a phone number was. */
export const PHONE_PLACEHOLDER = '[téléphone]'

const LOCAL = String.raw`(?<![@\p{L}\p{N}._%+'’-])[\p{L}\p{N}_%+](?:[\p{L}\p{N}._%+'’-]{0,63})`
const DOMAIN = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}])`
const EMAIL = new RegExp(`${LOCAL}(?:@|%40|＠)${DOMAIN}`, 'giu')
const SPACED_EMAIL = new RegExp(String.raw`${LOCAL} ?@ (?!www\.)${DOMAIN}`, 'giu')
// In running text "at" is an English word: bare, it must be in capitals; in brackets it may be anything.
const AT = String.raw`\s?(?:[[({<]\s?(?:[aA][tT]|@|[aA]robase|AROBASE|chez|a)\s?[\])}>]|\s(?:arobase|Arobase|AROBASE|AT)\s)\s?`
const DOT = String.raw`(?:\.|\s?[[({<]\s?(?:[dD][oO][tT]|[pP]oint|POINT|\.)\s?[\])}>]\s?|\s(?:dot|DOT|point|POINT)\s)`
const HIDDEN_EMAIL = new RegExp(
  String.raw`${LOCAL}${AT}(?!www\.)[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:${DOT}[\p{L}\p{N}-]{1,62}){0,3}${DOT}\p{L}{2,24}(?![\p{L}\p{N}])`,
  'gu',
)

const NOT_AFTER = String.raw`(?<![\p{L}\p{N}_/=#€$]|\p{Lu}-|[\p{N}][ .,\u00a0\u202f-])`
const NOT_BEFORE = String.raw`(?![\p{L}\p{N}_]|[ .,\u00a0\u202f-]?\p{N}|[ \u00a0\u202f]?[€%$])`
const GAP = String.raw`[ .\u00a0\u202f\u2009/·–-]`
const PHONES: readonly RegExp[] = [
  // National, by pairs with one separator throughout, or without any: 06 12 34 56 78, 06.12.34.56.78, 0612345678.
  new RegExp(String.raw`${NOT_AFTER}\(?0[1-9]\)?(${GAP}{0,3})\d\d(?:\1\d\d){3}${NOT_BEFORE}`, 'gu'),
  // National, grouped otherwise: 0612 345 678, 0 612 345 678, 06 1234 5678, 06 123 456 78.
  new RegExp(String.raw`${NOT_AFTER}0[1-9]\d\d${GAP}\d{3}${GAP}\d{3}${NOT_BEFORE}`, 'gu'),
  new RegExp(String.raw`${NOT_AFTER}0${GAP}[1-9]\d\d${GAP}\d{3}${GAP}\d{3}${NOT_BEFORE}`, 'gu'),
  new RegExp(String.raw`${NOT_AFTER}0[1-9]${GAP}(?!19|20)\d{4}${GAP}\d{4}${NOT_BEFORE}`, 'gu'),
  new RegExp(String.raw`${NOT_AFTER}0[1-9]${GAP}\d{3}${GAP}\d{3}${GAP}\d\d${NOT_BEFORE}`, 'gu'),
  // International: +33 6 12 34 56 78, +33(0)6…, 0033 6…, +32 …; never a percentage or an amount ("+33 000 €").
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_])(?:\+|00${GAP}?)(?:33|32|41|352|377|44|34|39|49|31|351|212|213|216|221|225|237|230|590|594|596|262|1)${GAP}{0,2}(?:\(0\)${GAP}?)?[1-9](?:${GAP}?\d){7,10}${NOT_BEFORE}`,
    'gu',
  ),
]

/**
 * Replaces e-mail addresses, phone numbers and the names of contact persons by `[e-mail]`, `[téléphone]` and
 * `[contact]`. Masking a masked text changes nothing. Numbers of other kinds (SIRET, prices, hours, references) and
 * mentions of networks (`@name`) stay.
 */
export function maskPersonalData(text: string): string {
  let masked = maskOnce(text)
  let before = text
  // What a placeholder took the place of may have hidden what stands beside it ("Recruteur : … Offre suivie par : …").
  for (let round = 1; masked !== before && round < MOST_ROUNDS; round++) {
    before = masked
    masked = maskOnce(masked)
  }
  return masked
}
// Every round masks one more link of a chain; a text made of nothing else is not followed to its end.
const MOST_ROUNDS = 8

function maskOnce(text: string): string {
  return maskContactNames(maskPhones(maskEmails(text)))
}

/** Replaces e-mail addresses, also those written to escape robots ("nom (at) domaine point fr"). */
export function maskEmails(text: string): string {
  // Most ads hold none: the patterns are tried only where one of their signs stands.
  const hasSign = SIGNS.some((sign) => text.includes(sign))
  const plain = hasSign ? text.replaceAll(EMAIL, EMAIL_PLACEHOLDER).replaceAll(SPACED_EMAIL, EMAIL_PLACEHOLDER) : text
  const hasHiddenSign = HIDDEN_SIGNS.some((sign) => plain.includes(sign)) || HIDDEN_SIGN.test(plain)
  return hasHiddenSign ? plain.replaceAll(HIDDEN_EMAIL, EMAIL_PLACEHOLDER) : plain
}
const SIGNS = ['@', '%40', '＠']
const HIDDEN_SIGNS = ['robase', 'AROBASE']
const HIDDEN_SIGN = /[[({<]\s?(?:[aA][tT]?|@|chez)\s?[\])}>]|\bAT\s/

function maskPhones(text: string): string {
  if (!MANY_DIGITS.test(text)) return text
  return PHONES.reduce((masked, pattern) => masked.replaceAll(pattern, PHONE_PLACEHOLDER), text)
}
// Every pattern of a phone number has nine digits or more, close together.
const MANY_DIGITS = /\d(?:[^\d\n]{0,5}\d){8}/
