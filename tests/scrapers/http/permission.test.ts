import { describe, expect, it } from 'vitest'
import type { Answer } from './loopback.ts'
import { useServers } from './servers.ts'
import { configured, count, JumpingClock, memoryDatabase, testCrawl } from './test-crawl.ts'
import { get, toySource } from './toy-source.ts'

const serve = useServers()

/** A site with its rule files; every other path is left to `pages`. */
function site(files: Readonly<Record<string, string>>, pages: Answer): Answer {
  return (request, response, index) => {
    const file = files[request.path]
    if (file !== undefined) response.end(file)
    else if (request.path === '/robots.txt' || request.path.startsWith('/.well-known')) response.writeHead(404).end()
    else pages(request, response, index)
  }
}

describe('robots.txt', () => {
  it.each([
    ['503', (response: Parameters<Answer>[1]) => response.writeHead(503).end()],
    ['500', (response: Parameters<Answer>[1]) => response.writeHead(500).end()],
    ['429', (response: Parameters<Answer>[1]) => response.writeHead(429).end()],
    ['a broken connection', (response: Parameters<Answer>[1]) => response.destroy()],
  ])('%s: no page is fetched, the source ends `refused` and says why', async (_, answer) => {
    const server = await serve(
      ({ path }, response) => (path === '/robots.txt' ? answer(response) : response.end('ad 1')),
      { rules: true },
    )
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      clock: new JumpingClock(),
    })
    expect(server.pages()).toEqual([])
    expect(summaries).toMatchObject([{ outcome: 'refused', pages: 0, issues: { 'robots-unreachable': 1 } }])
    expect(summaries[0]?.explanation).toContain('robots.txt')
  })

  it('of a host that is not there: no page is fetched', async () => {
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), 'http://127.0.0.1:9/')],
      clock: new JumpingClock(),
    })
    expect(summaries).toMatchObject([{ outcome: 'refused', issues: { 'robots-unreachable': 1 } }])
  })

  it('is asked for again after a hiccup, so that one costs no night', async () => {
    let asked = 0
    const server = await serve(
      ({ path }, response) => {
        if (path === '/robots.txt') {
          asked += 1
          response.writeHead(asked < 3 ? 502 : 404).end()
        } else if (path === '/') response.end('ad 1')
        else response.writeHead(404).end()
      },
      { rules: true },
    )
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      clock: new JumpingClock(),
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(asked).toBe(3)
  })

  it('is obeyed for pages, listings and redirects', async () => {
    const server = await serve(
      site({ '/robots.txt': 'User-agent: *\nDisallow: /private\nDisallow: /sitemap' }, ({ path }, response) => {
        if (path === '/') response.end('page /private/1\npage /moved\npage /open\nlist /sitemap.xml')
        else if (path === '/moved') response.writeHead(302, { location: '/private/2' }).end()
        else response.end(`ad ${path}`)
      }),
      { rules: true },
    )
    const { summaries, database } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(server.pages()).toEqual(['/', '/moved', '/open'])
    // A listing that may not be read leaves the run incomplete: nothing may be called gone.
    expect(summaries).toMatchObject([{ outcome: 'partial', postingsFound: 1, issues: { 'robots-disallowed': 3 } }])
    expect(count(database, `SELECT COUNT(*) FROM frontier_request WHERE outcome = 'robots-disallowed'`)).toBe(3)
  })

  it('is obeyed on another host that a redirect leads to', async () => {
    const other = await serve(
      site({ '/robots.txt': 'User-agent: *\nDisallow: /' }, (_, response) => response.end('ad 1')),
      {
        rules: true,
      },
    )
    const server = await serve((_, response) => response.writeHead(301, { location: `${other.origin}/x` }).end())
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(other.pages()).toEqual([])
    expect(summaries[0]?.issues).toEqual({ 'robots-disallowed': 1 })
  })

  it('is obeyed by browser navigations and by what a page asks for', async () => {
    const server = await serve(
      site({ '/robots.txt': 'User-agent: *\nDisallow: /private\nDisallow: /api' }, ({ path }, response) => {
        response.setHeader('content-type', 'text/html')
        if (path === '/') response.end('render /private<br>render /app<br>render /away')
        else if (path === '/away') response.end('<script>location.href = "/private/away"</script>')
        else if (path === '/app') {
          response.end(`<p>ad 1</p><img src="/private/pixel"><iframe src="/private/frame"></iframe>
              <script>fetch("/api/data").catch(() => {})</script>`)
        } else response.end('ad 2')
      }),
      { rules: true },
    )
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(server.pages()).toEqual(['/', '/app', '/away'])
    expect(summaries[0]?.issues).toEqual({ 'robots-disallowed': 1 })
  })

  it('is fetched once a day, also over several runs', async () => {
    const server = await serve(
      site({ '/robots.txt': 'User-agent: *\nAllow: /' }, (_, response) => response.end('ad 1')),
      {
        rules: true,
      },
    )
    const database = memoryDatabase()
    const clock = new JumpingClock()
    const asked = () => server.seen.filter(({ path }) => path === '/robots.txt').length
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    await testCrawl({ sources, database, clock })
    await testCrawl({ sources, database, clock, today: '2026-11-21' })
    expect(asked()).toBe(1)
    await clock.sleep(24 * 3_600_000)
    await testCrawl({ sources, database, clock, today: '2026-11-22' })
    expect(asked()).toBe(2)
  })

  it('may itself be redirected; after more than five redirects it counts as absent', async () => {
    const server = await serve(
      ({ path }, response) => {
        const hops = /^\/(?:robots\.txt|r(\d+))$/.exec(path)
        if (path === '/rules') response.end('User-agent: *\nDisallow: /')
        else if (path === '/robots.txt') response.writeHead(301, { location: '/rules' }).end()
        else if (hops !== null) response.writeHead(302, { location: `/r${Number(hops[1] ?? 0) + 1}` }).end()
        else if (path.startsWith('/.well-known')) response.writeHead(404).end()
        else response.end('ad 1')
      },
      { rules: true },
    )
    const { summaries } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries[0]?.issues).toEqual({ 'robots-disallowed': 1 })
  })
})

