import { hash } from 'node:crypto'
import { authorityOf } from '../../domain/authority.ts'
import type { Capture } from '../../domain/capture.ts'
import type { CrawlRequest } from '../../domain/crawl.ts'
import { isChallengePage } from './challenge-page.ts'
import { isReadableType } from './content-type.ts'
import { RefusedError, RetryableFetchError } from './errors.ts'
import type { HttpAnswer, HttpExchange } from './http-client.ts'
import type { FetchContext, FetchedPage, PageFetcher } from './page-fetcher.ts'
import { PageRefusedError } from './page-refused-error.ts'
import type { PoliteClient } from './polite-client.ts'
import { resolveWebUrl } from './resolve-web-url.ts'
import type { RobotsPolicy } from './robots-policy.ts'
import { isReservedByAnswer, type TdmPolicy } from './tdm-policy.ts'

/** The policies every page passes on its way. */
export interface PagePolicies {
  readonly robots: RobotsPolicy
  readonly tdm: TdmPolicy
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Methods and bodies survive these two alone. */
const KEEPING_REDIRECTS = new Set([307, 308])
const RETRYABLE = new Set([408, 425])
const REFUSALS = new Set([401, 403, 407, 451])
const KEPT_HEADERS = [
  ...['content-range', 'etag', 'last-modified', 'link', 'tdm-reservation', 'tdm-policy', 'content-language'],
]
const DEFAULT_ACCEPT = 'text/html,application/xhtml+xml,application/json,application/xml;q=0.9,*/*;q=0.5'

/** Brings pages by HTTP: robots, reservation and host clock at every hop, then the answer is judged before it is kept. */
export class HttpPageFetcher implements PageFetcher {
  readonly #client: PoliteClient
  readonly #policies: PagePolicies

  constructor(client: PoliteClient, policies: PagePolicies) {
    this.#client = client
    this.#policies = policies
  }

  async fetch(request: CrawlRequest, context: FetchContext): Promise<FetchedPage> {
    const first = { url: request.url, method: request.method, headers: request.headers, body: request.body }
    const answer = await this.#followRedirects(first, context)
    if (answer.status === 304) return { kind: 'unchanged' }
    return { kind: 'fetched', capture: toCapture(request, answer) }
  }

  async close(): Promise<void> {
    await this.#client.client.close()
  }

  async #followRedirects(first: HttpExchange, context: FetchContext): Promise<HttpAnswer> {
    let exchange = first
    const seen = new Set<string>()
    for (let hop = 0; hop <= this.#client.client.limits.maxRedirects; hop += 1) {
      await this.#assertAllowed(exchange.url, hop, context)
      const answer = await this.#sendWithLogin(exchange, hop, context)
      if (!REDIRECTS.has(answer.status)) return judge(answer, context)
      seen.add(exchange.url)
      exchange = nextHop(exchange, answer, first.url)
      if (seen.has(exchange.url)) {
        throw new PageRefusedError('redirect-loop', `${first.url} redirects in a circle.`, first.url)
      }
    }
    throw new PageRefusedError('too-many-redirects', `${first.url} redirects more than five times.`, first.url)
  }

  async #assertAllowed(url: string, hop: number, context: FetchContext): Promise<void> {
    const host = authorityOf(url)
    const { hostClock } = this.#client.gate
    hostClock.requireDelay(host, context.delayMsFor(host))
    const robots = await this.#policies.robots.check(url, context)
    if (robots.kind === 'unreachable') {
      const message = `The robots.txt of ${host} cannot be had (${robots.status || 'no answer'}), so nothing there may be fetched.`
      if (hop === 0) throw new RefusedError('robots-unreachable', `${message} It is tried again with the next run.`)
      throw new PageRefusedError('robots-unreachable', message, url)
    }
    if (robots.kind === 'disallowed') {
      const message = `The robots.txt of ${host} disallows this address.`
      throw new PageRefusedError('robots-disallowed', message, url, { isWarning: true })
    }
    if (robots.crawlDelayMs > 0) hostClock.requireDelay(host, robots.crawlDelayMs)
    if (await this.#policies.tdm.isReserved(url, context)) throw reserved(url, 'its tdmrep.json')
  }

