import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { IssueLog } from '../../../src/scrapers/shapes/issue-log.ts'
import { readJobPage } from '../../../src/scrapers/shapes/job-page.ts'
import { findJsonLdBlocks } from '../../../src/scrapers/shapes/json-ld-blocks.ts'
import { parseTolerantJson } from '../../../src/scrapers/shapes/tolerant-json.ts'
import { sharedPath } from '../../shared-folder.ts'
import { cpuMs } from '../cpu-time.ts'

const PAGE = { extId: '/offres/1', url: 'https://exemple.test/offres/1' }

function read(html: string) {
  const log = new IssueLog()
  const page = readJobPage(html, PAGE, log)
  return { ...page, codes: log.list().map(({ code }) => code) }
}

function withPosting(parts: Readonly<Record<string, unknown>>, type = 'application/ld+json'): string {
  const posting = { '@type': 'JobPosting', title: 'Community manager', description: 'Animer.', ...parts }
  return `<html><script type="${type}">${JSON.stringify(posting)}</script></html>`
}

describe('findJsonLdBlocks', () => {
  it.each([
    ['double quotes', '<script type="application/ld+json">{"a":1}</script>'],
    ['single quotes', '<script type=\'application/ld+json\'>{"a":1}</script>'],
    ['no quotes', '<script type=application/ld+json>{"a":1}</script>'],
    ['an entity in the type', '<script type="application/ld&#x2B;json">{"a":1}</script>'],
    ['a decimal entity in the type', '<script type="application/ld&#43;json">{"a":1}</script>'],
    ['a parameter in the type', '<script type="application/ld+json; charset=utf-8">{"a":1}</script>'],
    ['other attributes', '<script id="x" data-a="b"  TYPE = "Application/LD+JSON" async>{"a":1}</script>'],
    ['capitals', '<SCRIPT TYPE="application/ld+json">{"a":1}</SCRIPT>'],
    ['no end', '<script type="application/ld+json">{"a":1}'],
    ['line ends', '<script\n type="application/ld+json"\n>{"a":1}</script >'],
  ])('finds a block with %s', (_name, html) => {
    expect(findJsonLdBlocks(`<p>x</p><script>var a = "<p>"</script>${html}`)).toEqual(['{"a":1}'])
  })

  it('leaves other scripts alone', () => {
    const html =
      '<script>{"a":1}</script><script type="text/javascript">{"b":1}</script><script type="application/json">{}</script>'
    expect(findJsonLdBlocks(html)).toEqual([])
  })
})

