import type { CrawlRequest } from '../../../src/domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../src/domain/posting.ts'
import type { SourceAssertions } from '../../../src/domain/source.ts'
import { decodeBody } from '../../../src/scrapers/shapes/decode-body.ts'
import type { SourceType } from '../../../src/scrapers/source-contract.ts'

export function get(url: string, change: Partial<CrawlRequest> = {}): CrawlRequest {
  return {
    key: `GET ${url}`,
    url,
    method: 'GET',
    body: null,
    headers: {},
    purpose: 'posting',
    via: 'http',
    depth: 0,
    context: {},
    ...change,
  }
}

export function draft(extId: string, change: Partial<PostingDraft> = {}): PostingDraft {
  return { ...EMPTY_POSTING, extId, title: `Annonce ${extId}`, description: `Texte de l’annonce ${extId}.`, ...change }
}

const NO_ASSERTIONS: SourceAssertions = { postings: { min: 0, max: 1_000_000 }, fillRate: {} }

/**
 * A source for tests. Pages are lines of text: `ad ID`, `list URL` (a listing to follow), `page URL` (a page of an ad),
 * `render URL` (the same in a browser).
 */
export function toySource(change: Partial<SourceType> & { assertions?: SourceAssertions } = {}): SourceType {
  const { assertions = NO_ASSERTIONS, ...rest } = change
  return {
    sheet: {
      id: 'toy',
      name: 'Toy',
      kind: 'employer',
      homePage: 'http://127.0.0.1/',
      terms: 'A test.',
      permission: 'A test.',
      keeps: 'text',
      delayMs: 0,
      assertions,
    },
    options: {},
    seeds: ({ url }) => [get(url ?? '', { purpose: 'listing' })],
    parse: (capture, request) => {
      const body = decodeBody(capture)
      const lines = (body.kind === 'text' ? body.text : '').split(/\n|<br>/).map((line) => line.trim().split(' '))
      const depth = request.depth + 1
      return {
        postings: lines.flatMap(([word, id]) => (word === 'ad' && id !== undefined ? [draft(id)] : [])),
        skipped: [],
        follow: lines.flatMap(([word, link]) => {
          if (link === undefined) return []
          const url = link.includes(':') ? link : new URL(link, capture.finalUrl).href
          if (word === 'list') return [get(url, { purpose: 'listing', depth })]
          if (word === 'page') return [get(url, { depth })]
          return word === 'render' ? [get(url, { depth, via: 'browser' })] : []
        }),
        issues: [],
        rung: 'selectors',
      }
    },
    ...rest,
  }
}
