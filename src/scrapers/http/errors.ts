/**
 * The five errors of a crawl, named by the reaction they ask for. Their message says what, why and what to do; trouble
 * with a single page or posting is no error but an `Issue`.
 */
export abstract class CrawlError extends Error {
  /** Stable code of the issue that is noted, e.g. `http-503`. */
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Try again later, with back-off: a server error, a broken connection, a timeout. */
export class RetryableFetchError extends CrawlError {
  override readonly name = 'RetryableFetchError'
}

/** Slow down: the host asked for a pause. No failure is counted. */
export class ThrottledError extends CrawlError {
  override readonly name = 'ThrottledError'
  /** Host and port that asked. */
  readonly host: string
  /** When it may be asked again, as far as it said: epoch ms, or null. */
  readonly until: number | null

  constructor(code: string, host: string, until: number | null) {
    super(code, `${host} asked us to slow down (${code}). Nothing to do: the rest is fetched later.`)
    this.host = host
    this.until = until
  }
}

/** Stop this source for the day: 403, a login that fails, a challenge page, robots.txt out of reach. */
export class RefusedError extends CrawlError {
  override readonly name = 'RefusedError'
}

/** The source no longer looks as its parser knows it: keep the captures, fail the source. */
export class LayoutChangedError extends CrawlError {
  override readonly name = 'LayoutChangedError'

  constructor(message: string) {
    super('layout-changed', message)
  }
}

/** The run found less than a healthy one: it fails for the night; what was fetched is kept, nothing is marked gone. */
export class AssertionFailedError extends CrawlError {
  override readonly name = 'AssertionFailedError'

  constructor(message: string) {
    super('assertion-failed', message)
  }
}

/** The next request may start only after the run's deadline. */
export class OutOfTimeError extends CrawlError {
  override readonly name = 'OutOfTimeError'
  /** Host and port that would have been asked. */
  readonly host: string

  constructor(host: string) {
    super('budget-exhausted', `The time of the run is used up before ${host} may be asked again.`)
    this.host = host
  }
}
