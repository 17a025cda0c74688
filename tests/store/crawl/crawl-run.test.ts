import { describe, expect, it } from 'vitest'
import { UnlimitedHostClock } from '../../../bench/crawl/unlimited-host-clock.ts'
import type { SourceHealth } from '../../../src/domain/crawl.ts'
import { checkAssertions } from '../../../src/scrapers/check-assertions.ts'
import { readSourceHealth } from '../../../src/store/crawl/source-health.ts'
import { readSourceStatus } from '../../../src/store/crawl/source-status.ts'
import { SqliteHostClock } from '../../../src/store/crawl/sqlite-host-clock.ts'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { useServers } from '../../scrapers/http/servers.ts'
import { configured, count, JumpingClock, memoryDatabase, testCrawl } from '../../scrapers/http/test-crawl.ts'
import { draft, toySource } from '../../scrapers/http/toy-source.ts'
import { openFrontier } from './open-frontier.ts'

const serve = useServers()

describe('SqliteHostClock', () => {
  it('is shared by all who open the database, and survives them', () => {
    const database = memoryDatabase()
    const [a, b] = [new SqliteHostClock(database), new SqliteHostClock(database)]
    expect(a.reserve('h', 1_000)).toBe(1_000)
    expect(b.reserve('h', 1_000)).toBe(3_000)
    expect(new SqliteHostClock(database).reserve('h', 1_000)).toBe(5_000)
    a.pause('h', 60_000)
    expect(b.reserve('h', 1_000)).toBe(60_000)
    a.requireDelay('h', 7_000)
    expect(a.reserve('h', 60_000)).toBe(62_000)
    expect(a.reserve('h', 60_000)).toBe(69_000)
  })

  it('opens its breaker at the fifth failure in a row and closes it at the first good answer', () => {
    const clock = new SqliteHostClock(memoryDatabase())
    for (let failure = 1; failure <= 4; failure += 1) clock.observe('h', 1, 500, 0)
    expect(clock.reserve('h', 10_000)).toBe(10_000)
    clock.observe('h', 1, 0, 10_000)
    expect(clock.failuresInRow('h')).toBe(5)
    expect(clock.reserve('h', 10_000)).toBe(70_000)
    clock.observe('h', 1, 404, 70_000)
    expect(clock.failuresInRow('h')).toBe(5)
    clock.observe('h', 1, 200, 80_000)
    expect(clock.failuresInRow('h')).toBe(0)
  })
})

/** One run a day; on each the server lists what `days` says, or fails in the given way. */
async function nights(days: readonly (readonly string[] | 'capped' | 'failed')[]): Promise<VigieDatabase> {
  let night: (typeof days)[number] = []
  const server = await serve((_, response) => {
    if (night === 'failed') response.writeHead(404).end()
    else if (night === 'capped') response.end('ad z\nlist /2')
    else response.end(night.map((id) => `ad ${id}`).join('\n'))
  })
  const database = memoryDatabase()
  for (const [index, listed] of days.entries()) {
    night = listed
    const budget = { maxPages: listed === 'capped' ? 1 : 100 }
    const sources = [configured('a', toySource(), `${server.origin}/`, { budget })]
    await testCrawl({ sources, database, today: `2026-11-${10 + index}` })
  }
  return database
}

const gone = (database: VigieDatabase) =>
  Object.fromEntries(
    database
      .prepare('SELECT ext_id, gone_on_date FROM posting WHERE gone_on_date IS NOT NULL ORDER BY ext_id')
      .raw()
      .all() as [string, string][],
  )

describe('a posting is gone', () => {
  it('when two complete runs in a row did not list it, on the day of the second', async () => {
    expect(gone(await nights([['x', 'y'], ['y'], ['y']]))).toEqual({ x: '2026-11-12' })
  })

  it('not after one', async () => {
    expect(gone(await nights([['x', 'y'], ['y']]))).toEqual({})
  })

  it('not when it came back in between', async () => {
    expect(gone(await nights([['x', 'y'], ['y'], ['x', 'y'], ['y']]))).toEqual({})
  })

  it('runs that failed or were capped say nothing, neither for nor against', async () => {
    expect(gone(await nights([['x', 'y'], 'failed', 'capped', ['y'], 'failed']))).toEqual({})
    expect(gone(await nights([['x', 'y'], ['y'], 'failed', ['y', 'z']]))).toEqual({ x: '2026-11-13' })
  })

  it('and no longer when it is listed again', async () => {
    expect(gone(await nights([['x', 'y'], ['y'], ['y'], ['x', 'y']]))).toEqual({})
  })
})

