import { hash } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import type { Capture } from '../../domain/capture.ts'
import type { CrawlRequest } from '../../domain/crawl.ts'
import { browserUnavailable } from './browser-unavailable.ts'
import { findChromium } from './find-chromium.ts'
import { type HttpPageFetcher, type PagePolicies, reserved } from './http-page-fetcher.ts'
import type { FetchContext, FetchedPage, PageFetcher } from './page-fetcher.ts'
import { PageRefusedError } from './page-refused-error.ts'
import type { PoliteClient } from './polite-client.ts'
import { RenderedPage } from './rendered-page.ts'
import { isReservedByAnswer } from './tdm-policy.ts'

/** What a browser rung works with: it has no network of its own. */
export interface BrowserOptions {
  readonly http: HttpPageFetcher
  readonly polite: PoliteClient
  readonly policies: PagePolicies
  /** Finds the browser's executable; null when there is none. @default findChromium */
  readonly executable?: (() => string | null) | undefined
}

/**
 * The browser finds no name and no address: all it is given comes through the crawl's own HTTP client, with the same
 * address check, robots rules, limits and host clock as every other page.
 */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/** The last rung of the ladder: pages that exist only after their scripts have run, in one reused page of Chromium. */
export class BrowserPageFetcher implements PageFetcher {
  readonly #options: BrowserOptions
  #browser: Browser
  #page: Page | null = null
  #last: Promise<unknown> = Promise.resolve()

  private constructor(options: BrowserOptions, browser: Browser) {
    this.#options = options
    this.#browser = browser
  }

  /**
   * Starts Chromium.
   *
   * @throws RefusedError when there is none or it does not start: the sources that need it end, the others go on.
   */
  static async start(options: BrowserOptions): Promise<BrowserPageFetcher> {
    return new BrowserPageFetcher(options, await launch(options))
  }

  async fetch(request: CrawlRequest, context: FetchContext): Promise<FetchedPage> {
    // One page, used by one request after the other.
    const turn = this.#last.then(() => this.#render(request, context))
    this.#last = turn.catch(() => {})
    return turn
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  async #render(request: CrawlRequest, context: FetchContext): Promise<FetchedPage> {
    // Never conditional: an unchanged document says nothing of the data its scripts will load.
    const fetched = await this.#options.http.fetch(request, { ...context, etag: null, lastModified: null })
    if (fetched.kind === 'unchanged') return fetched
    const { capture } = fetched
    if (!(capture.contentType ?? 'text/html').includes('html')) return fetched
    const rendered = await this.#renderInPage(capture, context)
    if (rendered.byteLength > this.#options.polite.client.limits.maxBodyBytes) {
      throw new PageRefusedError('body-too-large', 'The rendered page is larger than the limit.', request.url)
    }
    if (isReservedByAnswer({}, rendered)) throw reserved(request.url, 'the rendered page')
    const sha256 = hash('sha256', rendered, 'hex')
    const contentType = 'text/html; charset=utf-8'
    return { kind: 'fetched', capture: { ...capture, contentType, body: rendered, sha256, renderedInBrowser: true } }
  }

  async #renderInPage(capture: Capture, context: FetchContext): Promise<Uint8Array> {
    const page = await this.#openPage()
    try {
      return await new RenderedPage(page, capture, this.#options, context).render()
    } catch (error) {
      // A page that crashed or hangs is not used again; it may take its time to go.
      this.#page = null
      void page
        .context()
        .close()
        .catch(() => {})
      throw error
    }
  }

  async #openPage(): Promise<Page> {
    if (!this.#browser.isConnected()) {
      this.#browser = await launch(this.#options)
      this.#page = null
    }
    this.#page ??= await newPage(this.#browser, this.#options.polite.client.userAgent)
    return this.#page
  }
}

async function launch({ executable }: BrowserOptions): Promise<Browser> {
  const executablePath = (executable ?? findChromium)()
  if (executablePath === null) throw browserUnavailable('no Chromium was found')
  const isRoot = process.getuid?.() === 0
  try {
    const { chromium } = await import('playwright')
    return await chromium.launch({
      executablePath,
      args: isRoot ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
      chromiumSandbox: !isRoot,
      handleSIGINT: false,
    })
  } catch (error) {
    throw browserUnavailable('it did not start', error)
  }
}

async function newPage(browser: Browser, userAgent: string): Promise<Page> {
  const context = await browser.newContext({
    acceptDownloads: false,
    serviceWorkers: 'block',
    userAgent,
    locale: 'fr-FR',
    permissions: [],
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  page.on('popup', (popup) => void popup.close().catch(() => {}))
  await page.routeWebSocket('**', (socket) => void socket.close().catch(() => {}))
  return page
}
