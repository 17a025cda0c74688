import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UnlimitedHostClock } from '../../../bench/crawl/unlimited-host-clock.ts'
import { type Loopback, startLoopback } from './loopback.ts'
import { configured, count, memoryDatabase, testCrawl } from './test-crawl.ts'
import { toySource } from './toy-source.ts'

const ADS = 400
const PAGES = ADS + 1
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed)

/** A listing and 400 ads; `onPage` is told how many pages were asked for. */
function startSite(onPage: (asked: number) => void): Promise<Loopback> {
  const listing = Array.from({ length: ADS }, (_, index) => `page /ad/${index}`).join('\n')
  let asked = 0
  return startLoopback(({ path }, response) => {
    asked += 1
    onPage(asked)
    setTimeout(() => response.end(path === '/' ? listing : `ad ${path}`), 1)
  })
}

/** The same moments for the same seed. */
function random(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

async function startChild(origin: string, database: string, inFlight: number): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'killed-crawl.ts')
  const child = fork(script, [origin, database, String(inFlight)], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  child.send('go')
  return child
}

describe('kill -9 at a random moment, then the same command', () => {
  it.each(SEEDS)(
    'seed %i: every page is fetched, none is stored twice, at most what was in flight is repeated',
    {
      timeout: 60_000,
    },
    async (seed) => {
      const next = random(seed)
      const inFlight = seed % 2 === 0 ? 1 : 16
      // Not among the very last pages: the process might end before it is killed.
      const killAt = 1 + Math.floor(next() * (PAGES - 20))
      const folder = mkdtempSync(join(tmpdir(), 'vigie-kill-'))
      const path = join(folder, 'vigie.sqlite')
      let child: ChildProcess | null = null
      const server = await startSite((asked) => {
        if (asked === killAt) setTimeout(() => child?.kill('SIGKILL'), next() * 3)
      })
      child = await startChild(server.origin, path, inFlight)
      const [, signal] = await once(child, 'exit')
      expect(signal).toBe('SIGKILL')

      const started = Date.now()
      const before = server.seen.length
      const database = memoryDatabase(path)
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      const stored = count(database, 'SELECT COUNT(*) FROM capture')
      const { summaries } = await testCrawl({
        sources: [configured('a', toySource(), `${server.origin}/`)],
        database,
        hostClock: new UnlimitedHostClock(inFlight),
        client: { connectionsPerHost: inFlight },
        crawl: { concurrency: 16 },
      })
      expect((server.seen[before]?.at ?? started) - started).toBeLessThan(2_000)
      expect(summaries).toMatchObject([{ outcome: 'complete', pages: PAGES, postingsFound: ADS }])
      expect(new Set(server.pages()).size).toBe(PAGES)
      expect(server.pages().length - PAGES).toBeLessThanOrEqual(inFlight)
      expect(count(database, 'SELECT COUNT(*) FROM capture')).toBe(PAGES)
      expect(count(database, 'SELECT COUNT(DISTINCT url) FROM capture')).toBe(PAGES)
      expect(count(database, 'SELECT COUNT(*) FROM posting')).toBe(ADS)
      expect(count(database, 'SELECT COUNT(*) FROM sighting')).toBe(ADS)
      expect(count(database, 'SELECT COUNT(*) FROM run')).toBe(1)
      expect(stored).toBeLessThan(PAGES)
      expect(summaries[0]?.accounting.find(({ stage }) => stage === 'parse')).toMatchObject({ in: ADS, out: ADS })
      database.close()
      await server.close()
      rmSync(folder, { recursive: true })
    },
  )
})