describe('a page that has not changed', () => {
  it('is asked for conditionally; a 304 sights its postings again and follows its links', async () => {
    const server = await serve(({ path, headers }, response) => {
      const etag = `"${path}"`
      if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
      else response.writeHead(200, { etag }).end(path === '/' ? 'page /1\npage /2' : `ad ${path}`)
    })
    const database = memoryDatabase()
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    await testCrawl({ sources, database, today: '2026-11-20' })
    for (const today of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      const { summaries } = await testCrawl({ sources, database, today })
      expect(summaries).toMatchObject([{ outcome: 'complete', pages: 0, postingsFound: 2, postingsNew: 0 }])
    }
    expect(server.pages()).toHaveLength(12)
    expect(count(database, 'SELECT COUNT(*) FROM capture')).toBe(3)
    expect(count(database, 'SELECT COUNT(*) FROM sighting')).toBe(8)
    expect(count(database, 'SELECT COUNT(*) FROM posting WHERE gone_on_date IS NOT NULL')).toBe(0)
  })

  it('is fetched whole when its last capture was erased', async () => {
    const server = await serve(({ headers }, response) => {
      if (headers['if-none-match'] === undefined) response.writeHead(200, { etag: '"1"' }).end('ad 1')
      else response.writeHead(304).end()
    })
    const database = memoryDatabase()
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    await testCrawl({ sources, database })
    database.exec('UPDATE capture SET body_packed = NULL')
    const { summaries } = await testCrawl({ sources, database, today: '2026-11-21' })
    expect(summaries).toMatchObject([{ outcome: 'complete', pages: 1, postingsFound: 1 }])
  })
})

