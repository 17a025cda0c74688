import { listingRequest } from '../../shapes/crawl-request.ts'
import { SELECTOR_OPTIONS } from '../../shapes/selected-posting.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** Any career site that lists its pages in a sitemap and describes its jobs with schema.org JobPosting. */
export const careerSite: SourceType = {
  sheet: {
    id: 'career-site',
    name: 'Career site by sitemap and JobPosting',
    kind: 'employer',
    homePage: 'https://schema.org/JobPosting',
    terms:
      'Differ by site: read the site’s terms before naming it in the config. robots.txt and the TDM reservation are obeyed.',
    permission: 'Pages that the site publishes for robots, in its sitemap and in a vocabulary made for them.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 50_000 },
      fillRate: { title: 1, description: 0.95 },
    },
  },
  options: { sitemap: 'string', match: 'string', ...SELECTOR_OPTIONS },
  seeds(options) {
    const named = options.extra['sitemap']
    const sitemap = typeof named === 'string' ? named : '/sitemap.xml'
    return [listingRequest(new URL(sitemap, options.url ?? undefined).href)]
  },
  parse,
}
