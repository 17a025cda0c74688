import type { VigieDatabase } from '../open-database.ts'

/**
 * Does work with the checks of foreign keys off: for millions of rows whose parent the same transaction has just
 * inserted, looking it up for each takes longer than writing them. Within a transaction SQLite keeps the checks as they
 * are, so the work must begin its own.
 */
export function withoutForeignKeys(db: VigieDatabase, work: () => void): void {
  db.pragma('foreign_keys = OFF')
  try {
    work()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