describe('what is stored', () => {
  it('is prepared first: nothing unmasked reaches the text tables', async () => {
    const server = await serve((_, response) => response.end('ad 1'))
    const { database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      prepare: (posting) => ({ ...posting, description: posting.description.replace('annonce', '[masqué]') }),
    })
    expect(database.prepare('SELECT description FROM posting_text').pluck().get()).toBe('Texte de l’[masqué] 1.')
  })

  it('masks what issues quote as well', async () => {
    const server = await serve((_, response) => response.end('ad 1'))
    const type = toySource()
    const issue = { code: 'odd', severity: 'warning', message: 'Odd.', ref: null, excerpt: 'jean@example.org' } as const
    const { database } = await testCrawl({
      sources: [
        configured('a', { ...type, parse: (...page) => ({ ...type.parse(...page), issues: [issue] }) }, server.origin),
      ],
      prepare: (posting) => ({ ...posting, description: posting.description.replace(/\S+@\S+/, '[e-mail]') }),
    })
    expect(database.prepare('SELECT excerpt FROM issue').pluck().all()).toEqual(['[e-mail]'])
  })

  it('a page that cannot be stored fails its source and takes no other page with it', async () => {
    const server = await serve(({ path }, response) => {
      response.end(path === '/' ? Array.from({ length: 30 }, (_, id) => `page /${id}`).join('\n') : `ad ${path}`)
    })
    const { summaries, database } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`)],
      hostClock: new UnlimitedHostClock(16),
      client: { connectionsPerHost: 16 },
      prepare: (posting) => {
        if (posting.extId === '/17') throw new Error('cannot be prepared')
        return posting
      },
    })
    expect(summaries[0]?.explanation).toContain('cannot be prepared')
    expect(count(database, `SELECT COUNT(*) FROM capture WHERE url LIKE '%/17'`)).toBe(0)
    expect(count(database, 'SELECT COUNT(*) FROM posting')).toBe(
      count(database, `SELECT COUNT(*) FROM capture WHERE url NOT LIKE '%/'`),
    )
  })

  it('counts an ad that several pages list once, and the funnel balances', async () => {
    const server = await serve(({ path }, response) =>
      response.end(path === '/' ? 'ad 1\nad 2\nlist /2' : 'ad 2\nad 3'),
    )
    const { summaries, database } = await testCrawl({ sources: [configured('a', toySource(), `${server.origin}/`)] })
    expect(summaries).toMatchObject([{ postingsFound: 3 }])
    expect(summaries[0]?.accounting[1]).toEqual({ stage: 'parse', in: 4, out: 3, skipped: { 'duplicate-in-input': 1 } })
    expect(count(database, 'SELECT SUM(in_count - out_count) FROM accounting')).toBe(
      count(database, 'SELECT SUM(skipped_count) FROM accounting_skip'),
    )
  })

  it('keeps the first three captures of each kind of issue', async () => {
    const server = await serve(({ path }, response) =>
      response.end(path === '/' ? [1, 2, 3, 4, 5].map((id) => `page /${id}`).join('\n') : 'ad 1'),
    )
    const type = toySource()
    const issue = { code: 'odd-pay', severity: 'warning', message: 'Odd.', ref: null, excerpt: null } as const
    const { database } = await testCrawl({
      sources: [
        configured('a', { ...type, parse: (...page) => ({ ...type.parse(...page), issues: [issue] }) }, server.origin),
      ],
    })
    expect(count(database, `SELECT COUNT(*) FROM capture WHERE kept_for_issue = 'odd-pay'`)).toBe(3)
    expect(count(database, `SELECT COUNT(*) FROM issue WHERE code = 'odd-pay'`)).toBe(6)
  })
})

describe('assertions and health', () => {
  it('below the minimum the source fails for the night, keeps what it found, and nothing is gone', async () => {
    let isEmpty = false
    const server = await serve((_, response) => response.end(isEmpty ? 'ad 1' : 'ad 1\nad 2\nad 3'))
    const type = toySource({ assertions: { postings: { min: 2, max: 10 }, fillRate: { title: 1 } } })
    const sources = [configured('a', type, `${server.origin}/`)]
    const database = memoryDatabase()
    await testCrawl({ sources, database, today: '2026-11-20' })
    isEmpty = true
    for (const today of ['2026-11-21', '2026-11-22']) {
      const { summaries } = await testCrawl({ sources, database, today })
      expect(summaries).toMatchObject([{ outcome: 'failed', postingsFound: 1, issues: { 'too-few-postings': 1 } }])
    }
    expect(gone(database)).toEqual({})
  })

  const none = {
    ...{ title: 0, description: 0, hiringOrganization: 0, jobLocation: 0, employmentType: 0, salaryText: 0 },
    ...{ baseSalary: 0, datePosted: 0 },
  }
  const health = (change: Partial<SourceHealth>): SourceHealth => ({
    ...{ postings: 100, postingsNew: 0, pages: 1, bytes: 1, filled: { ...none, title: 100, description: 96 } },
    ...{
      rung: 'json-ld',
      previousRung: 'json-ld',
      recentGoodRuns: [],
      shrunkRuns: [],
      emptyDays: 0,
      lostPages: 0,
      accounting: [],
      issues: {},
    },
    ...change,
  })
  const sheet = { postings: { min: 50, max: 200 }, fillRate: { title: 1, description: 0.95 } }
  const codes = (change: Partial<SourceHealth>) => {
    const { failures, warnings } = checkAssertions(sheet, health(change))
    return [failures.map(({ code }) => code), warnings.map(({ code }) => code)]
  }

  it.each<[string, Partial<SourceHealth>, string[], string[]]>([
    ['a healthy run', {}, [], []],
    ['too few', { postings: 49 }, ['too-few-postings'], []],
    ['exactly the minimum', { postings: 50, filled: { ...none, title: 50, description: 50 } }, [], []],
    ['too many', { postings: 201, filled: { ...none, title: 201, description: 201 } }, [], ['too-many-postings']],
    ['a field that empties', { filled: { ...none, title: 100, description: 94 } }, ['fill-rate'], []],
    ['half of the usual, on the fourth run', { recentGoodRuns: [300, 300, 300] }, [], []],
    ['half of the usual, from the fifth on', { recentGoodRuns: [300, 300, 300, 300] }, ['fewer-than-usual'], []],
    [
      'half of the usual, for the fourth night',
      { recentGoodRuns: [300, 300, 300, 300], shrunkRuns: [100, 100, 100] },
      [],
      ['fewer-than-usual'],
    ],
    [
      'half of the usual, after three nights of much more or less',
      { recentGoodRuns: [300, 300, 300, 300], shrunkRuns: [10, 100, 100] },
      ['fewer-than-usual'],
      [],
    ],
    ['half of the usual, like the last good night', { recentGoodRuns: [90, 300, 300, 300] }, [], ['fewer-than-usual']],
    ['twice the usual', { recentGoodRuns: [40, 45, 45, 40] }, [], ['more-than-usual']],
    ['a lower rung', { rung: 'selectors' }, [], ['rung-dropped']],
    ['a higher rung', { rung: 'api' }, [], []],
  ])('%s', (_, change, failures, warnings) => {
    const [failed = [], warned = []] = codes(change)
    expect(failed.filter((code) => code !== 'fill-rate' || failures.includes(code))).toEqual(failures)
    expect(warned).toEqual(warnings)
  })

  it('compares with the last 14 good runs, newest first', async () => {
    const database = await nights(
      Array.from({ length: 17 }, (_, day) => [`${day}`, 'x', ...(day < 2 ? ['y', 'z'] : [])]),
    )
    const runSourceId = count(database, 'SELECT MAX(run_source_id) FROM run_source')
    const run = { sourceId: 'a', runSourceId, seenOnDate: '2026-11-26' }
    expect(readSourceHealth(database, run).recentGoodRuns).toEqual(Array.from({ length: 14 }, () => 2))
  })

  it('tells the last run and the last good one apart', async () => {
    expect(readSourceStatus(await nights([['x', 'y'], ['y'], 'failed']))).toMatchObject([
      {
        ...{ sourceId: 'a', postings: 2, postingsLive: 2, lastRunOn: '2026-11-12', lastOutcome: 'failed' },
        ...{ lastGoodRunOn: '2026-11-11', lastGoodPostings: 1 },
      },
    ])
  })

  it('a small board may empty without an alarm', () => {
    const few = health({ postings: 1, filled: { ...none, title: 1, description: 1 }, recentGoodRuns: [4, 4, 4, 4] })
    expect(checkAssertions({ postings: { min: 0, max: 9 }, fillRate: {} }, few).failures).toEqual([])
  })
})

describe('a run', () => {
  it('resumes within eighteen hours and not after, and never across the nights of a demo', () => {
    const { database, ledger } = openFrontier()
    const day = 18 * 3_600_000
    const at = (startedAt: number, seenOnDate = '2026-11-21', kind: 'crawl' | 'demo' = 'crawl') =>
      ledger.openRun({ kind, seenOnDate, startedAt, version: 'test' })
    expect(at(day - 1)).toMatchObject({ resumed: true, seenOnDate: '2026-11-20' })
    const next = at(day + 1)
    expect(next).toMatchObject({ resumed: false })
    ledger.finishRun(next.runId, day + 2)
    expect(at(day + 3).resumed).toBe(false)
    expect(at(day, '2026-11-20', 'demo').resumed).toBe(false)
    expect(at(day + 5, '2026-11-21', 'demo').resumed).toBe(false)
    expect(count(database, `SELECT COUNT(*) FROM run_source WHERE outcome = 'running'`)).toBe(0)
  })

  it('a look with a limit stops there and says nothing of what is gone', async () => {
    const server = await serve(({ path }, response) => response.end(`ad ${path}\nlist ${path}x`))
    const { summaries } = await testCrawl({
      sources: [configured('a', toySource(), `${server.origin}/`, { limit: 3 })],
      clock: new JumpingClock(),
    })
    expect(summaries).toMatchObject([{ outcome: 'capped', pages: 3 }])
  })

  it('writes drafts as the parser gave them', async () => {
    const server = await serve((_, response) => response.end('x'))
    const posting = draft('raw ID /é?', { baseSalary: { min: 1, max: 2, unitText: 'YEAR', currency: 'EUR' } })
    const type = toySource()
    const { database } = await testCrawl({
      sources: [
        configured(
          'a',
          { ...type, parse: (...page) => ({ ...type.parse(...page), postings: [posting] }) },
          server.origin,
        ),
      ],
    })
    expect(database.prepare('SELECT ext_id FROM posting').pluck().get()).toBe('raw ID /é?')
  })
})
