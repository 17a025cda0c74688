import { UnlimitedHostClock } from '../../../bench/crawl/unlimited-host-clock.ts'
import { configured, memoryDatabase, testCrawl } from './test-crawl.ts'
import { toySource } from './toy-source.ts'

// A crawl in a process of its own, for tests that kill it: node killed-crawl.ts ORIGIN DATABASE IN_FLIGHT
const [origin = '', path = '', inFlight = '1'] = process.argv.slice(2)
process.once('message', async () => {
  const database = memoryDatabase(path)
  const hostClock = new UnlimitedHostClock(Number(inFlight))
  const connectionsPerHost = Number(inFlight)
  const sources = [configured('a', toySource(), `${origin}/`)]
  await testCrawl({ sources, database, hostClock, client: { connectionsPerHost }, crawl: { concurrency: 16 } })
  database.close()
  process.exit(0)
})
process.send?.('ready')
