import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Answer } from './loopback.ts'
import { useServers } from './servers.ts'
import { configured, count, JumpingClock, memoryDatabase, testCrawl } from './test-crawl.ts'
import { get, toySource } from './toy-source.ts'

const serve = useServers()
const MB = 1024 * 1024

/** A site whose listing names one bad page and one good one: the bad one is left out, the run goes on. */
async function crawlBeside(bad: Answer, client = {}) {
  const server = await serve((request, response, index) => {
    if (request.path === '/') response.end('page /bad\npage /good')
    else if (request.path === '/good') response.end('ad good')
    else bad(request, response, index)
  })
  // The server alone is named by the config; any other port of this machine is not.
  const result = await testCrawl({
    sources: [configured('a', toySource(), `${server.origin}/`)],
    client: { allowedHosts: [server.host], ...client },
  })
  return { ...result, server }
}

describe('addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.0.0.1:22/',
    'http://[::1]/',
    'http://[::1]:8080/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://localhost/',
  ])('a redirect to %s is refused with its issue, and the run goes on', async (target) => {
    const { summaries, database } = await crawlBeside((_, response) =>
      response.writeHead(302, { location: target }).end(),
    )
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(Object.keys(summaries[0]?.issues ?? {})).toEqual(['address-refused'])
    expect(count(database, 'SELECT COUNT(*) FROM capture')).toBe(2)
  })

  it('a name that resolves to 10.0.0.1 is refused', async () => {
    const { summaries } = await crawlBeside(
      (_, response) => response.writeHead(302, { location: 'http://intranet.example/' }).end(),
      {
        resolveName: (_name: string, _options: object, done: (error: null, addresses: object[]) => void) =>
          done(null, [
            { address: '93.184.215.14', family: 4 },
            { address: '10.0.0.1', family: 4 },
          ]),
      },
    )
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues: { 'address-refused': 1 } }])
  })

  it('a source at a private address that the config does not name is refused', async () => {
    const server = await serve((_, response) => response.end('ad 1'))
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      client: { allowedHosts: [] },
    })
    expect(server.seen).toEqual([])
    expect(summaries).toMatchObject([{ outcome: 'failed', issues: { 'address-refused': 1 } }])
  })

  it.each(['ftp://example.org/x', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/plain,ad 9'])(
    'neither a link nor a redirect to %s is followed',
    async (target) => {
      const { summaries } = await crawlBeside((_, response) => response.writeHead(302, { location: target }).end())
      expect(summaries[0]?.issues).toEqual({ 'bad-redirect': 1 })
      const server = await serve((_, response) => response.end(`page ${target}\nad 1`))
      const linked = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
      expect(linked.summaries).toMatchObject([{ outcome: 'complete', issues: { 'no-web-address': 1 } }])
    },
  )
})

