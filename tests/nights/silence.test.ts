import { afterEach, describe, expect, it } from 'vitest'
import type { BoardId } from '../../fixtures/market/market-facts.ts'
import { answer, type Board, type BoardAnswer, type BoardRequest } from '../../fixtures/market/server/board.ts'
import { boardDay } from '../../fixtures/market/server/market-data.ts'
import { BOARD_MAKERS, type OpenBoard, openBoard } from '../../fixtures/market/server/start-market.ts'
import type { SourceRunSummary } from '../../src/domain/crawl.ts'
import { findSource } from '../../src/scrapers/registry.ts'
import { count, JumpingClock, memoryDatabase, testCrawl } from '../scrapers/http/test-crawl.ts'

/** One board of each kind of source: an API's list, a feed, a site of pages. */
const SOURCES = [
  ['ats-board', 'greenhouse', '/', { board: 'marche-fictif' }],
  ['flux', 'feed', '/flux.xml', {}],
  ['carrieres', 'career-site', '/', {}],
] as const
type Source = readonly [
  id: (typeof SOURCES)[number][0],
  use: string,
  path: string,
  extra: Readonly<Record<string, string>>,
]
type Change = (request: BoardRequest, board: Board) => BoardAnswer

const open: OpenBoard[] = []
afterEach(async () => {
  for (const board of open.splice(0)) await board.close()
})

/** A good night, then one on which the board answers otherwise; the summary of the second. */
async function secondNight(
  [id, use, path, extra]: Source,
  change: Change,
): Promise<{ readonly summary: SourceRunSummary; readonly gone: number }> {
  const day = boardDay(id as BoardId, 1)
  const sound = BOARD_MAKERS[id]({ ...day, ads: day.ads.slice(0, 12) })
  let isSound = true
  const board = await openBoard(id, (request) => (isSound ? sound(request) : change(request, sound)), {
    port: 0,
    requests: [],
  })
  open.push(board)
  const type = findSource(use)
  if (type === undefined) throw new Error(`There is no source type ${use}.`)
  const sources = [{ type, options: { id, url: board.origin + path, extra }, delayMs: 0 }]
  const database = memoryDatabase()
  const clock = new JumpingClock()
  const first = await testCrawl({ sources, database, clock, today: '2026-11-20' })
  expect(first.summaries).toMatchObject([{ outcome: 'complete', postingsFound: 12 }])
  isSound = false
  await clock.sleep(24 * 3_600_000)
  const { summaries } = await testCrawl({ sources, database, clock, today: '2026-11-21' })
  const [summary] = summaries
  if (summary === undefined) throw new Error('A source ends with a summary.')
  return { summary, gone: count(database, 'SELECT COUNT(*) FROM posting WHERE gone_on_date IS NOT NULL') }
}

const isRules = ({ url }: BoardRequest) => url.pathname === '/robots.txt' || url.pathname.startsWith('/.well-known')
const isAdPage = ({ url }: BoardRequest) => url.pathname.startsWith('/offres/')

/** The answer without what a browser's copy could be compared with. */
function whole(request: BoardRequest, board: Board, change: (body: string) => string): BoardAnswer {
  const { 'if-none-match': _tag, 'if-modified-since': _since, ...headers } = request.headers
  const { etag: _etag, 'last-modified': _modified, ...rest } = board({ ...request, headers }).headers
  const { status, body } = board({ ...request, headers })
  return { status, headers: rest, body: change(body) }
}

/** The same content in a form that no parser knows. */
function disguised(body: string): string {
  const site = '<!doctype html><h1>Nos offres, nouvelle formule</h1>'
  return body.includes('<rss') ? site : body.replaceAll('JobPosting', 'Thing').replace('"jobs"', '"postes"')
}

const emptied: Readonly<Record<string, Board>> = Object.fromEntries(
  SOURCES.map(([id]) => [id, BOARD_MAKERS[id]({ day: '2026-11-21', ads: [] })]),
)

describe.each(SOURCES)('a silent %s', (...source) => {
  const [id] = source

  it('whose parser is broken is told to need another parser', async () => {
    const { summary, gone } = await secondNight(source, (request, board) =>
      isRules(request) ? board(request) : whole(request, board, disguised),
    )
    expect(summary).toMatchObject({ outcome: 'failed', postingsFound: 0 })
    expect(summary.explanation).toMatch(/answered, but no ad in them could be read .*its parser must follow/)
    expect(summary.issues).toHaveProperty('layout-changed')
    expect(gone).toBe(0)
  })

  it('that is empty is told to name no ad', async () => {
    const { summary, gone } = await secondNight(source, (request, board) => emptied[id]?.(request) ?? board(request))
    expect(summary).toMatchObject({ outcome: 'failed', postingsFound: 0 })
    expect(summary.explanation).toMatch(/read without fault and names no ad/)
    expect(Object.keys(summary.issues)).toContain('site-empty')
    expect(Object.keys(summary.issues)).not.toContain('layout-changed')
    expect(gone).toBe(0)
  })

  it.each([
    ['403', () => answer('text/html', 'Forbidden', 403), /refused .*\(403\)/, 'http-403'],
    [
      'a challenge',
      () => answer('text/html', '<title>Just a moment...</title>'),
      /check against robots/,
      'challenge-page',
    ],
  ] as const)('that answers %s is told to be closed to us', async (_name, reply, message, code) => {
    const { summary, gone } = await secondNight(source, (request, board) =>
      isRules(request) ? board(request) : reply(),
    )
    expect(summary).toMatchObject({ outcome: 'refused', issues: { [code]: 1 } })
    expect(summary.explanation).toMatch(message)
    expect(gone).toBe(0)
  })

  it('whose robots.txt now disallows it is told to forbid it', async () => {
    const { summary, gone } = await secondNight(source, (request, board) =>
      request.url.pathname === '/robots.txt' ? answer('text/plain', 'User-agent: *\nDisallow: /\n') : board(request),
    )
    expect(summary).toMatchObject({ outcome: 'refused', pages: 0 })
    expect(summary.explanation).toMatch(/robots\.txt disallows/)
    expect(gone).toBe(0)
  })
})

describe('a listing that stops in the middle', () => {
  it.each([SOURCES[1], SOURCES[2]])(
    'of %s leaves the run partial: what it does not name is not gone',
    async (...source) => {
      const { summary, gone } = await secondNight(source, (request, board) =>
        isRules(request) || isAdPage(request)
          ? board(request)
          : whole(request, board, (body) => body.slice(0, Math.floor(body.length * 0.8))),
      )
      expect(['partial', 'failed']).toContain(summary.outcome)
      expect(summary.postingsFound).toBeGreaterThan(6)
      expect(summary.postingsFound).toBeLessThan(12)
      expect(summary.explanation).toMatch(/could not be read whole .*xml-truncated/)
      expect(gone).toBe(0)
    },
  )
})
