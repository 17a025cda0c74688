import { RunLedger } from '../../../src/store/crawl/run-ledger.ts'
import { SqliteFrontier } from '../../../src/store/crawl/sqlite-frontier.ts'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { addSource, memoryDatabase } from '../../scrapers/http/test-crawl.ts'

/** A run of one source with an empty queue. */
export function openFrontier(database: VigieDatabase = memoryDatabase()) {
  addSource(database, 'a')
  const ledger = new RunLedger(database)
  const runId = ledger.startRun({ kind: 'crawl', seenOnDate: '2026-11-20', startedAt: 0, version: 'test' })
  const { runSourceId } = ledger.startSource(runId, 'a', 0)
  return { database, ledger, runSourceId, frontier: new SqliteFrontier(database, runSourceId) }
}
