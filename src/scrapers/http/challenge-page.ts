const CHALLENGE_HEADERS: readonly (readonly [string, RegExp])[] = [
  ['cf-mitigated', /challenge/i],
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-datadome', /protected/i],
]
/** Texts of the known robot checks; searched as bytes, which is much cheaper than any pattern over the whole page. */
const CHALLENGE_MARKS = [
  '_cf_chl_opt',
  'cf-error-details',
  'AwsWafIntegration',
  'awsWafCookieDomainList',
  'aws-waf-token',
  'captcha-delivery.com',
  'px-captcha',
  '_Incapsula_Resource',
]
const CHALLENGE_TITLE =
  /^<title[^>]{0,100}>\s*(?:Just a moment|Un instant|Attention Required! \| Cloudflare|Access Denied|Pardon Our Interruption)/i
const TITLE_CHARS = 200
/** Challenge pages are small: the title of a longer page is looked at, its text is not searched. */
const LONGEST_CHALLENGE_BYTES = 24_576
const SEARCHED_BYTES = 8_192
const HTML = /html/i

/**
 * True for a 2xx answer that is no content but a robot check. Recognised so that it counts as a refusal; it is never
 * worked around.
 */
export function isChallengePage(
  headers: Readonly<Record<string, string>>,
  contentType: string | null,
  body: Uint8Array,
): boolean {
  for (const [name, mark] of CHALLENGE_HEADERS) {
    const value = headers[name]
    if (value !== undefined && mark.test(value)) return true
  }
  if (contentType !== null && !HTML.test(contentType)) return false
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, SEARCHED_BYTES))
  const title = Math.max(head.indexOf('<title'), head.indexOf('<TITLE'))
  if (title >= 0 && CHALLENGE_TITLE.test(head.toString('latin1', title, title + TITLE_CHARS))) return true
  return body.byteLength <= LONGEST_CHALLENGE_BYTES && CHALLENGE_MARKS.some((mark) => head.includes(mark))
}
