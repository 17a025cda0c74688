import type { CrawlRequest, ParsedPage } from '../../src/domain/crawl.ts'
import { EMPTY_POSTING } from '../../src/domain/posting.ts'
import { crawl } from '../../src/scrapers/crawl.ts'
import { HttpClient } from '../../src/scrapers/http/http-client.ts'
import { decodeBody } from '../../src/scrapers/shapes/decode-body.ts'
import type { SourceType } from '../../src/scrapers/source-contract.ts'
import { CrawlRun } from '../../src/store/crawl/crawl-run.ts'
import { SqliteHostFileCache } from '../../src/store/crawl/sqlite-host-file-cache.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { UnlimitedHostClock } from './unlimited-host-clock.ts'

// One crawl of the benchmark's site as the product does it, with captures and postings stored; only the throttle is off.
const [origin = '', path = '', migrationsFolder = ''] = process.argv.slice(2)
const OPEN = '<script type="application/ld+json">'

function get(url: string, purpose: CrawlRequest['purpose']): CrawlRequest {
  return {
    ...{ key: `GET ${url}`, url, method: 'GET', body: null, headers: {}, purpose },
    via: 'http',
    depth: 0,
    context: {},
  }
}

const type: SourceType = {
  sheet: {
    ...{ id: 'bench', name: 'Bench', kind: 'employer', homePage: origin, terms: '-', permission: '-', keeps: 'text' },
    ...{ delayMs: 0, assertions: { postings: { min: 1, max: 1e9 }, fillRate: { title: 1, description: 1 } } },
  },
  options: {},
  seeds: () => [get(`${origin}/list`, 'listing')],
  parse(capture, request): ParsedPage {
    const body = decodeBody(capture)
    const text = body.kind === 'text' ? body.text : ''
    const page = { postings: [], skipped: [], follow: [], issues: [], rung: 'json-ld' } as const
    if (request.purpose === 'listing') {
      return { ...page, follow: text.split('\n').map((link) => get(origin + link, 'posting')) }
    }
    const start = text.indexOf(OPEN) + OPEN.length
    const ad = JSON.parse(text.slice(start, text.indexOf('</script>', start))) as Record<string, string>
    const { title = '', description = '' } = ad
    return { ...page, postings: [{ ...EMPTY_POSTING, extId: request.url.slice(origin.length), title, description }] }
  },
}

const database = openDatabase({ path, migrationsFolder })
database
  .prepare(`INSERT INTO source (source_id, source_type, name, kind, terms, permission, keeps)
    VALUES ('bench', 'bench', 'Bench', 'employer', '-', '-', 'text')`)
  .run()
const clock = { now: () => Date.now(), sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) }
const options = { kind: 'crawl', seenOnDate: '2026-11-20', version: 'bench' } as const
const run = new CrawlRun(database, { ...options, now: clock.now, prepare: (draft) => draft })
const [started, cpu] = [performance.now(), process.cpuUsage()]
const [summary] = await crawl({
  sources: [{ type, options: { id: 'bench', url: `${origin}/list`, extra: {} }, delayMs: 0 }],
  clock,
  hostClock: new UnlimitedHostClock(16),
  hostFiles: new SqliteHostFileCache(database),
  client: new HttpClient({
    ...{ version: '0', contact: 'bench', clock, allowedHosts: ['127.0.0.1'], connectionsPerHost: 16 },
  }),
  concurrency: 16,
  today: '2026-11-20',
  openSource: (id) => run.openSource(id),
  onSourceEnd: (ended) => run.finishSource(ended),
})
run.finish()
const ms = performance.now() - started
const spent = process.cpuUsage(cpu)
const cpuMs = (spent.user + spent.system) / 1_000
const { pages = 0, postingsFound = 0, outcome, explanation } = summary ?? {}
process.stdout.write(
  JSON.stringify({ ms, cpuMs, pages, postingsFound, outcome, explanation, maxRssKb: process.resourceUsage().maxRSS }),
)
database.close()
