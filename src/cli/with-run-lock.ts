import { DatabaseUnusableError } from '../store/database-unusable-error.ts'
import { takeRunLock } from '../store/run-lock.ts'
import { EXIT } from './exit-code.ts'
import { UserError } from './user-error.ts'

/**
 * Runs `work` as the only writer of a database.
 *
 * @throws UserError with exit code 75 when another process holds the lock.
 * @throws DatabaseUnusableError when the disk fills up, or the file may not be written or does not answer.
 */
export async function withRunLock<Result>(databasePath: string, work: () => Promise<Result>): Promise<Result> {
  return orUnusable(databasePath, async () => {
    const lock = takeRunLock(databasePath)
    if ('heldBy' in lock) {
      const who = lock.heldBy === null ? 'Another vigie' : `Another vigie (process ${lock.heldBy})`
      throw new UserError(`${who} is working on ${databasePath}. Wait for it, or stop it: its work is kept.`, {
        exitCode: EXIT.alreadyRunning,
      })
    }
    try {
      return await work()
    } finally {
      lock.release()
    }
  })
}

async function orUnusable<Result>(databasePath: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw DatabaseUnusableError.isCause(error) ? DatabaseUnusableError.from(error, databasePath) : error
  }
}
