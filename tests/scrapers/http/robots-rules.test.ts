import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRobots } from '../../../src/scrapers/http/robots-rules.ts'

const ORIGIN = 'https://example.org'
const allows = (text: string, path: string) => readRobots(ORIGIN, text, 'vigie').isAllowed(ORIGIN + path)

describe('robots.txt after RFC 9309', () => {
  it.each<[string, string, string, boolean]>([
    ['an empty file allows', '', '/x', true],
    ['an empty Disallow allows', 'User-agent: *\nDisallow:', '/x', true],
    ['Disallow: / forbids', 'User-agent: *\nDisallow: /', '/x', false],
    ['robots.txt itself is always allowed', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['the longest match wins', 'User-agent: *\nDisallow: /jobs\nAllow: /jobs/open', '/jobs/open/1', true],
    ['whatever the order', 'User-agent: *\nAllow: /jobs/open\nDisallow: /jobs', '/jobs/2', false],
    ['Allow wins ties', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a star matches anything', 'User-agent: *\nDisallow: /*.pdf', '/x/y.pdf?z', false],
    ['a dollar ends', 'User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['the query counts', 'User-agent: *\nDisallow: /*?page=', '/jobs?page=2', false],
    ['our own group replaces that of all', 'User-agent: *\nDisallow: /\n\nUser-agent: vigie\nDisallow: /x', '/y', true],
    ['in any case and with a version', 'User-agent: VIGIE/2.0\nDisallow: /\n', '/y', false],
    [
      'groups of one crawler are merged',
      'User-agent: vigie\nDisallow: /a\n\nUser-agent: vigie\nDisallow: /b',
      '/b',
      false,
    ],
    ['several crawlers share a group', 'User-agent: other\nUser-agent: vigie\nDisallow: /', '/x', false],
    ['a longer name is another crawler', 'User-agent: vigiebot\nDisallow: /', '/x', true],
    ['unknown lines end no group', 'User-agent: vigie\nSitemap: https://x/s.xml\nNoindex: /\nDisallow: /', '/x', false],
    [
      'nor do they part two names',
      'User-agent: vigie\nSitemap: https://x/s.xml\nUser-agent: b\nDisallow: /',
      '/x',
      false,
    ],
    ['a byte order mark is no letter', '\uFEFFUser-agent: *\nDisallow: /', '/x', false],
    ['comments are dropped', 'User-agent: * # all\nDisallow: /x # that', '/x', false],
    ['CR line ends', 'User-agent: *\rDisallow: /x', '/x', false],
    ['escapes of plain letters are undone', 'User-agent: *\nDisallow: /%7Ejob/%61', '/~job/a', false],
    ['on both sides', 'User-agent: *\nDisallow: /~job', '/%7ejob', false],
    ['accents are compared escaped', 'User-agent: *\nDisallow: /métier', '/m%C3%A9tier', false],
    ['an HTML page has no rules', '<!doctype html><p>User agent: nobody</p>', '/x', true],
    ['spaces before the colon', 'User-agent : *\nDisallow : /x', '/x', false],
  ])('%s', (_, text, path, expected) => {
    expect(allows(text, path)).toBe(expected)
  })

  it('reads at least 500 KiB', () => {
    const filler = `# ${'x'.repeat(97)}\n`.repeat(5_000)
    expect(allows(`${filler}User-agent: *\nDisallow: /late`, '/late')).toBe(false)
  })

  it.each([
    ['User-agent: *\nCrawl-delay: 1', 1_000],
    ['User-agent: *\nCrawl-delay: 2.5', 2_500],
    ['User-agent: vigie\nDisallow:\nCrawl-delay: 7\n\nUser-agent: *\nCrawl-delay: 30', 7_000],
    ['User-agent: *\nCrawl-delay: soon', 0],
    ['User-agent: *\nCrawl-delay: -3', 0],
    ['User-agent: *\nCrawl-delay: Infinity', 3_600_000],
  ])('Crawl-delay of %j', (text, expected) => {
    expect(readRobots(ORIGIN, text, 'vigie').crawlDelayMs).toBe(expected)
  })

  it('never throws and never hangs, whatever the file and path', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('User-agent: *', 'User-agent: vigie', 'Disallow: /', `Disallow: /${'*a'.repeat(300)}$`),
      fc.webPath().map((path) => `Allow: ${path}`),
    )
    fc.assert(
      fc.property(fc.array(line), fc.webPath(), (lines, path) => {
        const started = performance.now()
        expect(typeof allows(lines.join('\n'), `/${path}`)).toBe('boolean')
        expect(performance.now() - started).toBeLessThan(1_000)
      }),
      { numRuns: 300 },
    )
  })
})
