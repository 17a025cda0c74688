import type { VigieDatabase } from '../open-database.ts'

/** The last instant at which a run of this database began or ended, epoch milliseconds; null before the first. */
export function readLastTime(database: VigieDatabase): number | null {
  const iso = database
    .prepare<[], string | null>(
      `SELECT MAX(MAX(started_at, COALESCE(finished_at, ''))) FROM run WHERE kind <> 'import'`,
    )
    .pluck()
    .get()
  return iso === null || iso === undefined ? null : Date.parse(iso)
}
