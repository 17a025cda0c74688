import { boardUrl } from '../../shapes/board-url.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Personio career pages: the public XML feed of each employer's own page. */
export const personio: SourceType = {
  sheet: {
    id: 'personio',
    name: 'Personio career page',
    kind: 'employer',
    homePage: 'https://developer.personio.de/docs/retrieving-open-job-positions',
    terms:
      'Public XML feed documented for showing an employer’s positions; robots.txt allows everything. Read November 2026.',
    permission: 'A documented public feed, one or two requests a night for each employer named in the config.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000, mayBeEmpty: true },
      fillRate: { title: 1, description: 0.9, jobLocation: 0.9, datePosted: 0.9 },
    },
  },
  options: { board: 'string', employer: 'string', language: 'string' },
  seeds(options) {
    const url = boardUrl(options.url, options.extra['board'], 'https://{board}.jobs.personio.de/xml')
    // Texts come empty unless the language is one that the position was written in.
    if (!url.searchParams.has('language')) url.searchParams.set('language', String(options.extra['language'] ?? 'fr'))
    return [listingRequest(url.href)]
  },
  parse,
}
