import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openExistingStore } from '../../src/cli/open-store.ts'
import { judgeStage } from '../../src/cli/stages/report-stage.ts'
import { stageReport } from '../../src/cli/stages/write-report.ts'
import { toSnapshotRecord } from '../../src/report/to-snapshot-record.ts'
import { storeSnapshot } from '../../src/store/statistics/store-snapshot.ts'

/*
 * What `vigie report` does once the ads are read: judges all claims, stores the snapshot, writes HTML, Markdown and JSON.
 * `tsx bench/report/report-once.ts DATABASE FOLDER`; prints its times and sizes as one line of JSON.
 */
const [path = '', folder = ''] = process.argv.slice(2)
const start = performance.now()
const database = openExistingStore(path)
const model = judgeStage(database, {
  snapshotId: '2026-02-01',
  asOfDate: '2026-02-01',
  window: 365,
  coverage: { least: 0, sourceIds: [] },
  readerVersion: 'bench',
})
storeSnapshot(database, toSnapshotRecord(model))
const judged = performance.now()
stageReport(model, { folder, lang: 'fr', index: '../index.html' }).publish()
database.close()
const ended = performance.now()
const { user, system } = process.cpuUsage()
const verdicts: Record<string, number> = {}
for (const { verdict } of model.verdicts) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
console.log(
  JSON.stringify({
    seconds: (ended - start) / 1000,
    writing: (ended - judged) / 1000,
    processor: (user + system) / 1e6,
    claims: model.verdicts.length,
    verdicts,
    megabytes: Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size / 1e6])),
  }),
)
