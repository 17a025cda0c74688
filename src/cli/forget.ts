import { isoDay } from '../domain/clock.ts'
import { countMentions } from '../store/privacy/count-mentions.ts'
import { forget } from '../store/privacy/forget.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openExistingStore } from './open-store.ts'
import { counted, say, sayJson } from './say.ts'
import { systemClock } from './system-clock.ts'
import { UserError } from './user-error.ts'
import { withRunLock } from './with-run-lock.ts'

/** Ads in which one person may stand; beyond it the words are rather a name of many, or no name at all. */
const MOST_OF_ONE_PERSON = 50

interface ForgetOptions extends GlobalOptions {
  readonly yes?: boolean
}

/** `vigie forget PATTERN`: removes a posting (by address or reference) or a person (by words) everywhere. */
export async function runForget(options: ForgetOptions, [pattern = '']: readonly string[]): Promise<ExitCode> {
  if (pattern.trim().length < 3)
    throw new UserError('Give at least three characters to forget: a name, an address, a reference.')
  const config = readConfig(options)
  const database = openExistingStore(config.database)
  try {
    return await withRunLock(config.database, async () => {
      const mentions = countMentions(database, pattern)
      if (mentions === null) throw new UserError(`Nothing to forget: ${pattern} holds no word.`)
      if (mentions > MOST_OF_ONE_PERSON && options.yes !== true) {
        throw new UserError(
          `${counted(mentions, 'ad')} hold these words: more than one person would stand in. They would be erased for good; add --yes if that is meant.`,
        )
      }
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
