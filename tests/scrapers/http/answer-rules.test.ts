import { describe, expect, it } from 'vitest'
import { backOffMs } from '../../../src/scrapers/http/back-off.ts'
import { isChallengePage } from '../../../src/scrapers/http/challenge-page.ts'
import { isReadableType } from '../../../src/scrapers/http/content-type.ts'
import { readRetryAfter } from '../../../src/scrapers/http/retry-after.ts'
import { isReservedByAnswer, readTdmRules } from '../../../src/scrapers/http/tdm-policy.ts'

const NOW = Date.parse('2026-11-20T10:00:00Z')

describe('readRetryAfter', () => {
  it.each([
    ['3', 3_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['999999999', 86_400_000],
  ])('%j is in %i ms', (value, ms) => {
    expect(readRetryAfter(value, NOW)).toBe(NOW + ms)
  })

  it.each([undefined, '', 'soon', '-5x'])('%j says nothing', (value) => {
    expect(readRetryAfter(value, NOW)).toBeNull()
  })
})

describe('backOffMs', () => {
  it('doubles, adds up to half at random and ends at a quarter hour', () => {
    expect([0, 1, 2, 3].map((attempts) => backOffMs(attempts, 5_000, 0))).toEqual([5_000, 10_000, 20_000, 40_000])
    expect(backOffMs(0, 5_000, 0.999)).toBeLessThanOrEqual(7_500)
    expect(backOffMs(1_000, 5_000, 0)).toBe(900_000)
  })
})

describe('isChallengePage', () => {
  const html = (text: string) => isChallengePage({}, 'text/html', Buffer.from(text))
  it.each([
    '<html><head><title>Just a moment...</title>',
    '<TITLE> Attention Required! | Cloudflare</TITLE>',
    '<script>window._cf_chl_opt={}</script>',
    '<script src="https://x.awswaf.com/challenge.js"></script><script>AwsWafIntegration.saveReferrer()</script>',
    '<script src="https://geo.captcha-delivery.com/captcha/"></script>',
    '<iframe src="/_Incapsula_Resource?x"></iframe>',
  ])('%s', (text) => {
    expect(html(text)).toBe(true)
  })

  it.each([
    '<title>Community manager (H/F)</title><p>Un instant suffit pour postuler.</p>',
    '<title>Offre</title><form><div class="g-recaptcha"></div></form>',
    '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><h1>Offre</h1>',
  ])('not %s', (text) => {
    expect(html(text)).toBe(false)
  })

  it('knows the headers, and leaves JSON alone', () => {
    expect(isChallengePage({ 'cf-mitigated': 'challenge' }, 'text/html', new Uint8Array())).toBe(true)
    expect(isChallengePage({}, 'application/json', Buffer.from('{"a":"_cf_chl_opt"}'))).toBe(false)
  })
})

describe('isReadableType', () => {
  it.each([
    'text/html',
    'application/json; charset=utf-8',
    'application/rss+xml',
    'application/xml',
    'application/feed+json',
  ])('%s', (type) => {
    expect(isReadableType(type, Buffer.from('x'))).toBe(true)
  })
  it('looks at the bytes when the type says nothing', () => {
    expect(isReadableType(null, Buffer.from('<urlset>'))).toBe(true)
    expect(isReadableType('application/octet-stream', Buffer.from('<urlset>'))).toBe(true)
    expect(isReadableType('application/x-gzip', Buffer.from('<urlset>'))).toBe(true)
    expect(isReadableType('application/octet-stream', Buffer.from([0x89, 0x50, 0, 1]))).toBe(false)
    expect(isReadableType('image/png', Buffer.from('x'))).toBe(false)
  })
})

describe('text and data mining reserved by the answer', () => {
  it.each([
    '<meta name="tdm-reservation" content="1">',
    "<meta name='tdm-reservation' content='1' />",
    '<META CONTENT=1 NAME=TDM-Reservation>',
    '<meta name="Tdm-reservation" content="1">',
    '<meta name="TDM-reservation" content="1">',
    '<meta\n  content="1"\n  name="tdm-reservation"\n>',
  ])('%s', (element) => {
    expect(isReservedByAnswer({}, Buffer.from(`<html><head>${element}</head>`))).toBe(true)
  })

  it.each([
    '<meta name="tdm-reservation" content="0">',
    '<meta name="tdm-policy" content="1">',
    '<p>about tdm-reservation</p><meta name="x" content="1">',
  ])('not %s', (element) => {
    expect(isReservedByAnswer({}, Buffer.from(element))).toBe(false)
  })

  it('reads the rules of a tdmrep.json and nothing else', () => {
    expect(readTdmRules('[{"location":"/a","tdm-reservation":1},{"location":3},"x"]')).toEqual([
      { location: '/a', isReserved: true },
    ])
    expect(readTdmRules('<html>')).toEqual([])
    expect(readTdmRules('null')).toEqual([])
  })
})
