import { join } from 'node:path'
import type { Clock } from '../../../src/domain/clock.ts'
import type { HostClock, SourceRunSummary } from '../../../src/domain/crawl.ts'
import type { PostingDraft } from '../../../src/domain/posting.ts'
import { type CrawlOptions, crawl } from '../../../src/scrapers/crawl.ts'
import { HttpClient, type HttpClientOptions } from '../../../src/scrapers/http/http-client.ts'
import type { SourceType } from '../../../src/scrapers/source-contract.ts'
import type { ConfiguredSource } from '../../../src/scrapers/source-run.ts'
import { CrawlRun } from '../../../src/store/crawl/crawl-run.ts'
import { SqliteHostClock } from '../../../src/store/crawl/sqlite-host-clock.ts'
import { SqliteHostFileCache } from '../../../src/store/crawl/sqlite-host-file-cache.ts'
import { openDatabase, type VigieDatabase } from '../../../src/store/open-database.ts'

export const migrationsFolder = join(import.meta.dirname, '../../../db/migrations')

/** The machine's own clock. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(done, ms)
      function done(): void {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      function stop(): void {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      if (signal?.aborted === true) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    }),
}

/** A clock that jumps over every sleep: hours of back-off in no time. */
export class JumpingClock implements Clock {
  readonly slept: number[] = []
  #now = Date.now()

  now(): number {
    return this.#now
  }

  async sleep(ms: number): Promise<void> {
    this.slept.push(ms)
    this.#now += ms
    await new Promise((resolve) => setImmediate(resolve))
  }
}

export interface TestCrawl {
  readonly sources: readonly ConfiguredSource[]
  readonly database?: VigieDatabase
  readonly clock?: Clock
  readonly hostClock?: HostClock
  readonly client?: Partial<HttpClientOptions>
  readonly crawl?: Partial<CrawlOptions>
  readonly today?: string
  readonly prepare?: (draft: PostingDraft) => PostingDraft
}

export function memoryDatabase(path = ':memory:'): VigieDatabase {
  return openDatabase({ path, migrationsFolder })
}

export function addSource(database: VigieDatabase, sourceId: string): void {
  database
    .prepare(`INSERT OR IGNORE INTO source (source_id, source_type, name, kind, terms, permission, keeps)
      VALUES (?, 'toy', 'Toy', 'employer', 'A test.', 'A test.', 'text')`)
    .run(sourceId)
}

export function configured(id: string, type: SourceType, url: string, change: Partial<ConfiguredSource> = {}) {
  return { type, options: { id, url, extra: {} }, delayMs: 0, ...change } satisfies ConfiguredSource
}

/** Runs a whole crawl as the command does: real client, real store, 127.0.0.1 allowed. */
export async function testCrawl(test: TestCrawl): Promise<{
  readonly summaries: readonly SourceRunSummary[]
  readonly database: VigieDatabase
}> {
  const { database = memoryDatabase(), clock = realClock, today = '2026-11-20' } = test
  for (const { options } of test.sources) addSource(database, options.id)
  const run = new CrawlRun(database, {
    kind: 'crawl',
    seenOnDate: today,
    version: 'test',
    prepare: test.prepare ?? ((draft) => draft),
    now: () => clock.now(),
  })
  const hostClock = test.hostClock ?? new SqliteHostClock(database, { delayMs: 0 })
  const summaries = await crawl({
    sources: test.sources,
    clock,
    hostClock,
    hostFiles: new SqliteHostFileCache(database),
    client: new HttpClient({
      version: '0.0.0',
      contact: 'https://example.org/robot',
      clock,
      allowedHosts: ['127.0.0.1'],
      ...test.client,
    }),
    today,
    openSource: (id) => run.openSource(id),
    onSourceEnd: (summary) => run.finishSource(summary),
    ...test.crawl,
  })
  if (!summaries.some(({ outcome }) => outcome === 'interrupted')) run.finish()
  return { summaries, database }
}

export function count(database: VigieDatabase, sql: string): number {
  return Number(database.prepare(sql).pluck().get())
}
