import { isoDay } from '../domain/clock.ts'
import { forget } from '../store/privacy/forget.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openExistingStore } from './open-store.ts'
import { counted, say, sayJson } from './say.ts'
import { systemClock } from './system-clock.ts'
import { UserError } from './user-error.ts'
import { withRunLock } from './with-run-lock.ts'

/** `vigie forget PATTERN`: removes a posting (by address or reference) or a person (by words) everywhere. */
export async function runForget(options: GlobalOptions, [pattern = '']: readonly string[]): Promise<ExitCode> {
  if (pattern.trim().length < 3)
    throw new UserError('Give at least three characters to forget: a name, an address, a reference.')
  const config = readConfig(options)
  const database = openExistingStore(config.database)
  try {
    return await withRunLock(config.database, async () => {
      const summary = forget(database, pattern, isoDay(systemClock.now()))
      if (options.json === true) sayJson(summary)
      else {
        say(
          `forgotten     ${counted(summary.postings, 'posting')}, ${counted(summary.values, 'value')}, ${counted(summary.captures, 'captured page')}`,
        )
        if (summary.copies.length > 0)
          say(`still held by ${summary.copies.join(', ')}: copies made before a migration, delete them by hand`)
        if (summary.logKept)
          say('still held by the write-ahead log: another program reads the database. End it, then run this once more')
        say('Reports and exports written earlier are files of your own: write them again.')
      }
      return summary.postings + summary.values + summary.captures === 0 ? EXIT.nothing : EXIT.ok
    })
  } finally {
    database.close()
  }
}
