import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Recruitee career sites: the public offers API of each employer's own site. */
export const recruitee: SourceType = {
  sheet: {
    id: 'recruitee',
    name: 'Recruitee career site',
    kind: 'employer',
    homePage: 'https://docs.recruitee.com/reference/offers',
    terms:
      'Public, unauthenticated API documented for showing an employer’s offers; no rate is published. Read November 2026.',
    permission: 'A documented public endpoint, one request a night for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.95, hiringOrganization: 0.95, jobLocation: 0.9, datePosted: 0.9 },
    },
  },
  options: { board: 'string' },
  seeds(options) {
    return [
      listingRequest(boardUrl(options.url, options.extra['board'], 'https://{board}.recruitee.com/api/offers').href),
    ]
  },
  parse,
}