describe('the TDM reservation protocol', () => {
  const text = '<html><head>META</head><body>un texte réservé</body></html>'
  const meta = '<meta content="1" name="tdm-reservation">'
  it.each([
    [
      'tdmrep.json',
      {
        '/.well-known/tdmrep.json':
          '[{"location": "/ads/*", "tdm-reservation": 1}, {"location": "/ads/open", "tdm-reservation": 0}]',
      },
      {},
      '',
    ],
    ['the header', {}, { 'tdm-reservation': '1' }, ''],
    ['the meta element', {}, {}, meta],
  ])('%s: the text of the page is not kept', async (_, files, headers: Record<string, string>, element) => {
    const server = await serve(
      site(files, ({ path }, response) => {
        if (path === '/') response.end('page /ads/1\npage /free')
        else if (path === '/free') response.end('ad free')
        else {
          response.writeHead(200, { 'content-type': 'text/html', ...headers })
          response.end(`${text.replace('META', element)}\nad reserved`)
        }
      }),
      { rules: true },
    )
    const { summaries, database } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1, issues: { 'tdm-reserved': 1 } }])
    expect(database.prepare('SELECT url FROM capture').pluck().all()).toEqual([
      `${server.origin}/`,
      `${server.origin}/free`,
    ])
    expect(database.prepare('SELECT title FROM posting_text').pluck().all()).toEqual(['Annonce free'])
  })

  it('reserved by tdmrep.json: the page is not even fetched', async () => {
    const files = { '/.well-known/tdmrep.json': '[{"location": "/", "tdm-reservation": 1}]' }
    const server = await serve(
      site(files, (_, response) => response.end('ad 1')),
      { rules: true },
    )
    await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(server.pages()).toEqual([])
  })
})

describe('a refusal', () => {
  it.each([
    ['403', (response: Parameters<Answer>[1]) => response.writeHead(403).end()],
    ['451', (response: Parameters<Answer>[1]) => response.writeHead(451).end()],
    ['401', (response: Parameters<Answer>[1]) => response.writeHead(401).end()],
    [
      'a 200 challenge page',
      (response: Parameters<Answer>[1]) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Just a moment...</title>'),
    ],
    [
      'a 202 of a firewall',
      (response: Parameters<Answer>[1]) =>
        response.writeHead(202, { 'content-type': 'text/html', 'x-amzn-waf-action': 'challenge' }).end(),
    ],
  ])('%s: the source is left alone until tomorrow', async (_, refuse) => {
    const server = await serve((_request, response) => refuse(response))
    const links = ['x', 'y', 'z'].map((end) => get(`${server.origin}/${end}`))
    const sources = [configured('a', toySource({ seeds: () => links }), server.origin)]
    const database = memoryDatabase()
    const first = await testCrawl({ sources, database })
    expect(first.summaries).toMatchObject([{ outcome: 'refused', pages: 0 }])
    expect(server.pages()).toHaveLength(1)
    const again = await testCrawl({ sources, database })
    expect(again.summaries[0]?.explanation).toContain('Left alone until tomorrow')
    expect(server.pages()).toHaveLength(1)
    await testCrawl({ sources, database, today: '2026-11-21' })
    expect(server.pages()).toHaveLength(2)
  })
})
