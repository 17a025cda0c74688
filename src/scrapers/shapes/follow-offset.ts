import type { CrawlRequest } from '../../domain/crawl.ts'
import { listingRequest } from './crawl-request.ts'
import type { PageBuilder } from './page-builder.ts'

/** Pages of one listing that follow one another; an endless listing ends here. */
const MAX_PAGES = 200

/** Follows the next page of a listing that counts in steps of `size`. */
export function followOffset(page: PageBuilder, request: CrawlRequest, parameter: string, size: number): void {
  const url = new URL(request.url)
  const offset = Number(url.searchParams.get(parameter) ?? 0)
  if (!Number.isSafeInteger(offset) || offset / size >= MAX_PAGES) {
    page.log.warn('listing-endless', `A listing of more than ${MAX_PAGES} pages is not followed further.`, request.url)
    return
  }
  url.searchParams.set(parameter, String(offset + size))
  page.follow(listingRequest(url.href, { depth: request.depth + 1, headers: request.headers }))
}
