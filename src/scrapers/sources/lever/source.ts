import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { PAGE_SIZE, parse } from './parse.ts'

/** Lever job boards: the public Postings API that employers' own career pages use. */
export const lever: SourceType = {
  sheet: {
    id: 'lever',
    name: 'Lever job board',
    kind: 'employer',
    homePage: 'https://github.com/lever/postings-api',
    terms:
      'Public, unauthenticated API documented for showing an employer’s postings; no rate is published. Read November 2026.',
    permission: 'A documented public endpoint, a few requests a night for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.95, jobLocation: 0.9, datePosted: 0.9 },
    },
  },
  options: { board: 'string', employer: 'string' },
  seeds(options) {
    const url = boardUrl(options.url, options.extra['board'], 'https://api.lever.co/v0/postings/{board}')
    url.searchParams.set('mode', 'json')
    url.searchParams.set('skip', '0')
    url.searchParams.set('limit', String(PAGE_SIZE))
    return [listingRequest(url.href)]
  },
  parse,
}
