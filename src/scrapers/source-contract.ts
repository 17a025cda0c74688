import type { Capture } from '../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../domain/crawl.ts'
import type { SourceSheet } from '../domain/source.ts'

/** What the config says of one source besides the keys common to all (validated by the CLI). */
export interface SourceOptions {
  /** Name of the source in the config, unique per place. */
  readonly id: string
  readonly url: string | null
  /** Keys of the source type's own, already validated by its `options`. */
  readonly extra: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** OAuth2 client credentials that the HTTP layer turns into a bearer token; the names are those of environment variables. */
export interface SourceAuth {
  readonly kind: 'oauth2-client-credentials'
  readonly tokenUrl: string
  readonly scope: string
  readonly clientIdEnv: string
  readonly clientSecretEnv: string
}

/** A source type: a data sheet plus pure functions. No function of it may fetch, wait, read a clock or a file. */
export interface SourceType {
  readonly sheet: SourceSheet
  /** Names and kinds of the config keys it takes besides the common ones; unknown ones are refused with a suggestion. */
  readonly options: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'string[]'>>
  /** Null when the source needs no login. May depend on the options (a test server has its own token URL). */
  auth?(options: SourceOptions): SourceAuth | null
  /** The first requests of a run; `today` is the ISO day of the run. */
  seeds(options: SourceOptions, today: string): readonly CrawlRequest[]
  /** Reads one capture: pure, never throws for bad data (issues instead). */
  parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage
}
