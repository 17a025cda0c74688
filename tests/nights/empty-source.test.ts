import { expect, it } from 'vitest'
import { crawlExitCode } from '../../src/cli/crawl-summary.ts'
import { EXIT } from '../../src/cli/exit-code.ts'
import { useServers } from '../scrapers/http/servers.ts'
import { configured, count, memoryDatabase, testCrawl } from '../scrapers/http/test-crawl.ts'
import { toySource } from '../scrapers/http/toy-source.ts'

const serve = useServers()

/** So many nights of one source; `adsOf` says how many ads its listing names on each. */
async function nights(many: number, adsOf: (night: number) => number, mayBeEmpty = true) {
  let ads = 0
  const server = await serve((_, response) =>
    response.end(Array.from({ length: ads }, (_each, index) => `ad ${index}`).join('\n')),
  )
  const database = memoryDatabase()
  const postings = { min: 1, max: 1_000, ...(mayBeEmpty ? { mayBeEmpty } : {}) } as const
  const assertions = { postings, fillRate: {} }
  const found = []
  for (let night = 1; night <= many; night += 1) {
    ads = adsOf(night)
    const sources = [configured('a', toySource({ assertions }), `${server.origin}/`)]
    const { summaries } = await testCrawl({ sources, database, today: `2026-11-${String(night).padStart(2, '0')}` })
    const gone = count(database, 'SELECT COUNT(*) FROM posting WHERE gone_on_date IS NOT NULL')
    const empty = count(database, `SELECT COUNT(*) FROM issue WHERE code = 'site-empty' AND severity = 'warning'`)
    found.push({ outcome: summaries[0]?.outcome, exit: crawlExitCode(summaries), gone, warnings: empty })
  }
  return found
}

it('a board that is empty for good fails three nights, is believed on the fourth, and its ads are gone on the fifth', async () => {
  const found = await nights(10, (night) => (night <= 2 || night === 9 ? 3 : 0))
  const outcomes = found.map(({ outcome }) => outcome)
  const [good, bad] = ['complete', 'failed']
  // The ninth night has ads again; the tenth is learnt anew.
  expect(outcomes).toEqual([good, good, bad, bad, bad, good, good, good, good, bad])
  expect(found.map(({ gone }) => gone)).toEqual([0, 0, 0, 0, 0, 0, 3, 3, 0, 0])
  expect(found.map(({ warnings }) => warnings)).toEqual([0, 0, 0, 0, 0, 1, 2, 3, 3, 3])
  expect(found.map(({ exit }) => exit)).toEqual(
    outcomes.map((outcome) => (outcome === 'complete' ? EXIT.ok : EXIT.nothing)),
  )
})

it('a new board that has no ad yet is believed after three nights', async () => {
  const found = await nights(5, () => 0)
  expect(found.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed', 'complete', 'complete'])
})

it('a source that always has ads, or may have moved them, is never believed to have none', async () => {
  const found = await nights(7, (night) => (night <= 2 ? 30 : 0), false)
  expect(found.slice(2).every(({ outcome, gone }) => outcome === 'failed' && gone === 0)).toBe(true)
})
