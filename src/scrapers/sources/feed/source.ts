import { listingRequest } from '../../shapes/crawl-request.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** A feed of job ads: RSS, RDF, Atom or JSON Feed. */
export const feed: SourceType = {
  sheet: {
    id: 'feed',
    name: 'RSS or Atom feed',
    kind: 'job-board',
    homePage: 'https://www.rssboard.org/rss-specification',
    terms:
      'Differ by site: read the site’s terms before naming it in the config. robots.txt and the TDM reservation are obeyed.',
    permission: 'A feed that the site publishes to be read by programs.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000 },
      fillRate: { title: 1, description: 0.9, datePosted: 0.8 },
    },
  },
  options: { employer: 'string' },
  seeds(options) {
    return [listingRequest(options.url ?? '')]
  },
  parse,
}
