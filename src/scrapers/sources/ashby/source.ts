import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Ashby job boards: the public posting API. The board's name is case-sensitive. */
export const ashby: SourceType = {
  sheet: {
    id: 'ashby',
    name: 'Ashby job board',
    kind: 'employer',
    homePage: 'https://developers.ashbyhq.com/docs/public-job-posting-api',
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
  options: { board: 'string', employer: 'string' },
  seeds(options) {
    const url = boardUrl(options.url, options.extra['board'], 'https://api.ashbyhq.com/posting-api/job-board/{board}')
    url.searchParams.set('includeCompensation', 'true')
    return [listingRequest(url.href)]
  },
  parse,
}
