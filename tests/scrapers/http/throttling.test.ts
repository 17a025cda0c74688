import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SqliteHostClock } from '../../../src/store/crawl/sqlite-host-clock.ts'
import { gaps, useServers } from './servers.ts'
import { configured, count, JumpingClock, memoryDatabase, testCrawl } from './test-crawl.ts'
import { get, toySource } from './toy-source.ts'

const serve = useServers()
const issueCodes = (database: ReturnType<typeof memoryDatabase>) =>
  database.prepare('SELECT DISTINCT code FROM issue ORDER BY code').pluck().all()

describe('a host that asks to slow down', () => {
  it.each([
    ['seconds', () => '3'],
    // An HTTP date has whole seconds: up to one of them is lost.
    ['an HTTP date', () => new Date(Date.now() + 4_000).toUTCString()],
  ])('429 with Retry-After as %s: the next request comes 3,000 ms later, and no retry is spent', async (_, value) => {
    const server = await serve((_request, response, index) => {
      if (index === 2) response.writeHead(429, { 'retry-after': value() }).end()
      else response.end('ad 1')
    })
    const { summaries, database } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    const [first = 0, second = 0] = server.seen.filter(({ path }) => path === '/').map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(3_000)
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(count(database, 'SELECT MAX(attempts) FROM frontier_request')).toBe(0)
  })

  it('is left alone just as long after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-throttle-'))
    const path = join(folder, 'vigie.sqlite')
    const stop = new AbortController()
    const server = await serve((_request, response, index) => {
      if (index === 2) {
        response.writeHead(429, { 'retry-after': '3' }).end()
        setTimeout(() => stop.abort(), 100)
      } else response.end('ad 1')
    })
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    const first = memoryDatabase(path)
    const cut = await testCrawl({ sources, database: first, crawl: { signal: stop.signal } })
    expect(cut.summaries).toMatchObject([{ outcome: 'interrupted' }])
    first.close()
    const database = memoryDatabase(path)
    const { summaries } = await testCrawl({ sources, database })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    const [asked = 0, again = 0] = server.seen.filter((request) => request.path === '/').map(({ at }) => at)
    expect(again - asked).toBeGreaterThanOrEqual(3_000)
    expect(count(database, 'SELECT MAX(attempts) FROM frontier_request')).toBe(0)
    expect(count(database, 'SELECT COUNT(*) FROM run')).toBe(1)
    database.close()
    rmSync(folder, { recursive: true })
  })

  it('ends `throttled` after five in a row, with its queue kept; the same command goes on with it', async () => {
    let isBusy = true
    const server = await serve((_request, response) => {
      if (isBusy) response.writeHead(503, { 'retry-after': '60' }).end()
      else response.end('ad 1')
    })
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    const database = memoryDatabase()
    const first = await testCrawl({ sources, database, clock: new JumpingClock() })
    expect(first.summaries).toMatchObject([{ outcome: 'throttled', pages: 0 }])
    expect(server.pages()).toHaveLength(5)
    expect(count(database, `SELECT COUNT(*) FROM frontier_request WHERE state = 'queued'`)).toBe(1)
    isBusy = false
    const clock = new JumpingClock()
    await clock.sleep(600_000)
    const second = await testCrawl({ sources, database, clock })
    expect(second.summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(count(database, 'SELECT COUNT(*) FROM run')).toBe(1)
  })

  it('doubles its pause while a host says nothing of how long', async () => {
    const server = await serve((_request, response) => response.writeHead(429).end())
    const clock = new JumpingClock()
    await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)], clock })
    const pauses = clock.slept.filter((ms) => ms > 1_000)
    expect(pauses.length).toBe(4)
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(30_000 * 2 ** index - 1_000)
      expect(pause).toBeLessThanOrEqual(45_000 * 2 ** index)
    }
  })

  it('ends `throttled` when its pause outlasts the run', async () => {
    const server = await serve((_request, response) => response.writeHead(429, { 'retry-after': '7200' }).end())
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      crawl: { deadline: Date.now() + 60_000 },
    })
    expect(summaries).toMatchObject([{ outcome: 'throttled' }])
    expect(server.pages()).toHaveLength(1)
  })
})

