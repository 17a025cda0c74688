import type { Capture } from '../../domain/capture.ts'
import type { CrawlRequest } from '../../domain/crawl.ts'
import type { GateOptions } from './host-gate.ts'
import type { OAuthToken } from './oauth-token.ts'

/** What goes with one fetch besides its request. */
export interface FetchContext extends GateOptions {
  readonly token: OAuthToken | null
  /** Validators of the last capture, for a conditional GET. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Notes an issue of the source that is no failure of the page. */
  noteOnce(code: string, message: string): void
  /** Least delay between two requests to the hosts of this source, milliseconds. */
  delayMsFor(host: string): number
}

/** A page that was fetched, or that has not changed since its last capture. */
export type FetchedPage = { readonly kind: 'fetched'; readonly capture: Capture } | { readonly kind: 'unchanged' }

/** A rung of the ladder that brings pages: plain HTTP or a browser. */
export interface PageFetcher {
  /**
   * Fetches one page politely and safely.
   *
   * @throws CrawlError by the reaction it asks for; PageRefusedError when this page alone is left out.
   */
  fetch(request: CrawlRequest, context: FetchContext): Promise<FetchedPage>
  close(): Promise<void>
}
