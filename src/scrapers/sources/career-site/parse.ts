import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import { matchesAddress } from '../../shapes/match-address.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { followPosting, parsePostingPage, textOf } from '../../shapes/site-crawl.ts'
import { readSitemap, type SitemapEntry } from '../../shapes/sitemap.ts'
import type { SourceOptions } from '../../source-contract.ts'

/** Sitemap indexes within sitemap indexes: the protocol allows one level, real sites a few, a trap has no end. */
const MAX_DEPTH = 4

/** Reads a sitemap (its pages follow) or the page of a posting. */
export function parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  return request.purpose === 'posting'
    ? parsePostingPage(capture, request, options.extra)
    : parseSitemap(capture, request, options)
}

function parseSitemap(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  const text = textOf(capture, page)
  if (text === null) return page.build('json-ld')
  const sitemap = readSitemap(text)
  if (sitemap.kind === null) {
    page.log.error('layout-changed', 'The sitemap is neither a list of pages nor of sitemaps.', request.url, text)
  }
  if (sitemap.isUnclosed && sitemap.kind !== null) {
    page.log.error('xml-truncated', 'The sitemap stops in the middle; what comes before is read.', request.url)
  }
  if (sitemap.isCut) {
    page.log.warn(
      'sitemap-too-long',
      'The sitemap lists more than 50,000 addresses; the rest is not read.',
      request.url,
    )
  }
  for (const entry of sitemap.entries) {
    const url = ownAddress(entry, request, options, page)
    if (url === null) continue
    if (sitemap.kind === 'index') followSitemap(page, url, request, entry.lastmod)
    else if (matchesAddress(url, String(options.extra['match'] ?? ''))) followPosting(page, url, request, entry.lastmod)
  }
  return page.build('json-ld')
}

function followSitemap(page: PageBuilder, url: string, request: CrawlRequest, lastmod: string | null): void {
  if (request.depth >= MAX_DEPTH) {
    page.log.warn('sitemap-too-deep', `Sitemaps nested more than ${MAX_DEPTH} deep are not followed.`, url)
    return
  }
  page.follow(listingRequest(url, { depth: request.depth + 1, context: lastmod === null ? {} : { lastmod } }))
}

// A sitemap speaks for its own host only (sitemaps.org); anything else in it is not followed.
function ownAddress(
  entry: SitemapEntry,
  request: CrawlRequest,
  options: SourceOptions,
  page: PageBuilder,
): string | null {
  if (!URL.canParse(entry.url, request.url)) {
    page.log.warn('address-unreadable', 'An address of the sitemap cannot be read.', request.url, entry.url)
    return null
  }
  const url = new URL(entry.url, request.url)
  const isOwn = url.host === new URL(request.url).host || url.host === new URL(options.url ?? request.url).host
  if (isOwn && (url.protocol === 'https:' || url.protocol === 'http:')) {
    url.hash = ''
    return url.href
  }
  page.log.warn(
    'foreign-address',
    'The sitemap lists addresses of another host; they are not followed.',
    request.url,
    url.host,
  )
  return null
}
