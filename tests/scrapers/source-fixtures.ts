import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Capture } from '../../src/domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../src/domain/crawl.ts'
import type { SourceOptions, SourceType } from '../../src/scrapers/source-contract.ts'

/** Folder of the invented payloads, one folder per source. */
export const FIXTURES = resolve(import.meta.dirname, '../../fixtures/sources')

/** What `cases.json` may say of one file. */
export interface FixtureCase {
  readonly url?: string
  readonly status?: number
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly context?: Readonly<Record<string, string | number>>
  readonly purpose?: 'listing' | 'posting'
  readonly renderedInBrowser?: boolean
  readonly extra?: SourceOptions['extra']
  readonly optionsUrl?: string
}

/** One payload with all that its parser is given. */
export interface Fixture {
  readonly sourceId: string
  readonly file: string
  readonly capture: Capture
  readonly request: CrawlRequest
  readonly options: SourceOptions
}

/** The payloads of a source: `listing-*`, `posting-*` and `broken-*`. */
export function fixturesOf(sourceId: string): readonly Fixture[] {
  const folder = join(FIXTURES, sourceId)
  const casesFile = join(folder, 'cases.json')
  const cases = existsSync(casesFile)
    ? (JSON.parse(readFileSync(casesFile, 'utf8')) as Record<string, FixtureCase>)
    : {}
  return readdirSync(folder)
    .filter((file) => /^(listing|posting|broken)-/.test(file))
    .sort()
    .map((file) => toFixture(sourceId, file, readFileSync(join(folder, file)), cases[file] ?? {}))
}

/** A payload as a capture with a request that would have fetched it. */
export function toFixture(sourceId: string, file: string, body: Uint8Array, one: FixtureCase): Fixture {
  const url = one.url ?? `https://exemple.test/${file}`
  const purpose = one.purpose ?? (file.startsWith('posting-') ? 'posting' : 'listing')
  const capture: Capture = {
    url,
    finalUrl: url,
    fetchedAt: Date.UTC(2026, 10, 2, 3),
    status: one.status ?? 200,
    contentType: one.contentType ?? null,
    headers: one.headers ?? {},
    body,
    sha256: '0'.repeat(64),
    renderedInBrowser: one.renderedInBrowser ?? false,
  }
  const request: CrawlRequest = {
    key: `GET ${url}`,
    url,
    method: 'GET',
    body: null,
    headers: {},
    purpose,
    via: one.renderedInBrowser === true ? 'browser' : 'http',
    depth: 0,
    context: one.context ?? {},
  }
  return {
    sourceId,
    file,
    capture,
    request,
    options: { id: sourceId, url: one.optionsUrl ?? null, extra: one.extra ?? {} },
  }
}

/** What the source's parser makes of a payload. */
export function parseFixture(source: SourceType, fixture: Fixture): ParsedPage {
  return source.parse(fixture.capture, fixture.request, fixture.options)
}
