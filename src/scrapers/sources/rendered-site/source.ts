import { listingRequest } from '../../shapes/crawl-request.ts'
import { SELECTOR_OPTIONS } from '../../shapes/selected-posting.ts'
import type { SourceType } from '../../source-contract.ts'
import { parse } from './parse.ts'

/** A career site that only exists after its JavaScript has run: its listing and its pages are opened in a browser. */
export const renderedSite: SourceType = {
  sheet: {
    id: 'rendered-site',
    name: 'Career site shown by a browser',
    kind: 'employer',
    homePage: 'https://schema.org/JobPosting',
    terms:
      'Differ by site: read the site’s terms before naming it in the config. robots.txt and the TDM reservation are obeyed.',
    permission: 'Public pages opened as a visitor’s browser would, at a robot’s pace and under its own name.',
    keeps: 'text',
    delayMs: 2000,
    assertions: {
      postings: { min: 1, max: 5000 },
      fillRate: { title: 1, description: 0.95 },
    },
  },
  options: { match: 'string', next: 'string', ...SELECTOR_OPTIONS },
  seeds(options) {
    return [listingRequest(options.url ?? '', { via: 'browser' })]
  },
  parse,
}
