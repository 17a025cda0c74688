import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Held while a run writes; the kernel lets go of it when the process dies, so it can never be stale. */
export interface RunLock {
  release(): void
}

/** Path of the lock of a database. */
export function lockPathOf(databasePath: string): string {
  return `${databasePath}.lock`
}

/**
 * Takes the one lock of a database (`<file>.lock`), a write transaction kept open on an empty database of its own:
 * unlike a file with a process id in it, it cannot outlive its owner and needs no take-over.
 *
 * @returns the lock, or the process id of its holder (null when unknown).
 */
export function takeRunLock(databasePath: string): RunLock | { readonly heldBy: number | null } {
  const path = lockPathOf(databasePath)
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('BEGIN IMMEDIATE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return { heldBy: readHolder(path) }
    throw error
  }
  noteHolder(path)
  held.add(lock)
  return {
    release: () => {
      held.delete(lock)
      lock.close()
    },
  }
}

/** Only for the message to others: a full disk must not keep a run from saying so itself. */
function noteHolder(path: string): void {
  try {
    writeFileSync(`${path}.pid`, `${process.pid}\n`)
  } catch {
    // The lock holds without it.
  }
}

/** Locks held by this process: one that only its holder's closure knows could be collected, and so let go. */
const held = new Set<Database.Database>()

function readHolder(path: string): number | null {
  try {
    const pid = Number(readFileSync(`${path}.pid`, 'utf8').trim())
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}
