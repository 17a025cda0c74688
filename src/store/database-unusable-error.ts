import { join } from 'node:path'
import { whyUnwritable } from '../domain/file-fault.ts'

/** The database file cannot be used; the message says what, why and what to do. A mistake of the user, not a bug. */
export class DatabaseUnusableError extends Error {
  override readonly name = 'DatabaseUnusableError'

  /** Wraps what SQLite said of a file. */
  static from(cause: unknown, path: string): DatabaseUnusableError {
    if (cause instanceof DatabaseUnusableError) return cause
    return new DatabaseUnusableError(`Cannot use the database ${path}: ${whyUnwritable(cause)}. ${adviceFor(cause)}`, {
      cause,
    })
  }

  /** There is a folder where the file should be. */
  static folder(path: string): DatabaseUnusableError {
    return new DatabaseUnusableError(
      `Cannot use the database ${path}: it is a folder. Name the file in it, e.g. ${join(path, 'vigie.sqlite')}.`,
    )
  }

  /** True for what the disk, the rights or another program do to a file: no mistake of vigie's own. */
  static isCause(error: unknown): boolean {
    return error instanceof Error && error.name === 'SqliteError' && knownAdvice(error) !== undefined
  }

  /** The file was written by a newer version of vigie. */
  static newer(path: string, found: number, known: number): DatabaseUnusableError {
    return new DatabaseUnusableError(
      `The database ${path} has schema ${found}, this vigie knows schemas up to ${known}. Update vigie, or name another file.`,
    )
  }

  /** The file must be migrated but was opened read-only. */
  static older(path: string, found: number, known: number): DatabaseUnusableError {
    return new DatabaseUnusableError(
      `The database ${path} has schema ${found}, older than ${known}. Run any writing command (vigie run, vigie classify) once to migrate it.`,
    )
  }

  /** The file is an SQLite database, but of another program. */
  static foreign(path: string): DatabaseUnusableError {
    return new DatabaseUnusableError(
      `The database ${path} belongs to another program: it holds tables but is not marked as vigie's. It was left as it is; name another file.`,
    )
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'It is no SQLite database, or its head is damaged: restore it from a backup, or name another file.',
  SQLITE_CORRUPT: 'It is damaged: restore it from a backup, or save what can be read with sqlite3 FILE .recover.',
  SQLITE_BUSY: 'Another program is writing to it: wait until it is done, then try again.',
  SQLITE_FULL: 'The disk is full: make room, then run the same command again; what was written before is safe.',
  SQLITE_READONLY: 'You may not write to it: check the rights of the file and its folder.',
  SQLITE_CANTOPEN: 'It does not exist or you may not read it: check the path and the rights.',
  SQLITE_IOERR_WRITE:
    'Nothing more can be written: a limit, a quota or a failing disk. Make room or lift the limit, then run the same command again; what was written before is safe.',
  SQLITE_IOERR: 'The disk does not answer as it should: check it, then restore the file from a backup.',
}
const FALLBACK = 'Restore it from a backup, or name another file.'

function adviceFor(cause: unknown): string {
  const isOfSqlite = cause instanceof Error && cause.name === 'SqliteError'
  return knownAdvice(cause) ?? (isOfSqlite ? FALLBACK : 'Name another file.')
}

function knownAdvice(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return Object.entries(ADVICE).find(([known]) => code.startsWith(known))?.[1]
}
