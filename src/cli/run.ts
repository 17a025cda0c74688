import { join } from 'node:path'
import { isoDay } from '../domain/clock.ts'
import { readConfig } from './config/read-config.ts'
import { crawlExitCode, saySources } from './crawl-summary.ts'
import { environmentSecret } from './environment-secret.ts'
import type { ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openStore } from './open-store.ts'
import { freeSnapshotId, sayReport, summaryOf } from './report.ts'
import { say, sayJson } from './say.ts'
import { classifyStage } from './stages/classify-stage.ts'
import { crawlWithProgress } from './stages/crawl-with-progress.ts'
import { reportStage } from './stages/report-stage.ts'
import { writeIndex, writeReport } from './stages/write-report.ts'
import { systemClock } from './system-clock.ts'
import { withRunLock } from './with-run-lock.ts'

/** `vigie run`: the whole night, from the crawl to the report. */
export async function runNight(options: GlobalOptions & { readonly lang?: 'fr' | 'en' }): Promise<ExitCode> {
  const config = readConfig(options)
  const database = openStore(config.database)
  try {
    return await withRunLock(config.database, async () => {
      const crawled = await crawlWithProgress(database, config, {
        ...{ kind: 'crawl', clock: systemClock, quiet: options.quiet === true, readSecret: environmentSecret },
      })
      const classified = classifyStage(database, { all: false, clock: systemClock })
      const asOfDate = isoDay(systemClock.now())
      const snapshotId = freeSnapshotId(database, asOfDate, config.reports)
      const model = reportStage(database, {
        ...{ snapshotId, asOfDate, window: 365, sampleData: false, readerVersion: classified.version },
      })
      const lang = options.lang ?? config.language
      const { html } = writeReport(model, join(config.reports, snapshotId), lang)
      writeIndex(config.reports, lang)
      if (options.json === true) sayJson({ ...summaryOf(model), sources: crawled.sources, classified, report: html })
      else {
        saySources(crawled.sources)
        say('')
        sayReport(model, html)
      }
      return crawlExitCode(crawled.sources)
    })
  } finally {
    database.close()
  }
}
