import type { Capture, Rung } from '../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../domain/crawl.ts'
import { postingRequest } from './crawl-request.ts'
import { decodeBody } from './decode-body.ts'
import { pathKey, readJobPage } from './job-page.ts'
import { PageBuilder } from './page-builder.ts'
import { readSelectedPosting } from './selected-posting.ts'

/** Text of a capture, or null with an issue. */
export function textOf(capture: Capture, page: PageBuilder): string | null {
  const body = decodeBody(capture)
  if (body.kind === 'text') return body.text
  page.log.error(body.code, body.message, capture.url)
  return null
}

/**
 * Reads a page about one posting; the page's address is its key. Schema.org data first, then the selectors that the
 * config names for the site.
 */
export function parsePostingPage(
  capture: Capture,
  request: CrawlRequest,
  extra: Readonly<Record<string, unknown>>,
): ParsedPage {
  const page = new PageBuilder()
  const html = textOf(capture, page)
  if (html === null) return page.build(rungOf(capture, 'json-ld'))
  const found = readJobPage(html, { extId: pathKey(request.url), url: request.url }, page.log)
  for (const draft of found.postings) page.add(draft)
  for (const { reason, ref } of found.skipped) page.skip(reason, ref)
  if (page.size > 0) return page.build(rungOf(capture, found.rung))
  const keys = { extId: pathKey(request.url), url: request.url }
  const selected = readSelectedPosting(html, keys, extra, page.log)
  if (selected === null) {
    page.skip('not-a-job-posting', request.url)
    page.log.warn('no-job-posting', 'The page holds no schema.org JobPosting.', request.url, html.slice(0, 200))
    return page.build(rungOf(capture, found.rung))
  }
  page.add(selected)
  return page.build(rungOf(capture, 'selectors'))
}

/** A page that only a browser could show was read with the browser's rung, whatever was found in it then. */
export function rungOf(capture: Capture, rung: Rung): Rung {
  return capture.renderedInBrowser ? 'browser' : rung
}

/** Follows an address as a posting when it lies on the site and passes the filter; returns whether it did. */
export function followPosting(page: PageBuilder, url: string, parent: CrawlRequest, lastmod: string | null): void {
  page.follow(
    postingRequest(url, {
      via: parent.via,
      depth: parent.depth + 1,
      context: lastmod === null ? {} : { lastmod },
    }),
  )
}