  async #sendWithLogin(exchange: HttpExchange, hop: number, context: FetchContext): Promise<HttpAnswer> {
    const { token } = context
    const headers = { accept: DEFAULT_ACCEPT, ...exchange.headers, ...(hop === 0 ? validators(exchange, context) : {}) }
    // A token belongs to the host it was asked for: no redirect takes it elsewhere.
    if (token === null || hop > 0) return this.#client.send({ ...exchange, headers }, context)
    const first = await this.#sendWithToken({ ...exchange, headers }, context)
    if (first.status !== 401) return first
    token.expire()
    const host = authorityOf(exchange.url)
    context.noteOnce('token-expired', `${host} no longer took the token before its time; a new one is asked for.`)
    return this.#sendWithToken({ ...exchange, headers }, context)
  }

  async #sendWithToken(exchange: HttpExchange, context: FetchContext): Promise<HttpAnswer> {
    const authorization = await context.token?.header(context)
    const headers = authorization === undefined ? exchange.headers : { ...exchange.headers, authorization }
    return this.#client.send({ ...exchange, headers }, context)
  }
}

function validators({ method }: HttpExchange, { etag, lastModified }: FetchContext): Record<string, string> {
  if (method !== 'GET') return {}
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

function nextHop(from: HttpExchange, answer: HttpAnswer, start: string): HttpExchange {
  const target = resolveWebUrl(answer.headers['location'] ?? '', from.url)
  if (answer.headers['location'] === undefined || target === null) {
    throw new PageRefusedError('bad-redirect', `${start} redirects to no http(s) address.`, start)
  }
  const isSameHost = authorityOf(target) === authorityOf(from.url)
  const headers = isSameHost ? from.headers : {}
  if (KEEPING_REDIRECTS.has(answer.status)) return { ...from, url: target, headers }
  return { url: target, method: 'GET', headers, body: null }
}

/** Passes an answer on, or throws the error that its status, type or content calls for. */
function judge(answer: HttpAnswer, { etag, lastModified }: FetchContext): HttpAnswer {
  const { status, url, headers, body } = answer
  const contentType = headers['content-type'] || null
  if (REFUSALS.has(status)) {
    throw new RefusedError(
      `http-${status}`,
      `${authorityOf(url)} refused ${url} (${status}). It is left alone until tomorrow.`,
    )
  }
  if (status >= 500 || RETRYABLE.has(status)) {
    throw new RetryableFetchError(`http-${status}`, `${authorityOf(url)} answered ${status} for ${url}.`)
  }
  if (status === 304 && (etag !== null || lastModified !== null)) return answer
  if (status < 200 || status >= 300) {
    throw new PageRefusedError(`http-${status}`, `${authorityOf(url)} answered ${status}.`, url, { isWarning: true })
  }
  if (isChallengePage(headers, contentType, body)) {
    throw new RefusedError(
      'challenge-page',
      `${authorityOf(url)} answered with a check against robots instead of content. It is left alone until tomorrow.`,
    )
  }
  if (!isReadableType(contentType, body)) {
    throw new PageRefusedError('content-type', `The answer is ${contentType}, not text.`, url, { isWarning: true })
  }
  if (isReservedByAnswer(headers, body)) throw reserved(url, 'the page itself')
  return answer
}

/** The error of a page whose rights holder has reserved text and data mining. */
export function reserved(url: string, by: string): PageRefusedError {
  const message = `Text and data mining is reserved by ${by}; its text is not kept.`
  return new PageRefusedError('tdm-reserved', message, url, { isWarning: true })
}

function toCapture(request: CrawlRequest, answer: HttpAnswer): Capture {
  const headers: Record<string, string> = {}
  for (const name of KEPT_HEADERS) {
    const value = answer.headers[name]
    if (value !== undefined) headers[name] = value
  }
  return {
    url: request.url,
    finalUrl: answer.url,
    fetchedAt: answer.fetchedAt,
    status: answer.status,
    contentType: answer.headers['content-type'] || null,
    headers,
    body: answer.body,
    sha256: hash('sha256', answer.body, 'hex'),
    renderedInBrowser: false,
  }
}
