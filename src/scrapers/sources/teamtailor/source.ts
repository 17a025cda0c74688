import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Teamtailor career sites: the JSON feed (`/jobs.json`) or RSS feed (`/jobs.rss`) of each employer's own site. */
export const teamtailor: SourceType = {
  sheet: {
    id: 'teamtailor',
    name: 'Teamtailor career site',
    kind: 'employer',
    homePage: 'https://www.teamtailor.com/',
    terms:
      'Public feeds that the career sites link to; no rate is published. The employer’s own terms apply. Read November 2026.',
    permission:
      'A feed published to be read by programs, one or two requests a night for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.9, datePosted: 0.9 },
    },
  },
  options: { employer: 'string' },
  seeds(options) {
    const url = new URL(options.url ?? '')
    if (!FEED.test(url.pathname)) url.pathname = '/jobs.json'
    return [listingRequest(url.href)]
  },
  parse,
}

const FEED = /\.(?:json|rss)$/
