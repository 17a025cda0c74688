import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { PAGE_SIZE, parse } from './parse.ts'

/** SmartRecruiters: the public Posting API, a list and one page for each posting. */
export const smartrecruiters: SourceType = {
  sheet: {
    id: 'smartrecruiters',
    name: 'SmartRecruiters postings',
    kind: 'employer',
    homePage: 'https://developers.smartrecruiters.com/docs/posting-api',
    terms:
      'Public, unauthenticated API documented for showing an employer’s postings, 10 requests a second at most. Read November 2026.',
    permission: 'A documented public endpoint, asked slowly, for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.95, hiringOrganization: 0.95, jobLocation: 0.9, datePosted: 0.9 },
    },
  },
  options: { board: 'string' },
  seeds(options) {
    const template = 'https://api.smartrecruiters.com/v1/companies/{board}/postings'
    const url = boardUrl(options.url, options.extra['board'], template)
    url.searchParams.set('limit', String(PAGE_SIZE))
    url.searchParams.set('offset', '0')
    return [listingRequest(url.href)]
  },
  parse,
}