describe('limits', () => {
  it('a 1 GB body is cut off after five megabytes, announced or not', async () => {
    const chunk = Buffer.alloc(MB, 'a')
    let sent = 0
    for (const headers of [{ 'content-length': String(1024 * MB) }, {}]) {
      const { summaries } = await crawlBeside((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', ...headers })
        const push = (): void => {
          while (sent < 1024 && !response.destroyed && response.write(chunk)) sent += 1
        }
        response.on('drain', push)
        push()
      })
      expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues: { 'body-too-large': 1 } }])
    }
    expect(sent).toBeLessThan(64)
  })

  it.each(['gzip', 'x-gzip', 'deflate-gzip'])('a gzip bomb (%s) is refused, memory stays bounded', async (encoding) => {
    const bomb = gzipSync(Buffer.alloc(512 * MB))
    expect(bomb.byteLength).toBeLessThan(MB)
    const before = process.memoryUsage.rss()
    const { summaries } = await crawlBeside((_, response) => {
      const headers = encoding === 'deflate-gzip' ? {} : { 'content-encoding': encoding }
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(bomb)
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', issues: { 'decompressed-too-large': 1 } }])
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * MB)
  })

  it('a server that drips is cut off at the time limit', async () => {
    const { summaries } = await crawlBeside(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write('.')), 50)
      },
      { limits: { totalTimeoutMs: 1_000 } },
    )
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues: { 'too-slow': 1 } }])
  })

  it('headers without end are refused', async () => {
    const { summaries } = await crawlBeside((_, response) => {
      for (let index = 0; index < 60; index += 1) response.setHeader(`x-${index}`, 'v'.repeat(1_000))
      response.end('ad 2')
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', issues: { 'headers-too-large': 1 } }])
  })

  it('a redirect loop and a long chain of redirects end', async () => {
    const loop = await crawlBeside(({ path }, response) => {
      response.writeHead(302, { location: path === '/bad' ? '/bad2' : '/bad' }).end()
    })
    expect(loop.summaries[0]?.issues).toEqual({ 'redirect-loop': 1 })
    const chain = await crawlBeside(({ path }, response) => response.writeHead(302, { location: `${path}x` }).end())
    expect(chain.summaries[0]?.issues).toEqual({ 'too-many-redirects': 1 })
    expect(chain.server.pages().filter((path) => path.startsWith('/bad'))).toHaveLength(6)
  })

  it.each([
    ['image/png', 'content-type'],
    ['application/pdf', 'content-type'],
    ['video/mp4', 'content-type'],
  ])('an answer of type %s is no page', async (type, code) => {
    const { summaries } = await crawlBeside((_, response) => response.writeHead(200, { 'content-type': type }).end('x'))
    expect(summaries).toMatchObject([{ outcome: 'complete', issues: { [code]: 1 } }])
  })

  it('an answer that claims to be compressed and is not is left out', async () => {
    const { summaries } = await crawlBeside((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('plain'),
    )
    expect(summaries).toMatchObject([{ outcome: 'complete', issues: { 'decompression-failed': 1 } }])
  })
})

describe('endless sites', () => {
  it('an endless listing ends at the budget, `capped`, and says nothing of what is gone', async () => {
    const server = await serve(({ path }, response) => {
      const page = Number(path.slice(1))
      response.end(`ad ${page}\nlist /${page + 1}`)
    })
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/0`, { budget: { maxPages: 25 } })],
    })
    expect(summaries).toMatchObject([{ outcome: 'capped', pages: 25, issues: { 'budget-exhausted': 1 } }])
    expect(server.pages()).toHaveLength(25)
    expect(count(database, 'SELECT COUNT(*) FROM posting WHERE gone_on_date IS NOT NULL')).toBe(0)
  })

  it('an endless depth ends at the depth limit', async () => {
    const server = await serve(({ path }, response) => response.end(`ad ${path}\nlist ${path}x/`))
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`, { budget: { maxDepth: 10 } })],
    })
    expect(summaries[0]?.issues).toEqual({ 'too-deep': 1 })
    expect(server.pages()).toHaveLength(11)
  })

  it('a link to a foreign host that refuses everything costs that page alone', async () => {
    const foreign = await serve((_, response) => response.writeHead(403).end())
    const server = await serve(({ path }, response) => {
      response.end(path === '/' ? `page ${foreign.origin}/x\npage http://127.0.0.1:9/\npage /1` : 'ad 1')
    })
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      clock: new JumpingClock(),
    })
    const issues = { 'http-403': 1, 'robots-unreachable': 1 }
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues }])
  })

  it('a page that lists more than the queue may hold is cut', async () => {
    const server = await serve(({ path }, response) => {
      response.end(path === '/' ? Array.from({ length: 500 }, (_, index) => `page /${index}`).join('\n') : 'ad 1')
    })
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`, { budget: { maxQueued: 50 } })],
    })
    expect(summaries).toMatchObject([{ outcome: 'capped' }])
    expect(server.pages().length).toBeLessThanOrEqual(50)
  })

  it('a sitemap that contains itself, or two that contain each other, are each read once', async () => {
    const server = await serve(({ path }, response) => {
      if (path === '/') response.end('list /\nlist /other\npage /1')
      else if (path === '/other') response.end('list /\npage /2')
      else response.end(`ad ${path}`)
    })
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 2, issues: { 'lists-itself': 1 } }])
    expect(server.pages().toSorted()).toEqual(['/', '/1', '/2', '/other'])
  })

  it('bytes and time are budgets too', async () => {
    const server = await serve(({ path }, response) => response.end(`list ${path}x\n${'z'.repeat(10_000)}`))
    const sources = [configured('a', toySource(), `${server.origin}/`, { budget: { maxBytes: 50_000 } })]
    const bytes = await testCrawl({ sources })
    expect(bytes.summaries).toMatchObject([{ outcome: 'capped', pages: 5 }])
    const slow = [configured('b', toySource(), `${server.origin}/`, { delayMs: 300, budget: { maxMs: 1_000 } })]
    const time = await testCrawl({ sources: slow })
    expect(time.summaries[0]?.outcome).toBe('capped')
    expect(time.summaries[0]?.pages).toBeLessThanOrEqual(4)
  })

  it('a run has a budget over all of its sources', async () => {
    const server = await serve(({ path }, response) => response.end(`list ${path}x`))
    const sources = ['a', 'b', 'c'].map((id) => configured(id, toySource(), `${server.origin}/${id}`))
    const { summaries } = await testCrawl({ sources, crawl: { budget: { maxPages: 12 } } })
    expect(summaries.map(({ outcome }) => outcome)).toEqual(['capped', 'capped', 'capped'])
    expect(server.pages().length).toBeLessThanOrEqual(14)
  })

  it('a parser that throws costs its page alone, and its capture is kept', async () => {
    const server = await serve(({ path }, response) => response.end(path === '/' ? 'page /1\npage /2' : `ad ${path}`))
    const type = toySource()
    const { summaries, database } = await testCrawl({
      sources: [
        configured(
          'a',
          {
            ...type,
            parse: (capture, request, options) => {
              if (request.url.endsWith('/1')) throw new TypeError('boom')
              return type.parse(capture, request, options)
            },
          },
          `${server.origin}/`,
        ),
      ],
      database: memoryDatabase(),
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues: { 'parser-failed': 1 } }])
    expect(count(database, `SELECT COUNT(*) FROM capture WHERE kept_for_issue = 'parser-failed'`)).toBe(1)
  })

  it('twenty pages of ads in a row without an ad fail the source: its layout has changed', async () => {
    const server = await serve((_, response) => response.end('nothing to see'))
    const links = Array.from({ length: 60 }, (_, index) => get(`${server.origin}/${index}`))
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource({ seeds: () => links }), server.origin)],
    })
    expect(summaries).toMatchObject([{ outcome: 'failed', pages: 20, issues: { 'layout-changed': 1 } }])
  })
})
