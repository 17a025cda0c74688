import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../src/scrapers/shapes/decode-body.ts'
import { matchesAddress } from '../../../src/scrapers/shapes/match-address.ts'
import { findLinks } from '../../../src/scrapers/shapes/page-links.ts'
import { readSitemap } from '../../../src/scrapers/shapes/sitemap.ts'

describe('readSitemap', () => {
  it.each([
    [
      'a default namespace',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.test/1</loc></url></urlset>',
    ],
    ['a prefix', '<sm:urlset><sm:url><sm:loc>https://a.test/1</sm:loc></sm:url></sm:urlset>'],
    ['CDATA', '<urlset><url><loc><![CDATA[https://a.test/1]]></loc></url></urlset>'],
    ['blanks', '<urlset>\n<url>\n<loc>\n https://a.test/1 \n</loc>\n</url></urlset>'],
    [
      'an image first',
      '<urlset><url><image:image><image:loc>https://a.test/x.png</image:loc></image:image><loc>https://a.test/1</loc></url></urlset>',
    ],
    ['plain text', '\nhttps://a.test/1\nhier\n'],
  ])('reads %s', (_name, text) => {
    expect(readSitemap(text)).toMatchObject({ kind: 'urlset', entries: [{ url: 'https://a.test/1', lastmod: null }] })
  })

  it('tells an index, a cut file and what is no sitemap', () => {
    const index =
      '<sitemapindex><sitemap><loc>https://a.test/s.xml</loc><lastmod>2026-10-01</lastmod></sitemap></sitemapindex>'
    expect(readSitemap(index)).toMatchObject({ kind: 'index', entries: [{ lastmod: '2026-10-01' }], isUnclosed: false })
    expect(readSitemap('<urlset><url><loc>https://a.test/1</loc></url><url><loc>https://a')).toMatchObject({
      isUnclosed: true,
    })
    expect(readSitemap('<html><body>404</body></html>')).toMatchObject({ kind: null, entries: [] })
    expect(readSitemap('')).toMatchObject({ kind: null })
  })

  it('stops at what the protocol allows in one file', () => {
    const text = `<urlset>${'<url><loc>https://a.test/1</loc></url>'.repeat(50_001)}</urlset>`
    const sitemap = readSitemap(text)
    expect(sitemap.entries).toHaveLength(50_000)
    expect(sitemap.isCut).toBe(true)
  })
})

describe('decodeBody', () => {
  const html = (charset: string) => `<html><head><meta charset="${charset}"></head><body>é</body></html>`
  it.each([
    ['UTF-8 by default', Buffer.from('é'), null, 'é'],
    ['the header', Buffer.from([0xe9]), 'text/html; charset=ISO-8859-1', 'é'],
    ['a quoted header', Buffer.from([0xe9]), 'text/html;charset="windows-1252"', 'é'],
    ['the meta element', Buffer.from(html('iso-8859-15'), 'latin1'), 'text/html', html('iso-8859-15')],
    [
      'the XML declaration',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'),
      null,
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
    ],
    ['a UTF-8 mark before a wrong header', Buffer.from('\ufeffé'), 'text/html; charset=iso-8859-1', 'é'],
    ['a UTF-16 mark', Buffer.from('\ufeffé', 'utf16le'), null, 'é'],
    ['an unknown charset', Buffer.from('é'), 'text/html; charset=klingon', 'é'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0x62]), null, 'a\ufffdb'],
    ['gzip', gzipSync(Buffer.from('é')), 'application/gzip', 'é'],
  ])('decodes by %s', (_name, body, contentType, text) => {
    expect(decodeBody({ body, contentType })).toEqual({ kind: 'text', text })
  })

  it('refuses a gzip bomb and a damaged archive', () => {
    const bomb = gzipSync(Buffer.alloc(64_000_000))
    expect(bomb.byteLength).toBeLessThan(100_000)
    expect(decodeBody({ body: bomb, contentType: null })).toMatchObject({ kind: 'unreadable', code: 'gzip-unreadable' })
    expect(decodeBody({ body: bomb.subarray(0, 50), contentType: null })).toMatchObject({ kind: 'unreadable' })
  })
})

describe('findLinks', () => {
  it('gives each web address once, absolute, with its words, and nothing else', () => {
    const html =
      '<a href="/a#x">Un <b>deux</b></a><a href="/a">encore</a><a href="mailto:x@y.test">x</a><a href="javascript:alert(1)">y</a><a href="http://[">z</a><a>sans</a><link rel="canonical" href="https://exemple.test/c"><a href="b?c=1&amp;d=2">B'
    expect(findLinks(html, 'https://exemple.test/liste/')).toEqual([
      { url: 'https://exemple.test/a', text: 'Un deux', rel: '' },
      { url: 'https://exemple.test/c', text: '', rel: 'canonical' },
      { url: 'https://exemple.test/liste/b?c=1&d=2', text: 'B', rel: '' },
    ])
  })
})

describe('matchesAddress', () => {
  it.each([
    ['', true],
    ['/offres/', true],
    ['/emplois/', false],
    ['/offres/*', true],
    ['*-h-f?*', true],
    ['/offres/*-12', false],
    ['*/offres/*manager*v=2', true],
    ['/offres/community-manager-h-f?v=2*', true],
    ['/offres/community-manager-h-f?v=2*2', false],
  ])('%s: %s', (pattern, matches) => {
    expect(matchesAddress('https://exemple.test/offres/community-manager-h-f?v=2', pattern)).toBe(matches)
  })
})
