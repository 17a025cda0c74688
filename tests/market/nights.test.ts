import { describe, expect, it } from 'vitest'
import { BOARD_IDS, NIGHT_DATES } from '../../fixtures/market/market-facts.ts'
import type { Board, BoardRequest } from '../../fixtures/market/server/board.ts'
import { CLOSED_PATH, createCarrieres } from '../../fixtures/market/server/carrieres.ts'
import { adsOfNight, boardDay, readAds, readTruth } from '../../fixtures/market/server/market-data.ts'

const ORIGIN = 'http://127.0.0.1:47813'
const nights = [1, 2, 3] as const

function request(path: string, headers: BoardRequest['headers'] = {}): BoardRequest {
  return { method: 'GET', url: new URL(path, ORIGIN), headers, body: '' }
}

function get(board: Board, path: string, etag?: string): ReturnType<Board> {
  return board(request(path, etag === undefined ? {} : { 'if-none-match': etag }))
}

describe('three nights', () => {
  it('are 2, 3 and 4 November 2026, and every ad was posted by the night it appears', () => {
    expect(NIGHT_DATES).toEqual(['2026-11-02', '2026-11-03', '2026-11-04'])
    for (const board of BOARD_IDS) {
      for (const { datePosted, nights: live, ref } of readAds(board)) {
        const first = NIGHT_DATES[(live[0] ?? 1) - 1] ?? ''
        expect(datePosted <= first, `${ref} of ${datePosted} appears on ${first}`).toBe(true)
        expect(datePosted >= '2026-09-20', ref).toBe(true)
      }
    }
  })

  it.each(BOARD_IDS)('bring and take ads on %s', (board) => {
    const [first, second, third] = nights.map((night) => new Set(adsOfNight(board, night).map(({ ref }) => ref)))
    const gone = (before: Set<string> | undefined, after: Set<string> | undefined) =>
      [...(before ?? [])].filter((ref) => after?.has(ref) === false).length
    expect(gone(first, second)).toBeGreaterThan(0)
    expect(gone(second, third)).toBeGreaterThan(0)
    expect(gone(second, first)).toBeGreaterThan(0)
    expect(gone(third, second)).toBeGreaterThan(0)
  })

  it('bring vacancies back under a new reference', () => {
    const reposts = readTruth().filter(({ copy }) => copy === 'repost')
    expect(reposts.length).toBeGreaterThanOrEqual(5)
    for (const { board, ref, vacancy } of reposts) {
      const before = readTruth().find(
        (record) => record.vacancy === vacancy && record.board === board && record.ref !== ref,
      )
      expect(before?.nights).toEqual([1])
    }
  })

  it('answer 304 for a page that is as it was, 200 for one that changed and 404 for one that is gone', () => {
    const before = createCarrieres(boardDay('carrieres', 1))
    const after = createCarrieres(boardDay('carrieres', 2))
    const seen = { same: 0, changed: 0, gone: 0 }
    const tonight = new Map(adsOfNight('carrieres', 2).map((ad) => [ad.ref, ad]))
    for (const ad of adsOfNight('carrieres', 1)) {
      const etag = get(before, ad.ref).headers['etag'] ?? ''
      const now = tonight.get(ad.ref)
      const kind = now === undefined ? 'gone' : now.changedOn === ad.changedOn ? 'same' : 'changed'
      seen[kind] += 1
      expect(get(after, ad.ref, etag).status, ad.ref).toBe({ same: 304, changed: 200, gone: 404 }[kind])
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  })

  it('name a closed page in the sitemap and forbid it in robots.txt', () => {
    const board = createCarrieres(boardDay('carrieres', 1))
    expect(get(board, '/sitemap-offres.xml').body).toContain(CLOSED_PATH)
    expect(get(board, '/robots.txt').body).toMatch(/^Disallow: \/espace-candidat\/$/m)
  })
})
