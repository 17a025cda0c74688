import type { VigieDatabase } from '../open-database.ts'

/** Snapshots made last, whose vacancies are kept whatever their day. */
export const LAST_MADE_KEPT = 3

/**
 * Drops the vacancies behind the verdicts of snapshots that are neither among the three made last nor the last of
 * their month: a snapshot every night would hold the whole market once a night. Verdicts and figures stay, and the same day
 * can be judged again. Returns how many snapshots lost their vacancies.
 */
export function pruneSamples(database: VigieDatabase): number {
  const over = database
    .prepare<{ kept: number }, string>(`
      WITH ranked AS (
        SELECT snapshot_id,
          ROW_NUMBER() OVER (ORDER BY rowid DESC) AS age,
          ROW_NUMBER() OVER (
            PARTITION BY substr(as_of_date, 1, 7) ORDER BY as_of_date DESC, length(snapshot_id) DESC, snapshot_id DESC
          ) AS age_in_month
        FROM snapshot
      )
      SELECT snapshot_id FROM ranked
      WHERE age > :kept AND age_in_month > 1
        AND EXISTS (SELECT 1 FROM verdict_vacancy v WHERE v.snapshot_id = ranked.snapshot_id)`)
    .pluck()
    .all({ kept: LAST_MADE_KEPT })
  const drop = database.prepare('DELETE FROM verdict_vacancy WHERE snapshot_id = ?')
  database.transaction(() => {
    for (const snapshotId of over) drop.run(snapshotId)
  })()
  return over.length
}
