import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openExistingStore } from './open-store.ts'
import { ProgressLine } from './progress-line.ts'
import { counted, say, sayJson } from './say.ts'
import { classifyStage } from './stages/classify-stage.ts'
import { systemClock } from './system-clock.ts'
import { withRunLock } from './with-run-lock.ts'

/** `vigie classify [--all]`: reads stored postings again without fetching them. */
export async function runClassify(options: GlobalOptions & { readonly all?: boolean }): Promise<ExitCode> {
  const config = readConfig(options)
  const database = openExistingStore(config.database)
  try {
    return await withRunLock(config.database, async () => {
      const line = new ProgressLine(options.quiet === true)
      const summary = classifyStage(database, {
        all: options.all === true,
        clock: systemClock,
        onProgress: (done, total) => line.show(`reading ${done}/${total}`),
      })
      line.clear()
      if (options.json === true) sayJson(summary)
      else
        say(
          `${counted(summary.read, 'ad')} read, ${counted(summary.vacancies, 'vacancy', 'vacancies')} (reader ${summary.version})`,
        )
      return EXIT.ok
    })
  } finally {
    database.close()
  }
}
