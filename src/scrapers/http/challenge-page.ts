const CHALLENGE_HEADERS: readonly (readonly [string, RegExp])[] = [
  ['cf-mitigated', /challenge/i],
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-datadome', /protected/i],
]
const CHALLENGE_MARKS = new RegExp(
  [
    '<title>\\s*(?:Just a moment|Attention Required! \\| Cloudflare|Un instant|Access Denied|Pardon Our Interruption)',
    '_cf_chl_opt',
    'AwsWafIntegration|awsWafCookieDomainList|aws-waf-token',
    'captcha-delivery\\.com',
    'px-captcha',
    '_Incapsula_Resource',
    'cf-error-details',
  ].join('|'),
  'i',
)
/** Challenge pages are small; a page longer than this is searched no further. */
const SEARCHED_BYTES = 8_192
const LONGEST_CHALLENGE_BYTES = 131_072
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
  if (body.byteLength > LONGEST_CHALLENGE_BYTES) return false
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, SEARCHED_BYTES)).toString('latin1')
  return CHALLENGE_MARKS.test(head)
}
