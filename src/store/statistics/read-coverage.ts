import type { VigieDatabase } from '../open-database.ts'

/** Nights, the day itself included, in which a source must have been read completely once to count as covered. */
export const COVERAGE_DAYS = 7

/** Which of the configured sources have been read completely of late. */
export interface Coverage {
  /** Share (0–1) of the configured sources. */
  readonly share: number
  readonly configured: number
  /** Ids of those without a complete run. */
  readonly missing: readonly string[]
}

/**
 * Coverage on a day, by the runs of the last `COVERAGE_DAYS`; null where it says nothing: no source is configured, or
 * the database was never filled by a crawl.
 */
export function readCoverage(db: VigieDatabase, asOfDate: string, sourceIds: readonly string[]): Coverage | null {
  const isCrawled = db.prepare(`SELECT 1 FROM run WHERE kind <> 'import' LIMIT 1`).get() !== undefined
  if (sourceIds.length === 0 || !isCrawled) return null
  const complete = new Set(
    db
      .prepare<{ day: string; days: string }, string>(`
        SELECT DISTINCT rs.source_id FROM run_source rs JOIN run r USING (run_id)
        WHERE rs.outcome = 'complete' AND r.seen_on_date <= :day AND r.seen_on_date > date(:day, :days)`)
      .pluck()
      .all({ day: asOfDate, days: `-${COVERAGE_DAYS} days` }),
  )
  const missing = sourceIds.filter((id) => !complete.has(id))
  return { share: 1 - missing.length / sourceIds.length, configured: sourceIds.length, missing }
}
