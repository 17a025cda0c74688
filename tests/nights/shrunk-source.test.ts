import { expect, it } from 'vitest'
import { useServers } from '../scrapers/http/servers.ts'
import { configured, count, memoryDatabase, testCrawl } from '../scrapers/http/test-crawl.ts'
import { toySource } from '../scrapers/http/toy-source.ts'

const serve = useServers()

it('a source that has shrunk for good fails three nights, is believed on the fourth, and its lost ads are gone then', async () => {
  let ads = 20
  const server = await serve((_, response) =>
    response.end(Array.from({ length: ads }, (_, index) => `ad ${index}`).join('\n')),
  )
  const database = memoryDatabase()
  const outcomes: string[] = []
  const gone: number[] = []
  for (let night = 1; night <= 11; night += 1) {
    if (night > 4) ads = 8
    const sources = [configured('a', toySource(), `${server.origin}/`)]
    const { summaries } = await testCrawl({ sources, database, today: `2026-11-${String(night).padStart(2, '0')}` })
    outcomes.push(summaries[0]?.outcome ?? 'none')
    gone.push(count(database, 'SELECT COUNT(*) FROM posting WHERE gone_on_date IS NOT NULL'))
  }
  const complete = (times: number) => Array.from({ length: times }, () => 'complete')
  expect(outcomes).toEqual([...complete(4), 'failed', 'failed', 'failed', ...complete(4)])
  expect(gone, 'failed nights say nothing; two complete ones do').toEqual([0, 0, 0, 0, 0, 0, 0, 0, 12, 12, 12])
})
