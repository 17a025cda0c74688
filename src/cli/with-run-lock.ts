import { takeRunLock } from '../store/run-lock.ts'
import { EXIT } from './exit-code.ts'
import { UserError } from './user-error.ts'

/**
 * Runs `work` as the only writer of a database.
 *
 * @throws UserError with exit code 75 when another process holds the lock.
 */
export async function withRunLock<Result>(databasePath: string, work: () => Promise<Result>): Promise<Result> {
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
}
