import type { VigieDatabase } from '../open-database.ts'

/**
 * The last instant that the newest run of this database noted, epoch milliseconds; null before the first. Only the newest
 * counts: a run by a clock that was ahead is known about once the next one has begun.
 */
export function readLastTime(database: VigieDatabase): number | null {
  const iso = database
    .prepare<[], string | null>(
      `SELECT COALESCE(finished_at, started_at) FROM run WHERE kind <> 'import' ORDER BY run_id DESC LIMIT 1`,
    )
    .pluck()
    .get()
  return iso === null || iso === undefined ? null : Date.parse(iso)
}
