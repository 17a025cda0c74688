import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CrawlProgress } from '../../../src/scrapers/progress.ts'
import { ProgressMeter } from '../../../src/scrapers/progress.ts'
import { useServers } from './servers.ts'
import { configured, testCrawl } from './test-crawl.ts'
import { toySource } from './toy-source.ts'

const serve = useServers()
const TEXT = Buffer.from('ad été\n')

describe('an answer', () => {
  it.each<[string, Buffer, Readonly<Record<string, string>>]>([
    ['plain', TEXT, {}],
    ['gzip', gzipSync(TEXT), { 'content-encoding': 'gzip' }],
    ['brotli', brotliCompressSync(TEXT), { 'content-encoding': 'br' }],
    ['deflate with its zlib header', deflateSync(TEXT), { 'content-encoding': 'deflate' }],
    ['deflate without', deflateRawSync(TEXT), { 'content-encoding': 'deflate' }],
    ['compressed twice', brotliCompressSync(gzipSync(TEXT)), { 'content-encoding': 'gzip, br' }],
    ['a gzip file', gzipSync(TEXT), { 'content-type': 'application/x-gzip' }],
    ['a gzip file without a type', gzipSync(TEXT), { 'content-type': '' }],
    ['latin-1 by its header', Buffer.from('ad été\n', 'latin1'), { 'content-type': 'text/html; charset=iso-8859-1' }],
    ['latin-1 by its meta element', Buffer.from('<meta charset=windows-1252>\nad été\n', 'latin1'), {}],
    ['UTF-16 by its byte order mark', Buffer.from('\uFEFF\nad été\n', 'utf16le'), {}],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFad été\n'), {}],
  ])('%s: the text is what the server meant', async (_, body, headers) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
    })
    const { database } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(database.prepare('SELECT ext_id FROM posting').pluck().all()).toEqual(['été'])
  })

  it.each([
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'q=cm'],
    [308, 'POST', 'q=cm'],
  ])('a %i after a POST is followed by %s', async (status, method, body) => {
    const server = await serve(({ path }, response) => {
      if (path === '/') response.writeHead(status, { location: '/there' }).end()
      else response.end('ad 1')
    })
    const type = toySource({
      seeds: ({ url }) => [
        {
          ...{ key: 'search', url: url ?? '', method: 'POST', body: 'q=cm', headers: {}, purpose: 'listing' },
          ...{ via: 'http', depth: 0, context: {} },
        },
      ],
    })
    const { summaries } = await testCrawl({ sources: [configured('a', type, `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(server.seen.at(-1)).toMatchObject({ path: '/there', method, body })
  })

  it('206 and 204 are answers too', async () => {
    const server = await serve(({ path }, response) => {
      if (path === '/') response.writeHead(206, { 'content-range': 'offers 0-1/3' }).end('ad 1\nlist /none')
      else response.writeHead(204, { 'content-range': 'offers */0' }).end()
    })
    const ranges: (string | undefined)[] = []
    const type = toySource()
    await testCrawl({
      sources: [
        configured(
          'a',
          {
            ...type,
            parse: (capture, ...rest) => {
              ranges.push(capture.headers['content-range'])
              return type.parse(capture, ...rest)
            },
          },
          `${server.origin}/`,
        ),
      ],
    })
    expect(ranges).toEqual(['offers 0-1/3', 'offers */0'])
  })
})

describe('progress', () => {
  it('tells done, queued, rate and the time left', () => {
    const meter = new ProgressMeter('a')
    for (let second = 0; second <= 30; second += 1) meter.tick(second * 1_000)
    const counts = { queued: 120, leased: 0, done: 31, failed: 1 }
    expect(meter.read(counts, 30_000)).toEqual({
      ...{ sourceId: 'a', done: 31, failed: 1, queued: 120, pagesPerMinute: 60, etaMs: 120_000, waitingUntil: null },
    })
  })

  it('is reported at every page, from the first to the last', async () => {
    const server = await serve(({ path }, response) => response.end(path === '/' ? 'page /1\npage /2' : `ad ${path}`))
    const seen: CrawlProgress[] = []
    await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      crawl: { onProgress: (progress) => seen.push(progress) },
    })
    expect(seen[0]).toMatchObject({ sourceId: 'a', done: 0, queued: 1 })
    expect(seen.at(-1)).toMatchObject({ done: 3, queued: 0, failed: 0 })
  })
})
