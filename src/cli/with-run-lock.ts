import { existsSync } from 'node:fs'
import { DatabaseUnusableError } from '../store/database-unusable-error.ts'
import { lockPathOf, takeRunLock } from '../store/run-lock.ts'
import { EXIT } from './exit-code.ts'
import { UserError } from './user-error.ts'

/**
 * Turns a run away whose database another one works on, before it takes the trouble to load what it would need.
 *
 * @throws UserError with exit code 75 when another process holds the lock.
 */
export function turnAwayIfLocked(databasePath: string): void {
  const lock = tryLock(databasePath)
  if (lock === null) return
  if ('heldBy' in lock) throw alreadyRunning(databasePath, lock.heldBy)
  lock.release()
}

/** Null when there is no lock to look at, or none that can be: whoever takes it in earnest will say so. */
function tryLock(databasePath: string): ReturnType<typeof takeRunLock> | null {
  try {
    return existsSync(lockPathOf(databasePath)) ? takeRunLock(databasePath) : null
  } catch {
    return null
  }
}

/**
 * Runs `work` as the only writer of a database.
 *
 * @throws UserError with exit code 75 when another process holds the lock.
 * @throws DatabaseUnusableError when the disk fills up, or the file may not be written or does not answer.
 */
export async function withRunLock<Result>(databasePath: string, work: () => Promise<Result>): Promise<Result> {
  return orUnusable(databasePath, async () => {
    const lock = takeRunLock(databasePath)
    if ('heldBy' in lock) throw alreadyRunning(databasePath, lock.heldBy)
    try {
      return await work()
    } finally {
      lock.release()
    }
  })
}

function alreadyRunning(databasePath: string, holder: number | null): UserError {
  const who = holder === null ? 'Another vigie' : `Another vigie (process ${holder})`
  return new UserError(`${who} is working on ${databasePath}. Wait for it, or stop it: its work is kept.`, {
    exitCode: EXIT.alreadyRunning,
  })
}

async function orUnusable<Result>(databasePath: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw DatabaseUnusableError.isCause(error) ? DatabaseUnusableError.from(error, databasePath) : error
  }
}
