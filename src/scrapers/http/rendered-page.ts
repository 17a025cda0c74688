import type { Page, Request, Route } from 'playwright'
import type { Capture } from '../../domain/capture.ts'
import type { BrowserOptions } from './browser.ts'
import { RetryableFetchError } from './errors.ts'
import type { FetchContext } from './page-fetcher.ts'
import { resolveWebUrl } from './resolve-web-url.ts'

/** Of no use to a reader of ads, and most of the bytes of a page. */
const BLOCKED_TYPES = new Set(['image', 'font', 'media', 'texttrack', 'manifest', 'ping', 'eventsource'])
/** Headers that are ours to set, or that would tie visits together. */
const DROPPED_REQUEST_HEADERS = new Set([
  'host',
  'connection',
  'cookie',
  'user-agent',
  'accept-encoding',
  'content-length',
])
const DROPPED_ANSWER_HEADERS = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie'])
const PSEUDO_HEADER = /^(?::|sec-)/
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** A page is done when it shows an ad, or when nothing has been asked and nothing has changed for this long … */
const QUIET_MS = 300
/** … or when nothing has changed for this long, though it goes on asking (polling, telemetry). */
const UNCHANGED_MS = 2_000
const POLL_MS = 25
const MOST_SUB_REQUESTS = 100
/** A page whose scripts never yield is given up this long after its time is up. */
const HANGING_MS = 3_000

/** What the page is asked while it settles; a text, since it runs there and not here. */
const READ_STATE = `({
  size: document.documentElement.outerHTML.length,
  hasAd: [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) =>
    (script.textContent ?? '').includes('JobPosting')),
})`

interface PageState {
  readonly size: number
  readonly hasAd: boolean
}

/** One page being rendered: its document is given, its sub-requests are fetched by the crawl's own client. */
export class RenderedPage {
  readonly #page: Page
  readonly #document: Capture
  readonly #options: BrowserOptions
  readonly #context: FetchContext
  #pending = 0
  #asked = 0
  #lastChange = performance.now()
  #lastAnswer = 0
  #isDocumentGiven = false

  constructor(page: Page, document: Capture, options: BrowserOptions, context: FetchContext) {
    this.#page = page
    this.#document = document
    this.#options = options
    this.#context = context
  }

  /**
   * The DOM after its scripts have run, serialised, UTF-8.
   *
   * @throws RetryableFetchError when the page crashes or hangs; it must not be used again then.
   */
  async render(): Promise<Uint8Array> {
    const tooLong = new AbortController()
    const timer = setTimeout(() => tooLong.abort(), this.#timeoutMs + HANGING_MS)
    const { signal } = this.#context
    const stop = signal === undefined ? tooLong.signal : AbortSignal.any([tooLong.signal, signal])
    try {
      return await Promise.race([this.#load(), rejectOn(stop)])
    } catch (cause) {
      const what = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
      throw new RetryableFetchError('render-failed', `${this.#document.url} could not be rendered (${what}).`, {
        cause,
      })
    } finally {
      clearTimeout(timer)
    }
  }

  async #load(): Promise<Uint8Array> {
    const answer = (route: Route) => this.#answer(route)
    await this.#page.route('**/*', answer)
    await this.#page.goto(this.#document.finalUrl, { waitUntil: 'domcontentloaded', timeout: this.#timeoutMs })
    await this.#settle()
    const html = await this.#page.content()
    // What the page still runs must not reach into the next one.
    await this.#page.goto('about:blank')
    await this.#page.unroute('**/*', answer)
    return Buffer.from(html, 'utf8')
  }

  async #settle(): Promise<void> {
    const end = performance.now() + this.#timeoutMs
    let size = -1
    while (performance.now() < end) {
      const state = await this.#page.evaluate<PageState>(READ_STATE)
      if (state.size !== size) this.#lastChange = performance.now()
      size = state.size
      if (this.#isDone(state.hasAd)) return
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  #isDone(hasAd: boolean): boolean {
    const now = performance.now()
    if (now - this.#lastChange >= UNCHANGED_MS) return true
    return this.#pending === 0 && (hasAd || now - Math.max(this.#lastChange, this.#lastAnswer) >= QUIET_MS)
  }

  get #timeoutMs(): number {
    return this.#options.polite.client.limits.renderTimeoutMs
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    this.#pending += 1
    try {
      if (request.isNavigationRequest() && request.frame() === this.#page.mainFrame()) await this.#giveDocument(route)
      else await this.#fetchFor(route, request)
    } catch {
      // A sub-request that may not or cannot be fetched is missing from the page, as it would be offline.
      await route.abort('blockedbyclient').catch(() => {})
    } finally {
      this.#pending -= 1
      this.#lastAnswer = performance.now()
    }
  }

  async #giveDocument(route: Route): Promise<void> {
    // Scripts may not send the page elsewhere: that would be another address, to be asked for by the frontier.
    if (this.#isDocumentGiven) return route.abort('blockedbyclient')
    this.#isDocumentGiven = true
    const { status, contentType, body } = this.#document
    await route.fulfill({ status, contentType: contentType ?? 'text/html', body: Buffer.from(body) })
  }

  async #fetchFor(route: Route, request: Request): Promise<void> {
    this.#asked += 1
    const isWanted = !BLOCKED_TYPES.has(request.resourceType()) && this.#asked <= MOST_SUB_REQUESTS
    if (!isWanted) return route.abort('blockedbyclient')
    const { client } = this.#options.polite
    let url = resolveWebUrl(request.url())
    for (let hop = 0; url !== null && hop <= client.limits.maxRedirects; hop += 1) {
      const robots = await this.#options.policies.robots.check(url, this.#context)
      if (robots.kind !== 'allowed') break
      const answer = await client.send({
        url,
        method: request.method(),
        headers: keep(await request.allHeaders(), DROPPED_REQUEST_HEADERS),
        body: request.postDataBuffer(),
        signal: this.#context.signal,
      })
      if (!REDIRECTS.has(answer.status)) {
        const headers = keep(answer.headers, DROPPED_ANSWER_HEADERS)
        return route.fulfill({ status: answer.status, headers, body: Buffer.from(answer.body) })
      }
      url = resolveWebUrl(answer.headers['location'] ?? '', url)
    }
    await route.abort('blockedbyclient')
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Error('it hangs, or was stopped'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

function keep(headers: Readonly<Record<string, string>>, dropped: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name) && !PSEUDO_HEADER.test(name)))
}
