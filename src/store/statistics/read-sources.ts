import { RUN_OUTCOMES, type RunOutcome } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'

/** One source with its last run and its postings as of a day. */
export interface SourceState {
  readonly sourceId: string
  readonly name: string
  readonly kind: string
  readonly permission: string
  readonly lastRunAt: string | null
  readonly outcome: RunOutcome | null
  readonly explanation: string | null
  readonly postings: number
  readonly postingsNew: number
  readonly postingsGone: number
}

/** States of all sources on a day, in the order of their ids. */
export function readSources(db: VigieDatabase, asOfDate: string): readonly SourceState[] {
  const rows = db
    .prepare<{ day: string }, Omit<SourceState, 'outcome'> & { readonly outcome: string | null }>(
      `WITH last AS (
         SELECT rs.source_id, MAX(rs.run_source_id) AS run_source_id
         FROM run_source rs JOIN run r USING (run_id)
         WHERE r.seen_on_date <= :day AND rs.outcome <> 'running' GROUP BY rs.source_id
       ), counted AS (
         SELECT source_id, COUNT(*) AS postings, SUM(gone_on_date <= :day) AS gone
         FROM posting WHERE first_seen_on_date IS NULL OR first_seen_on_date <= :day GROUP BY source_id
       )
       SELECT s.source_id AS sourceId, s.name, s.kind, s.permission,
         COALESCE(rs.finished_at, rs.started_at) AS lastRunAt, rs.outcome, rs.explanation,
         COALESCE(c.postings, 0) AS postings, COALESCE(rs.postings_new, 0) AS postingsNew, COALESCE(c.gone, 0) AS postingsGone
       FROM source s LEFT JOIN last USING (source_id)
       LEFT JOIN run_source rs ON rs.run_source_id = last.run_source_id
       LEFT JOIN counted c ON c.source_id = s.source_id
       ORDER BY s.source_id`,
    )
    .all({ day: asOfDate })
  return rows.map((row) => ({ ...row, outcome: RUN_OUTCOMES.find((one) => one === row.outcome) ?? null }))
}
