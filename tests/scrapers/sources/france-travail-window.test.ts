import { describe, expect, it } from 'vitest'
import type { CrawlRequest } from '../../../src/domain/crawl.ts'
import { sources } from '../../../src/scrapers/registry.ts'

const franceTravail = sources['france-travail']
const OPTIONS = {
  id: 'france-travail',
  url: null,
  extra: { keywords: ['community manager', 'social media'], rome: ['E1101', 'E1124'] },
}

interface Offer {
  readonly id: string
  readonly created: number
  readonly rome: string
}

/** An API with the limits of the real one: 150 offers a page, none past number 3,149, `Content-Range`, 200/206/204/400. */
function answer(
  request: CrawlRequest,
  offers: readonly Offer[],
): { status: number; range: string; ids: readonly Offer[] } {
  const query = new URL(request.url).searchParams
  const [first = 0, last = 0] = (query.get('range') ?? '').split('-').map(Number)
  if (first > 3000 || last > 3149 || last - first >= 150) return { status: 400, range: '', ids: [] }
  const min = query.get('minCreationDate')
  const max = query.get('maxCreationDate')
  for (const bound of [min, max])
    if (bound !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(bound)) return { status: 400, range: '', ids: [] }
  const rome = query.get('codeROME')?.split(',') ?? null
  const found = offers
    .filter(
      (offer) =>
        (min === null || offer.created >= Date.parse(min)) && (max === null || offer.created <= Date.parse(max)),
    )
    .filter((offer) => rome === null || rome.includes(offer.rome))
  const ids = found.slice(first, last + 1)
  if (ids.length === 0) return { status: 204, range: `*/${found.length}`, ids }
  const status = ids.length === found.length ? 200 : 206
  return { status, range: `offres ${first}-${first + ids.length - 1}/${found.length}`, ids }
}

function crawl(offers: readonly Offer[]): {
  ids: Set<string>
  requests: number
  statuses: Set<number>
  codes: string[]
} {
  const queue = [...franceTravail.seeds(OPTIONS, '2026-11-02')]
  const keys = new Set(queue.map(({ key }) => key))
  const ids = new Set<string>()
  const statuses = new Set<number>()
  const codes: string[] = []
  let requests = 0
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    const reply = answer(request, offers)
    requests += 1
    statuses.add(reply.status)
    const results = reply.ids.map(({ id, created }) => {
      return {
        id,
        intitule: 'Community manager',
        description: 'Animer.',
        dateCreation: new Date(created).toISOString(),
      }
    })
    const body = reply.status === 204 ? '' : JSON.stringify({ resultats: results })
    const capture = {
      url: request.url,
      finalUrl: request.url,
      fetchedAt: 0,
      status: reply.status,
      contentType: 'application/json',
      headers: { 'content-range': reply.range },
      body: Buffer.from(body),
      sha256: '',
      renderedInBrowser: false,
    }
    const page = franceTravail.parse(capture, request, OPTIONS)
    for (const { extId } of page.postings) ids.add(extId)
    codes.push(...page.issues.map(({ code }) => code))
    for (const next of page.follow) {
      if (keys.has(next.key)) continue
      keys.add(next.key)
      queue.push(next)
    }
  }
  return { ids, requests, statuses, codes }
}

/** Offers created more and more often toward the day of the run, as on the real market. */
function offersOf(count: number): readonly Offer[] {
  const today = Date.parse('2026-11-02T03:00:00Z')
  return Array.from({ length: count }, (_, index) => ({
    id: `20${index}`,
    created: today - Math.floor((index / count) ** 3 * 400 * 86_400_000) - (index % 1000),
    rome: index % 2 === 0 ? 'E1101' : 'E1124',
  })).sort((one, other) => other.created - one.created)
}

describe('france-travail past the paging window', () => {
  it('asks once for all codes and once for each keyword, newest first', () => {
    const urls = franceTravail.seeds(OPTIONS, '2026-11-02').map(({ url }) => new URL(url).searchParams)
    expect(
      urls.map((query) => [query.get('codeROME'), query.get('motsCles'), query.get('sort'), query.get('range')]),
    ).toEqual([
      ['E1101,E1124', null, '1', '0-149'],
      [null, 'community manager', '1', '0-149'],
      [null, 'social media', '1', '0-149'],
    ])
  })

  it('accepts that nothing is found (204)', () => {
    expect(crawl([])).toEqual({ ids: new Set(), requests: 3, statuses: new Set([204]), codes: [] })
  })

  it.each([1, 149, 150, 151, 3149, 3150])('reads all %i offers by range alone', (count) => {
    const { ids, requests, statuses, codes } = crawl(offersOf(count))
    expect(ids.size).toBe(count)
    expect(requests).toBe(3 * Math.ceil(count / 150))
    expect(statuses).not.toContain(400)
    expect(codes).toEqual([])
  })

  it.each([3151, 20_000])('reads all %i offers by slices of creation date', (count) => {
    const { ids, requests, statuses, codes } = crawl(offersOf(count))
    expect(ids.size).toBe(count)
    expect(statuses).not.toContain(400)
    expect(codes).toEqual([])
    // The cuts cost little beside the pages themselves.
    expect(requests).toBeLessThan(3 * (count / 150) * 1.5 + 60)
  })

  it('says what it cannot reach: more offers in one second than the window holds', () => {
    const created = Date.parse('2026-10-30T10:00:00Z')
    const offers = Array.from({ length: 4000 }, (_, index) => ({ id: `30${index}`, created, rome: 'E1101' }))
    const { ids, codes } = crawl(offers)
    expect(ids.size).toBe(3150)
    expect(codes).toContain('window-exceeded')
  })
})
