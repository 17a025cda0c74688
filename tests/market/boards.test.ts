import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ATS_TOKEN,
  BOARD_IDS,
  DEMO_CREDENTIALS,
  type Night,
  SAMPLE_NOTICE,
} from '../../fixtures/market/market-facts.ts'
import { adsOfNight } from '../../fixtures/market/server/market-data.ts'
import { type Market, startMarket } from '../../fixtures/market/server/start-market.ts'

const EPHEMERAL = [0, 0, 0, 0, 0]
const SEARCH = '/partenaire/offresdemploi/v2/offres/search'

async function tokenOf(origin: string): Promise<string> {
  const reply = await fetch(`${origin}/connexion/oauth2/access_token?realm=/partenaire`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: DEMO_CREDENTIALS.clientId,
      client_secret: DEMO_CREDENTIALS.clientSecret,
      scope: 'api_offresdemploiv2 o2dsoffre',
    }),
  })
  const { access_token: token } = (await reply.json()) as { access_token: string }
  return token
}

describe.each([1, 2, 3] as const)('night %i', (night: Night) => {
  let market: Market
  beforeAll(async () => {
    market = await startMarket({ night, ports: EPHEMERAL })
  })
  afterAll(() => market.close())

  it('pages through the whole agency with 206 and Content-Range', async () => {
    const { origin } = market.boards['agence-publique']
    const headers = { authorization: `Bearer ${await tokenOf(origin)}` }
    const live = adsOfNight('agence-publique', night)
    const ids: string[] = []
    for (let first = 0; first < live.length; first += 100) {
      const reply = await fetch(`${origin}${SEARCH}?range=${first}-${first + 99}`, { headers })
      expect(reply.status).toBe(206)
      const last = Math.min(first + 99, live.length - 1)
      expect(reply.headers.get('content-range')).toBe(`offres ${first}-${last}/${live.length}`)
      const { resultats } = (await reply.json()) as { resultats: { id: string }[] }
      ids.push(...resultats.map(({ id }) => id))
    }
    expect(ids).toEqual(live.map(({ ref }) => ref))
  })

  it('lists every job of the ATS board with escaped content', async () => {
    const { origin } = market.boards['ats-board']
    const reply = await fetch(`${origin}/v1/boards/${ATS_TOKEN}/jobs?content=true`)
    const { jobs, meta } = (await reply.json()) as { jobs: { id: number; content: string }[]; meta: { total: number } }
    expect(jobs.map(({ id }) => String(id))).toEqual(adsOfNight('ats-board', night).map(({ ref }) => ref))
    expect(meta.total).toBe(jobs.length)
    for (const { content } of jobs) expect(content).toMatch(/^&lt;(p|h3|ul)&gt;/)
  })

  it('serves each page named by the career site’s sitemap', async () => {
    const { origin } = market.boards.carrieres
    const index = await (await fetch(`${origin}/sitemap.xml`)).text()
    expect(index).toContain(`${origin}/sitemap-offres.xml`)
    const sitemap = await (await fetch(`${origin}/sitemap-offres.xml`)).text()
    const pages = [...sitemap.matchAll(/<loc>([^<]+\/offres\/[^<]+)<\/loc>/g)].map(([, url = '']) => url)
    const offers = pages.filter((url) => !url.includes('/espace-candidat/'))
    expect(offers).toHaveLength(adsOfNight('carrieres', night).length)
    for (const url of offers) {
      const page = await (await fetch(url)).text()
      expect(page).toContain(SAMPLE_NOTICE)
      expect(page).toMatch(/<script type="application\/ld(\+|&#x2B;)json">/)
      expect(page).toContain('JobPosting')
    }
  })

  it('feeds every ad with its whole text', async () => {
    const feed = await (await fetch(`${market.boards.flux.origin}/flux.xml`)).text()
    const guids = [...feed.matchAll(/<guid isPermaLink="false">([^<]+)</g)].map(([, guid = '']) => guid)
    expect(guids).toEqual(adsOfNight('flux', night).map(({ ref }) => ref))
    expect(feed.match(/<content:encoded>/g)).toHaveLength(guids.length)
  })

  it('shows nothing of the showcase without JavaScript', async () => {
    const { origin } = market.boards.vitrine
    const live = adsOfNight('vitrine', night)
    const listing = await (await fetch(origin)).text()
    expect(listing).toContain(SAMPLE_NOTICE)
    for (const { ref, title } of live) {
      const page = await (await fetch(`${origin}${ref}`)).text()
      expect(page).not.toContain('JobPosting')
      expect(listing).not.toContain(ref)
      const data = (await (await fetch(`${origin}/data${ref}.json`)).json()) as { posting: { title: string } }
      expect(data.posting.title).toBe(title)
    }
  })
})

describe('the boards', () => {
  let market: Market
  beforeAll(async () => {
    market = await startMarket({ night: 1, ports: EPHEMERAL })
  })
  afterAll(() => market.close())

  it('live on an authority each', () => {
    expect(new Set(BOARD_IDS.map((id) => market.boards[id].origin)).size).toBe(5)
  })

  it('refuse a search without a token and a wrong login', async () => {
    const { origin } = market.boards['agence-publique']
    expect((await fetch(`${origin}${SEARCH}`)).status).toBe(401)
    const reply = await fetch(`${origin}/connexion/oauth2/access_token?realm=/partenaire`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'autre', client_secret: 'autre' }),
    })
    expect(reply.status).toBe(401)
  })

  it.each([
    ['?range=0-150', 400],
    ['?range=abc', 400],
    ['?range=3001-3100', 400],
    ['?range=3000-3100', 204],
    ['?motsCles=spéléologie', 204],
    ['?codeROME=E1124', 200],
    ['?codeROME=E1101,E1124,E1103,E1127', 206],
    ['?minCreationDate=2026-10-31T00:00:00Z&maxCreationDate=2026-11-02T00:00:00Z', 200],
  ])('answer %s with %i', async (query, status) => {
    const { origin } = market.boards['agence-publique']
    const headers = { authorization: `Bearer ${await tokenOf(origin)}` }
    expect((await fetch(`${origin}${SEARCH}${query}`, { headers })).status).toBe(status)
  })

  it('answer 304 while the bytes are the same', async () => {
    for (const url of [
      `${market.boards.flux.origin}/flux.xml`,
      `${market.boards.carrieres.origin}/sitemap-offres.xml`,
    ]) {
      const first = await fetch(url)
      await first.text()
      const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
      expect(again.status).toBe(304)
      const since = await fetch(url, { headers: { 'if-modified-since': first.headers.get('last-modified') ?? '' } })
      expect(since.status).toBe(304)
    }
  })

  it('log what they were asked', async () => {
    await fetch(`${market.boards.flux.origin}/robots.txt`, { headers: { 'user-agent': 'essai/1.0' } })
    expect(market.requests.at(-1)).toMatchObject({
      board: 'flux',
      method: 'GET',
      path: '/robots.txt',
      status: 200,
      userAgent: 'essai/1.0',
    })
  })

  it('take another port when theirs is busy', async () => {
    const port = Number(new URL(market.boards.flux.origin).port)
    const other = await startMarket({ night: 2, ports: [0, 0, 0, port, 0] })
    expect(other.boards.flux.origin).not.toBe(market.boards.flux.origin)
    expect((await fetch(`${other.boards.flux.origin}/flux.xml`)).status).toBe(200)
    await other.close()
  })
})
