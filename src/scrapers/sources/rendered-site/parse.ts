import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import { matchesAddress } from '../../shapes/match-address.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { findLinks, type PageLink } from '../../shapes/page-links.ts'
import { followPosting, parsePostingPage, rungOf, textOf } from '../../shapes/site-crawl.ts'
import type { SourceOptions } from '../../source-contract.ts'

/** Listing pages that follow one another; an endless listing ends here. */
const MAX_LISTINGS = 50

/** Reads a listing (links that match the config's `match` follow) or the page of a posting. */
export function parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  return request.purpose === 'posting'
    ? parsePostingPage(capture, request, options.extra)
    : parseListing(capture, request, options)
}

function parseListing(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  const html = textOf(capture, page)
  if (html === null) return page.build(rungOf(capture, 'selectors'))
  const links = findLinks(html, capture.finalUrl).filter((link) => isOwn(link, request))
  const match = String(options.extra['match'] ?? '')
  const next = links.find((link) => isNext(link, options))
  let found = 0
  for (const link of links) {
    if (link === next || link.url === request.url || !matchesAddress(link.url, match)) continue
    followPosting(page, link.url, request, null)
    found += 1
  }
  if (found === 0) page.log.error('layout-changed', 'The listing holds no link to a posting.', request.url, html)
  if (next !== undefined) followNext(page, next, request)
  return page.build(rungOf(capture, 'selectors'))
}

function followNext(page: PageBuilder, next: PageLink, request: CrawlRequest): void {
  if (request.depth >= MAX_LISTINGS) {
    page.log.warn('listing-endless', `A listing of more than ${MAX_LISTINGS} pages is not followed further.`, next.url)
    return
  }
  page.follow(listingRequest(next.url, { via: request.via, depth: request.depth + 1 }))
}

function isNext(link: PageLink, options: SourceOptions): boolean {
  const pattern = options.extra['next']
  if (typeof pattern === 'string' && pattern !== '') return matchesAddress(link.url, pattern)
  return link.rel.toLowerCase().split(' ').includes('next')
}

function isOwn(link: PageLink, request: CrawlRequest): boolean {
  return new URL(link.url).host === new URL(request.url).host
}
