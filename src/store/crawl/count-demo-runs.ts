import type { VigieDatabase } from '../open-database.ts'

/** How many nights of the sample market a database has seen to their end, and how many runs were begun on a given day. */
export function countDemoRuns(
  database: VigieDatabase,
  day?: string,
): { readonly completed: number; readonly begunOnDay: number } {
  return (
    database
      .prepare<[string | null], { completed: number; begunOnDay: number }>(
        `SELECT COALESCE(SUM(finished_at IS NOT NULL), 0) AS completed,
           COALESCE(SUM(seen_on_date = ?), 0) AS begunOnDay
         FROM run WHERE kind = 'demo'`,
      )
      .get(day ?? null) ?? { completed: 0, begunOnDay: 0 }
  )
}
