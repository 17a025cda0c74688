import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Workable career pages: the public widget that employers embed in their own sites. */
export const workable: SourceType = {
  sheet: {
    id: 'workable',
    name: 'Workable career page',
    kind: 'employer',
    homePage: 'https://help.workable.com/hc/en-us/articles/115012771647',
    terms:
      'Public, unauthenticated endpoint made for embedding an employer’s jobs; no rate is published. Read November 2026.',
    permission: 'A public endpoint made to be embedded, one request a night for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.95, hiringOrganization: 0.95, datePosted: 0.9 },
    },
  },
  options: { board: 'string' },
  seeds(options) {
    const template = 'https://apply.workable.com/api/v1/widget/accounts/{board}'
    const url = boardUrl(options.url, options.extra['board'], template)
    url.searchParams.set('details', 'true')
    return [listingRequest(url.href)]
  },
  parse,
}