describe('readJobPage', () => {
  it.each([
    ['one node', { '@type': 'JobPosting' }],
    ['a list of types', { '@type': ['Thing', 'JobPosting'] }],
    ['a type with its vocabulary', { '@type': 'http://schema.org/JobPosting' }],
    ['a type with a prefix', { '@type': 'schema:JobPosting' }],
  ])('knows %s', (_name, parts) => {
    expect(read(withPosting(parts)).postings).toHaveLength(1)
  })

  it.each([
    ['in a graph', (node: object) => ({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, node] })],
    ['in a list', (node: object) => [{ '@type': 'BreadcrumbList' }, node]],
    ['as main entity', (node: object) => ({ '@type': 'WebPage', mainEntity: node })],
    [
      'in an item list',
      (node: object) => ({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: node }] }),
    ],
    ['lists in lists', (node: object) => [[[node]]]],
  ])('finds a posting %s', (_name, wrap) => {
    const node = { '@type': 'JobPosting', title: 'Community manager', description: 'Animer.' }
    const html = `<script type="application/ld+json">${JSON.stringify(wrap(node))}</script>`
    expect(read(html).postings.map(({ title }) => title)).toEqual(['Community manager'])
  })

  it('keys the only posting of a page by the page, whatever else it calls itself', () => {
    const page = read(withPosting({ identifier: 'REF-9', url: 'https://ailleurs.test/9' }))
    expect(page.postings).toMatchObject([{ extId: '/offres/1', url: 'https://exemple.test/offres/1' }])
  })

  it.each([
    ['a number', 32000, { min: 32000, max: 32000, unitText: null, currency: null }, null],
    ['digits', '32000', { min: 32000, max: 32000, unitText: null, currency: null }, null],
    ['words', '30 - 35 k€ selon profil', null, '30 - 35 k€ selon profil'],
    [
      'an empty value',
      { '@type': 'MonetaryAmount', currency: 'EUR', value: { '@type': 'QuantitativeValue' } },
      null,
      null,
    ],
    ['zeros', { currency: 'EUR', value: { minValue: 0, maxValue: 0, unitText: 'YEAR' } }, null, null],
    [
      'one amount',
      { currency: 'EUR', value: { value: 2200, unitText: 'MONTH' } },
      { min: 2200, max: 2200, unitText: 'MONTH', currency: 'EUR' },
      null,
    ],
    [
      'narrow spaces',
      { currency: 'EUR', value: { minValue: '40\u202f000', maxValue: '45\u202f000 €', unitText: 'YEAR' } },
      { min: 40000, max: 45000, unitText: 'YEAR', currency: 'EUR' },
      null,
    ],
    [
      'an American amount',
      { currency: 'USD', value: { value: '$100,000', unitText: 'YEAR' } },
      { min: 100000, max: 100000, unitText: 'YEAR', currency: 'USD' },
      null,
    ],
    [
      'a French amount',
      { currency: 'EUR', value: { value: '1 823,50', unitText: 'MONTH' } },
      { min: 1823.5, max: 1823.5, unitText: 'MONTH', currency: 'EUR' },
      null,
    ],
    [
      'amounts beside the value',
      { currency: 'EUR', minValue: 30000, maxValue: 35000, unitText: 'YEAR' },
      { min: 30000, max: 35000, unitText: 'YEAR', currency: 'EUR' },
      null,
    ],
    [
      'a list',
      [{ currency: 'EUR', value: { minValue: 30000, unitText: 'YEAR' } }],
      { min: 30000, max: null, unitText: 'YEAR', currency: 'EUR' },
      null,
    ],
    ['words in the value', { currency: 'EUR', value: { value: 'à négocier' } }, null, 'à négocier'],
    [
      'a currency sign',
      { currency: '€', value: 2000 },
      { min: 2000, max: 2000, unitText: null, currency: 'EUR' },
      null,
    ],
  ])('reads pay written as %s', (_name, baseSalary, structured, text) => {
    const page = read(withPosting({ baseSalary }))
    expect(page.postings).toMatchObject([{ baseSalary: structured, salaryText: text }])
    expect(page.codes).toEqual([])
  })

  it.each([
    [
      'salary-range-inverted',
      { currency: 'EUR', value: { minValue: 15000, maxValue: 10800, unitText: 'MONTH' } },
      15000,
    ],
    ['salary-unit-unknown', { currency: 'EUR', value: { value: 500, unitText: 'FORTNIGHT' } }, 500],
    [
      'salary-distribution',
      { '@type': 'MonetaryAmountDistribution', currency: 'EUR', duration: 'P1Y', percentile10: 1, median: 2 },
      null,
    ],
    ['unreadable-value', { currency: 'EUR', value: { minValue: 'trente', maxValue: 35000, unitText: 'YEAR' } }, null],
  ])('names %s', (code, baseSalary, min) => {
    const page = read(withPosting({ baseSalary }))
    expect(page.codes).toEqual([code])
    expect(page.postings[0]?.baseSalary?.min ?? null).toBe(min)
  })

  it('names a field that is not mapped, and a value that cannot be read', () => {
    const page = read(withPosting({ couleur: 'bleu', datePosted: 'bientôt' }))
    expect(page.codes).toEqual(['unreadable-value', 'unmapped-field'])
    expect(page.postings[0]?.datePosted).toBeNull()
  })

  it('is not moved by hostile keys', () => {
    const html =
      '<script type="application/ld+json">{"@type":"JobPosting","title":"CM","description":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"jobLocation":{"__proto__":{"address":"Paris"}}}</script>'
    const page = read(html)
    expect(page.postings).toMatchObject([{ title: 'CM', jobLocation: null }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(page.codes).toEqual(['unmapped-field', 'unmapped-field'])
  })

  it.each([
    ['nested lists', `<script type="application/ld+json">${'['.repeat(400_000)}</script>`],
    ['nested nodes', `<script type="application/ld+json">${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}</script>`],
    [
      'well-formed depth',
      `<script type="application/ld+json">{"@type":"JobPosting","title":"x","description":"y","skills":${'['.repeat(100_000)}${']'.repeat(100_000)}}</script>`,
    ],
    ['script tags', '<script>'.repeat(300_000)],
    ['script tags without end', '<script '.repeat(300_000)],
    ['types without end', `<script type=${'"application/'.repeat(200_000)}>`],
    ['empty blocks', '<script type="application/ld+json"></script>'.repeat(80_000)],
    [
      'items of microdata',
      '<div itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title">'.repeat(40_000),
    ],
    [
      'properties of microdata',
      `JobPosting<div itemscope itemtype="http://schema.org/JobPosting">${'<p itemprop="description">a'.repeat(100_000)}`,
    ],
    ['one long text', withPosting({ description: '&lt;p&gt;a '.repeat(400_000) })],
    ['skills', withPosting({ skills: Array.from({ length: 200_000 }, () => 'a') })],
    [
      'places',
      withPosting({ jobLocation: Array.from({ length: 200_000 }, () => ({ address: { addressLocality: 'x' } })) }),
    ],
    ['keys', withPosting(Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, index])))],
    [
      'postings',
      `<script type="application/ld+json">[${Array.from({ length: 20_000 }, (_, index) => `{"@type":"JobPosting","title":"x","description":"y","identifier":${index}}`).join(',')}]</script>`,
    ],
  ])('takes less than a second for a page of %s', (_name, html) => {
    expect(html.length).toBeLessThan(8_000_000)
    expect(cpuMs(() => read(html))).toBeLessThan(1000)
  })
})

describe('malformed JSON-LD from real reports', () => {
  const folder = sharedPath('sources/samples/jsonld_malformed_extruct')
  const names = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.html'))

  it.skipIf(folder === null)('is there to be read (needs the folder of real pages)', () => {
    expect(names).toHaveLength(5)
  })

  it.skipIf(folder === null).each(names)('%s gives its data, and the repair is named', (name) => {
    const html = readFileSync(join(folder ?? '', name), 'utf8')
    const expected = JSON.parse(readFileSync(join(folder ?? '', name.replace('.html', '.jsonld')), 'utf8')) as unknown
    const values = findJsonLdBlocks(html).flatMap((block) => {
      const parsed = parseTolerantJson(block)
      return parsed.kind === 'read' ? parsed.values : []
    })
    expect(values).toEqual(expected)
    expect(read(html).codes.filter((code) => code.startsWith('json-ld-')).length).toBeGreaterThan(0)
  })
})
