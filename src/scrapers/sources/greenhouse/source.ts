import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Greenhouse job boards: the public Job Board API that employers' own career pages use. */
export const greenhouse: SourceType = {
  sheet: {
    id: 'greenhouse',
    name: 'Greenhouse job board',
    kind: 'employer',
    homePage: 'https://developers.greenhouse.io/job-board.html',
    terms:
      'Public, unauthenticated API documented for showing an employer’s postings; no rate is published. Read November 2026.',
    permission: 'A documented public endpoint, one request a night for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.95, jobLocation: 0.9, datePosted: 0.9 },
    },
  },
  options: { board: 'string' },
  seeds(options) {
    const url = boardUrl(options.url, options.extra['board'], 'https://boards-api.greenhouse.io/v1/boards/{board}/jobs')
    url.searchParams.set('content', 'true')
    url.searchParams.set('pay_transparency', 'true')
    return [listingRequest(url.href)]
  },
  parse,
}
