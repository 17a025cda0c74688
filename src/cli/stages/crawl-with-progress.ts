import type { Clock } from '../../domain/clock.ts'
import type { CrawlProgress } from '../../scrapers/progress.ts'
import type { VigieDatabase } from '../../store/open-database.ts'
import type { Config } from '../config/config.ts'
import { progressText } from '../crawl-summary.ts'
import { ProgressLine } from '../progress-line.ts'
import { type CrawlStageOptions, type CrawlStageSummary, crawlStage } from './crawl-stage.ts'

/** What `crawlWithProgress` needs to know beside the stage's own options. */
export interface CrawlWithProgressOptions extends Omit<CrawlStageOptions, 'say' | 'signal' | 'onProgress'> {
  readonly clock: Clock
  readonly quiet: boolean
}

/** Runs the crawl with a progress line on stderr; the first SIGINT or SIGTERM ends it after the requests in flight. */
export async function crawlWithProgress(
  database: VigieDatabase,
  config: Config,
  options: CrawlWithProgressOptions,
): Promise<CrawlStageSummary> {
  const line = new ProgressLine(options.quiet)
  const states = new Map<string, CrawlProgress>()
  const abort = new AbortController()
  const stop = (): void => {
    line.clear()
    process.stderr.write('vigie: stopping after the requests in flight; the same command goes on from there\n')
    abort.abort()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await crawlStage(database, config, {
      ...options,
      signal: abort.signal,
      onProgress: (progress) => {
        states.set(progress.sourceId, progress)
        line.show(progressText(states))
      },
      say: (text) => {
        line.clear()
        process.stderr.write(`${text}\n`)
      },
    })
  } finally {
    line.clear()
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}
