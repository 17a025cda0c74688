import type { RunOutcome } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'

/** How a source has fared, for `vigie sources` and `vigie doctor`. */
export interface SourceStatus {
  readonly sourceId: string
  readonly sourceType: string
  readonly name: string
  readonly permission: string
  /** Postings ever seen, and those not known to be gone. */
  readonly postings: number
  readonly postingsLive: number
  /** Day and outcome of the last run that has ended; null before the first. */
  readonly lastRunOn: string | null
  readonly lastOutcome: RunOutcome | null
  readonly lastExplanation: string | null
  /** Day and postings of the last complete run; null before the first. */
  readonly lastGoodRunOn: string | null
  readonly lastGoodPostings: number | null
}

/** The status of every source the database knows, by id. */
export function readSourceStatus(database: VigieDatabase): readonly SourceStatus[] {
  return database
    .prepare<[], SourceStatus>(`
      WITH ended AS (
        SELECT rs.*, r.seen_on_date,
          ROW_NUMBER() OVER (PARTITION BY rs.source_id ORDER BY rs.run_source_id DESC) AS age,
          ROW_NUMBER() OVER (PARTITION BY rs.source_id, rs.outcome ORDER BY rs.run_source_id DESC) AS age_of_outcome
        FROM run_source rs JOIN run r USING (run_id) WHERE rs.outcome <> 'running'
      ), seen AS (
        SELECT source_id, COUNT(*) AS postings, SUM(gone_on_date IS NULL) AS live FROM posting GROUP BY source_id
      )
      SELECT s.source_id AS sourceId, s.source_type AS sourceType, s.name, s.permission,
        COALESCE(seen.postings, 0) AS postings, COALESCE(seen.live, 0) AS postingsLive,
        last.seen_on_date AS lastRunOn, last.outcome AS lastOutcome, last.explanation AS lastExplanation,
        good.seen_on_date AS lastGoodRunOn, good.postings_found AS lastGoodPostings
      FROM source s
      LEFT JOIN seen ON seen.source_id = s.source_id
      LEFT JOIN ended last ON last.source_id = s.source_id AND last.age = 1
      LEFT JOIN ended good ON good.source_id = s.source_id AND good.outcome = 'complete' AND good.age_of_outcome = 1
      ORDER BY s.source_id`)
    .all()
}
