import type { CrawlRequest } from '../../domain/crawl.ts'

/** What a request is besides its address; all but the URL have a default. */
export type RequestParts = Partial<Omit<CrawlRequest, 'url' | 'purpose' | 'key'>>

/** A page that lists postings; all listing pages must be read for a run to be complete. */
export function listingRequest(url: string, parts: RequestParts = {}): CrawlRequest {
  return request('listing', url, parts)
}

/** A page about one posting. */
export function postingRequest(url: string, parts: RequestParts = {}): CrawlRequest {
  return request('posting', url, parts)
}

function request(purpose: CrawlRequest['purpose'], url: string, parts: RequestParts): CrawlRequest {
  const method = parts.method ?? 'GET'
  return {
    key: `${method} ${url}${parts.body ? ` ${parts.body}` : ''}`,
    url,
    purpose,
    method,
    body: parts.body ?? null,
    headers: parts.headers ?? {},
    via: parts.via ?? 'http',
    depth: parts.depth ?? 0,
    context: parts.context ?? {},
  }
}
