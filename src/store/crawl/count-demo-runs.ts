import type { VigieDatabase } from '../open-database.ts'

/** How many nights of the sample market a database has seen to their end, begun at all, and begun on a given day. */
export function countDemoRuns(
  database: VigieDatabase,
  day?: string,
): { readonly completed: number; readonly begun: number; readonly begunOnDay: number } {
  return (
    database
      .prepare<[string | null], { completed: number; begun: number; begunOnDay: number }>(
        `SELECT COALESCE(SUM(finished_at IS NOT NULL), 0) AS completed, COUNT(*) AS begun,
           COALESCE(SUM(seen_on_date = ?), 0) AS begunOnDay
         FROM run WHERE kind = 'demo'`,
      )
      .get(day ?? null) ?? { completed: 0, begun: 0, begunOnDay: 0 }
  )
}
