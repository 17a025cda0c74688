import type { CrawlRequest } from '../../../domain/crawl.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'

const DAY_MS = 86_400_000
/** No offer on line is older. */
const EARLIEST = '2010-01-01'
/** Most offers are younger: the first cut falls here, so that the long thin past is one slice. */
const FIRST_CUT_DAYS = 30
const FRACTION = /\.\d{3}Z$/

/**
 * Cuts a search that has more results than paging reaches into two by creation date (inclusive bounds, to the second).
 * Empty when the search covers one second already.
 */
export function sliceByDate(request: CrawlRequest): readonly CrawlRequest[] {
  const url = new URL(request.url)
  const today = String(request.context['today'] ?? '')
  const isFirst = !url.searchParams.has('minCreationDate')
  const from = Date.parse(url.searchParams.get('minCreationDate') ?? EARLIEST)
  const end = Date.parse(today) + 2 * DAY_MS
  const to = isFirst ? end : Date.parse(url.searchParams.get('maxCreationDate') ?? '')
  if (Number.isNaN(from) || Number.isNaN(to) || to - from < 1000) return []
  const cut = isFirst ? end - FIRST_CUT_DAYS * DAY_MS : Math.floor((from + to) / 2000) * 1000
  return [slice(request, cut + 1000, to), slice(request, from, cut)]
}

function slice(request: CrawlRequest, from: number, to: number): CrawlRequest {
  const url = new URL(request.url)
  url.searchParams.set('minCreationDate', second(from))
  url.searchParams.set('maxCreationDate', second(to))
  return listingRequest(url.href, { headers: request.headers, context: request.context, depth: request.depth + 1 })
}

function second(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(FRACTION, 'Z')
}