describe('a host that fails', () => {
  it('always 500: the back-off grows, the breaker opens, the source ends `failed` and its pages are bounded', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end())
    const clock = new JumpingClock()
    const database = memoryDatabase()
    const links = Array.from({ length: 40 }, (_, index) => `${server.origin}/${index}`)
    const type = toySource({ seeds: () => links.map((url) => get(url)) })
    const { summaries } = await testCrawl({ sources: [configured('a', type, server.origin)], clock, database })
    expect(summaries[0]).toMatchObject({ outcome: 'failed', pages: 0 })
    expect(summaries[0]?.explanation).toContain('failed 15 times in a row')
    expect(server.pages()).toHaveLength(15)
    expect(issueCodes(database)).toContain('host-down')
    // From the fifth failure on the breaker is open: a minute, two, four … between one try and the next.
    const long = clock.slept.filter((ms) => ms >= 59_000)
    expect(long.length).toBeGreaterThanOrEqual(9)
    for (const [index, ms] of long.slice(0, 5).entries()) expect(ms).toBeGreaterThan(59_000 * 2 ** index)
  })

  it('one page that always fails: tried five times, ever later, then the run is `partial`', async () => {
    const server = await serve(({ path }, response) => {
      if (path === '/bad') response.writeHead(500).end()
      else response.end(path === '/' ? 'page /bad\npage /good' : 'ad 1')
    })
    const clock = new JumpingClock()
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      clock,
    })
    expect(server.pages().filter((path) => path === '/bad')).toHaveLength(5)
    expect(summaries).toMatchObject([{ outcome: 'partial', postingsFound: 1, issues: { 'http-500': 1 } }])
    const pauses = clock.slept.filter((ms) => ms > 1_000)
    expect(pauses).toHaveLength(4)
    for (const [index, ms] of pauses.entries()) expect(ms).toBeGreaterThanOrEqual(5_000 * 2 ** index - 100)
    expect(count(database, `SELECT COUNT(*) FROM frontier_request WHERE state = 'failed'`)).toBe(1)
  })

  it('a broken connection is tried again', async () => {
    const server = await serve(({ path }, response, index) => {
      if (path === '/' && index === 2) response.destroy()
      else response.end('ad 1')
    })
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      clock: new JumpingClock(),
    })
    expect(summaries).toMatchObject([{ outcome: 'complete', postingsFound: 1 }])
    expect(server.pages()).toHaveLength(2)
  })
})

describe('the pace', () => {
  it('Crawl-delay: 1 keeps arrivals at least 1,000 ms apart', async () => {
    const server = await serve(
      ({ path }, response) => {
        if (path === '/robots.txt') response.end('User-agent: *\nCrawl-delay: 1')
        else if (path.startsWith('/.well-known')) response.writeHead(404).end()
        else response.end(path === '/' ? 'page /1\npage /2' : `ad ${path}`)
      },
      { rules: true },
    )
    await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    const times = server.seen.filter(({ path }) => !path.startsWith('/robots')).map(({ at }) => at)
    expect(times).toHaveLength(4)
    for (const gap of gaps(times)) expect(gap).toBeGreaterThanOrEqual(1_000)
  })

  it('two sources of one host share its clock', async () => {
    const server = await serve((_request, response) => response.end('ad 1'))
    const type = toySource({
      seeds: ({ url }) => ['x', 'y'].map((end) => get(`${url}${end}`)),
    })
    const sources = ['a', 'b'].map((id) => configured(id, type, `${server.origin}/${id}`, { delayMs: 200 }))
    await testCrawl({ sources })
    for (const gap of gaps(server.seen.map(({ at }) => at))) expect(gap).toBeGreaterThanOrEqual(200)
    expect(server.pages()).toHaveLength(4)
  })

  it('is two seconds at least for every host but this machine, whatever the config says', () => {
    const clock = new SqliteHostClock(memoryDatabase(), { delayMs: 10 })
    expect(clock.reserve('example.org', 0)).toBe(0)
    expect(clock.reserve('example.org', 0)).toBe(2_000)
    expect(clock.reserve('127.0.0.1:80', 0)).toBe(0)
    expect(clock.reserve('127.0.0.1:80', 0)).toBe(10)
    expect(clock.reserve('127.0.0.1.example.org', 0)).toBe(0)
    expect(clock.reserve('127.0.0.1.example.org', 0)).toBe(2_000)
  })

  it('slows down with a slow host, and no failure makes it faster', () => {
    const clock = new SqliteHostClock(memoryDatabase())
    clock.observe('example.org', 5_000, 200, 0)
    expect(clock.reserve('example.org', 0)).toBe(10_000)
    clock.observe('example.org', 1, 404, 10_000)
    expect(clock.reserve('example.org', 10_000)).toBe(20_000)
  })
})
