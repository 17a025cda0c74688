import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ATS_TOKEN, type BoardId, DEMO_CREDENTIALS } from '../../fixtures/market/market-facts.ts'
import { CLOSED_PATH } from '../../fixtures/market/server/carrieres.ts'
import { toJobPosting } from '../../fixtures/market/server/job-posting-json-ld.ts'
import { adsOfNight, type LiveAd } from '../../fixtures/market/server/market-data.ts'
import { renderPage } from '../../fixtures/market/server/page.ts'
import { renderPlain } from '../../fixtures/market/server/render-text.ts'
import { type Market, startMarket } from '../../fixtures/market/server/start-market.ts'
import type { Capture } from '../../src/domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../src/domain/crawl.ts'
import type { PostingDraft } from '../../src/domain/posting.ts'
import { sources } from '../../src/scrapers/registry.ts'

// The market is worth something only if the product's own parsers find in it what was put there.
const WORDLESS = /[^\p{L}\p{N}]+/gu
let market: Market

beforeAll(async () => {
  market = await startMarket({ night: 1, ports: [0, 0, 0, 0, 0] })
})
afterAll(() => market.close())

async function capture(url: string, headers: Record<string, string> = {}): Promise<Capture> {
  const reply = await fetch(url, { headers })
  const body = new Uint8Array(await reply.arrayBuffer())
  return captured(url, body, reply.status, Object.fromEntries(reply.headers))
}

function captured(url: string, body: Uint8Array, status: number, headers: Record<string, string>): Capture {
  const contentType = headers['content-type'] ?? null
  return { url, finalUrl: url, fetchedAt: 0, status, contentType, headers, body, sha256: '', renderedInBrowser: false }
}

function requestOf(url: string, purpose: CrawlRequest['purpose']): CrawlRequest {
  return { key: url, url, method: 'GET', body: null, headers: {}, purpose, via: 'http', depth: 0, context: {} }
}

function parse(use: keyof typeof sources, page: Capture, purpose: CrawlRequest['purpose'] = 'listing'): ParsedPage {
  return sources[use].parse(page, requestOf(page.url, purpose), { id: use, url: page.url, extra: {} })
}

function expectTheAds(board: BoardId, pages: readonly ParsedPage[], mended: readonly string[] = []): void {
  const drafts = new Map(pages.flatMap(({ postings }) => postings).map((draft) => [draft.extId, draft]))
  const live = adsOfNight(board, 1)
  expect([...drafts.keys()].sort()).toEqual(live.map(({ ref }) => ref).sort())
  for (const ad of live) expectTheAd(drafts.get(ad.ref), ad)
  for (const { code } of pages.flatMap(({ issues }) => issues)) expect(mended).toContain(code)
}

function expectTheAd(draft: PostingDraft | undefined, ad: LiveAd): void {
  expect(draft).toMatchObject({ title: ad.title, hiringOrganization: ad.employer, datePosted: ad.datePosted })
  expect(draft?.jobLocation).toContain(ad.place.city)
  expect(draft?.salaryText ?? null).toBe(ad.salaryLabel)
  expect(draft?.baseSalary?.min ?? null).toBe(ad.baseSalary?.min ?? null)
  expect(draft?.baseSalary?.max ?? null).toBe(ad.baseSalary?.max ?? null)
  expect(draft?.description.replace(WORDLESS, ' ').trim()).toBe(renderPlain(ad).replace(WORDLESS, ' ').trim())
}

describe('the parsers', () => {
  it('find every ad of the public agency', async () => {
    const { origin } = market.boards['agence-publique']
    const reply = await fetch(`${origin}/connexion/oauth2/access_token?realm=/partenaire`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: DEMO_CREDENTIALS.clientId,
        client_secret: DEMO_CREDENTIALS.clientSecret,
      }),
    })
    const { access_token: token } = (await reply.json()) as { access_token: string }
    const pages: ParsedPage[] = []
    for (const range of ['0-149', '150-299']) {
      const url = `${origin}/partenaire/offresdemploi/v2/offres/search?range=${range}`
      pages.push(parse('france-travail', await capture(url, { authorization: `Bearer ${token}` })))
    }
    expectTheAds('agence-publique', pages)
  })

  it('find every ad of the ATS board', async () => {
    const url = `${market.boards['ats-board'].origin}/v1/boards/${ATS_TOKEN}/jobs?content=true`
    expectTheAds('ats-board', [parse('greenhouse', await capture(url))])
  })

  it('find every ad of the feed', async () => {
    expectTheAds('flux', [parse('feed', await capture(`${market.boards.flux.origin}/flux.xml`))])
  })

  it('find every page of the career site, whatever the shape of its data', async () => {
    const { origin } = market.boards.carrieres
    const sitemap = parse('career-site', await capture(`${origin}/sitemap-offres.xml`))
    const urls = sitemap.follow.map(({ url }) => url)
    expect(urls).toContain(`${origin}${CLOSED_PATH}`)
    const pages: ParsedPage[] = []
    for (const url of urls) {
      if (!url.endsWith(CLOSED_PATH)) pages.push(parse('career-site', await capture(url), 'posting'))
    }
    expectTheAds('carrieres', pages, ['json-ld-trailing-comma', 'json-ld-control-character', 'json-ld-wrapper'])
    expect(pages.some(({ issues }) => issues.length > 0)).toBe(true)
  })

  it('find every ad of the showcase once its script has written it', () => {
    const pages = adsOfNight('vitrine', 1).map((ad) => {
      const data = JSON.stringify({ '@context': 'https://schema.org', ...toJobPosting(ad, ad.ref) })
      const html = renderPage(ad.title, '', `<script type="application/ld+json">${data}</script>`)
      const url = `${market.boards.vitrine.origin}${ad.ref}`
      return parse(
        'rendered-site',
        captured(url, new TextEncoder().encode(html), 200, { 'content-type': 'text/html' }),
        'posting',
      )
    })
    expectTheAds('vitrine', pages)
  })
})
