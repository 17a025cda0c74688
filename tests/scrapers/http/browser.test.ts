import { describe, expect, it } from 'vitest'
import { DryRun } from '../../../src/scrapers/dry-run.ts'
import { type PackedBody, unpackBody } from '../../../src/store/crawl/packed-body.ts'
import type { Answer } from './loopback.ts'
import { useServers } from './servers.ts'
import { configured, count, memoryDatabase, testCrawl } from './test-crawl.ts'
import { toySource } from './toy-source.ts'

const serve = useServers()

/** A listing of pages to render and their scripts. */
function site(
  pages: Readonly<Record<string, string>>,
  others: Answer = (_, response) => response.writeHead(404).end(),
) {
  return serve((request, response, index) => {
    const html = pages[request.path]
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.path === '/')
      response.end(
        Object.keys(pages)
          .map((path) => `render ${path}<br>`)
          .join(''),
      )
    else if (html === undefined) others(request, response, index)
    else response.end(`<body>${html}</body>`)
  })
}
const write = (text: string) => `document.body.append("\\n" + ${text} + "\\n")`

describe('the browser rung', () => {
  it('loads scripts and data through the crawl’s own client, images and fonts never', async () => {
    const server = await site(
      {
        '/app': `<img src="/pixel.png"><link rel="stylesheet" href="/style.css"><script src="/app.js"></script>`,
      },
      ({ path }, response) => {
        if (path === '/app.js') {
          response.setHeader('content-type', 'text/javascript')
          response.end(`fetch("/api", { method: "POST", body: "q=cm" }).then(r => r.text()).then(t => ${write('t')})`)
        } else if (path === '/style.css') {
          response.setHeader('content-type', 'text/css')
          response.end(
            '@font-face { font-family: x; src: url(/font.woff2) } body { font-family: x; background: url(/b.png) }',
          )
        } else response.end('ad 5')
      },
    )
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(server.pages().toSorted()).toEqual(['/', '/api', '/app', '/app.js', '/style.css'])
    const api = server.seen.find(({ path }) => path === '/api')
    expect([api?.method, api?.body]).toEqual(['POST', 'q=cm'])
    for (const { headers } of server.seen) expect(headers['user-agent']).toMatch(/^vigie\//)
  })

  it('reaches no address that the crawl may not: scripts, frames, sockets and redirects included', async () => {
    const secret = await serve((_, response) => {
      response.setHeader('access-control-allow-origin', '*')
      response.end('ad stolen')
    })
    const { host, origin } = secret
    const server = await site(
      {
        '/fetch': `<script>fetch("${origin}/1").then(r => r.text()).then(t => ${write('t')})</script>`,
        '/frame': `<iframe src="${origin}/2"></iframe>`,
        '/socket': `<script>new WebSocket("ws://${host}/3")</script>`,
        '/beacon': `<script>navigator.sendBeacon("${origin}/4", "x")</script>`,
        '/script': `<script src="/redirect"></script><link rel="prefetch" href="${origin}/5"><link rel="preconnect" href="${origin}">`,
        '/open': `<script>window.open("${origin}/6"); location.href = "${origin}/7"</script>`,
        '/worker': `<script>navigator.serviceWorker?.register("/sw.js").catch(() => {});
          new Worker(URL.createObjectURL(new Blob(['fetch("${origin}/8")'])))</script>`,
        '/form': `<form action="${origin}/9" method="post"></form><script>document.forms[0].submit()</script>`,
      },
      ({ path }, response) => response.writeHead(path === '/redirect' ? 302 : 404, { location: `${origin}/5` }).end(),
    )
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      client: { allowedHosts: [server.host] },
    })
    expect(secret.seen).toEqual([])
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 0, pages: 9 }])
    expect(count(database, 'SELECT COUNT(*) FROM posting')).toBe(0)
  })

  it('pages share nothing: no cookie, no script of one reaches the next', async () => {
    const server = await site({
      '/1': `<script>document.cookie = "a=1"; setInterval(() => fetch("/leak"), 10); ${write('"ad 1"')}</script>`,
      '/2': `<script>setTimeout(() => ${write('"ad 2"')}, 200)</script>`,
    })
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 2 }])
    const second = server.seen.findIndex(({ path }) => path === '/2')
    expect(server.seen[second]?.headers['cookie']).toBeUndefined()
    expect(server.seen.slice(second + 1).filter(({ path }) => path === '/leak').length).toBeLessThanOrEqual(1)
  })

  it('asks for a document anew though it has not changed: its data may have', async () => {
    let ad = 1
    const server = await serve(({ path, headers }, response) => {
      response.setHeader('content-type', 'text/html; charset=iso-8859-1')
      if (path === '/') response.end('render /app')
      else if (path === '/data') response.end(`ad ${ad}`)
      else if (headers['if-none-match'] !== undefined) response.writeHead(304).end()
      else {
        response.setHeader('etag', '"shell"')
        response.end(
          `<p>\xe9t\xe9</p><script>fetch("/data").then(r => r.text()).then(t => ${write('t')})</script>`,
          'latin1',
        )
      }
    })
    const database = memoryDatabase()
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    await testCrawl({ sources, database, today: '2026-11-20' })
    ad = 2
    const { summaries } = await testCrawl({ sources, database, today: '2026-11-21' })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsNew: 1 }])
    const rendered = database
      .prepare<[], PackedBody & { readonly content_type: string }>(
        `SELECT content_type, body_packed, body_coding FROM capture WHERE url LIKE '%/app'`,
      )
      .get()
    expect(rendered?.content_type).toBe('text/html; charset=utf-8')
    expect(rendered && unpackBody(rendered).toString('utf8')).toContain('<p>été</p>')
  })

  it('keeps no page whose scripts reserve its text', async () => {
    const server = await site({
      '/app': `<script>document.head.innerHTML = '<meta name="tdm-reservation" content="1">'; ${write('"ad 1"')}</script>`,
    })
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ postingsFound: 0, issues: { 'tdm-reserved': 1 } }])
  })

  it('a page that never yields or asks without end costs itself alone', { timeout: 90_000 }, async () => {
    const server = await site({
      '/spin': '<script>setTimeout(() => { while (true); }, 10)</script>',
      '/ask': '<script>let n = 0; const ask = () => fetch("/x" + n++).finally(ask); ask()</script>',
      '/good': `<script>alert("hello"); ${write('"ad 1"')}</script>`,
    })
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      client: { limits: { renderTimeoutMs: 3_000 } },
      // Long enough to see them all once; the page that hangs would be tried again and again.
      crawl: { deadline: Date.now() + 20_000 },
    })
    expect(summaries[0]?.postingsFound).toBe(1)
    expect(server.pages().filter((path) => path.startsWith('/x')).length).toBeLessThanOrEqual(100)
  })

  it('stops at once when the run is interrupted', { timeout: 40_000 }, async () => {
    const stop = new AbortController()
    const server = await site({ '/app': '<script>setTimeout(() => { while (true); }, 10)</script>' })
    const timer = setInterval(() => {
      if (server.pages().includes('/app')) stop.abort()
    }, 500)
    const started = Date.now()
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      crawl: { signal: stop.signal },
    })
    clearInterval(timer)
    expect(summaries).toMatchObject([{ outcome: 'interrupted' }])
    expect(Date.now() - started).toBeLessThan(12_000)
  })

  it('where there is none, its source ends with the cure and the others go on', async () => {
    const server = await site({ '/app': 'ad 1' })
    const plain = await serve((_, response) => response.end('ad 2'))
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`), configured('b', toySource(), `${plain.origin}/`)],
      crawl: { chromium: () => null },
    })
    expect(summaries).toMatchObject([
      { sourceId: 'a', outcome: 'refused', issues: { 'browser-unavailable': 1 } },
      { sourceId: 'b', outcome: 'complete' },
    ])
    expect(summaries[0]?.explanation).toContain('npx playwright install chromium')
  })
})

describe('a dry run', () => {
  it('goes the whole road and stores nothing', async () => {
    const server = await serve(({ path }, response) =>
      response.end(path === '/' ? 'ad 1\nlist /2' : 'ad 1\nad 2\nad 3'),
    )
    const run = new DryRun()
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`, { limit: 3 })],
      crawl: { openSource: (id) => run.openSource(id), onSourceEnd: () => {} },
    })
    expect(summaries).toMatchObject([{ postingsFound: 3, pages: 2 }])
    expect(run.finds('a').postings.map(({ extId }) => extId)).toEqual(['1', '2', '3'])
    for (const table of ['capture', 'posting', 'posting_text', 'sighting', 'frontier_request', 'run_source']) {
      expect(count(database, `SELECT COUNT(*) FROM ${table}`), table).toBe(0)
    }
  })
})
