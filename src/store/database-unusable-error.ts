/** The database file cannot be used; the message says what, why and what to do. A mistake of the user, not a bug. */
export class DatabaseUnusableError extends Error {
  override readonly name = 'DatabaseUnusableError'

  /** Wraps what SQLite said of a file. */
  static from(cause: unknown, path: string): DatabaseUnusableError {
    if (cause instanceof DatabaseUnusableError) return cause
    const why = cause instanceof Error ? cause.message : String(cause)
    return new DatabaseUnusableError(
      `Cannot use the database ${path}: ${why}. Restore it from a backup, or name another file.`,
      { cause },
    )
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
}
