import type { Accounting } from '../../domain/accounting.ts'
import type { Rung } from '../../domain/capture.ts'
import type { SourceHealth } from '../../domain/crawl.ts'
import type { FillField } from '../../domain/source.ts'
import type { VigieDatabase } from '../open-database.ts'
import type { SourceRun } from './capture-writer.ts'

/** Good runs of the past that a run is compared with. */
export const HEALTH_RUNS = 14

interface RunFigures {
  readonly pages: number
  readonly bytes: number
  readonly postings_new: number
}

/** Outcomes of a request that stand for a page read; all others are reasons for which it was left out. */
const READ_OUTCOMES = ['recorded', 'unchanged']

/** What a run of a source found so far and what its last good runs found. */
export function readSourceHealth(database: VigieDatabase, { sourceId, runSourceId }: SourceRun): SourceHealth {
  const figures = database
    .prepare<[number], RunFigures>('SELECT pages, bytes, postings_new FROM run_source WHERE run_source_id = ?')
    .get(runSourceId)
  const { postings, ...filled } = readFilled(database, runSourceId)
  return {
    postings,
    postingsNew: figures?.postings_new ?? 0,
    pages: figures?.pages ?? 0,
    bytes: figures?.bytes ?? 0,
    filled,
    rung: readRung(database, runSourceId),
    previousRung: readPreviousRung(database, sourceId, runSourceId),
    recentGoodRuns: readGoodRuns(database, sourceId, runSourceId),
    shrunkRuns: readShrunkRuns(database, sourceId, runSourceId),
    emptyDays: postings > 0 ? 0 : countEmptyDays(database, sourceId, runSourceId),
    lostPages: postings > 0 ? 0 : countLostPages(database, sourceId, runSourceId),
    accounting: [readFetchAccounting(database, runSourceId), readParseAccounting(database, runSourceId)],
    issues: readIssueCounts(database, runSourceId),
  }
}

function readFilled(
  database: VigieDatabase,
  runSourceId: number,
): Record<FillField, number> & { readonly postings: number } {
  const row = database
    .prepare<[number], Record<FillField, number> & { readonly postings: number }>(`
      SELECT COUNT(*) AS postings,
        COALESCE(SUM(t.title <> ''), 0) AS title,
        COALESCE(SUM(t.description <> ''), 0) AS description,
        COALESCE(SUM(p.hiring_organization <> ''), 0) AS hiringOrganization,
        COALESCE(SUM(p.job_location <> ''), 0) AS jobLocation,
        COALESCE(SUM(p.employment_type <> ''), 0) AS employmentType,
        COALESCE(SUM(p.salary_text <> ''), 0) AS salaryText,
        COALESCE(SUM(p.base_salary_json IS NOT NULL), 0) AS baseSalary,
        COALESCE(SUM(p.posted_on_date IS NOT NULL), 0) AS datePosted
      FROM sighting s JOIN posting p USING (posting_id) LEFT JOIN posting_text t ON t.text_id = p.current_text_id
      WHERE s.run_source_id = ?`)
    .get(runSourceId)
  if (row === undefined) throw new Error('An aggregate without groups gave no row.')
  return row
}

function readRung(database: VigieDatabase, runSourceId: number): Rung | null {
  const row = database
    .prepare<[number], { readonly rung: Rung }>(`
      SELECT rung FROM capture WHERE capture_id IN (SELECT capture_id FROM sighting WHERE run_source_id = ?)
      GROUP BY rung ORDER BY COUNT(*) DESC, rung LIMIT 1`)
    .get(runSourceId)
  return row?.rung ?? null
}

function readPreviousRung(database: VigieDatabase, sourceId: string, runSourceId: number): Rung | null {
  const previous = database
    .prepare<[string, number], { readonly id: number }>(`
      SELECT run_source_id AS id FROM run_source
      WHERE source_id = ? AND run_source_id < ? AND outcome = 'complete' ORDER BY run_source_id DESC LIMIT 1`)
    .get(sourceId, runSourceId)
  return previous === undefined ? null : readRung(database, previous.id)
}

function readGoodRuns(database: VigieDatabase, sourceId: string, runSourceId: number): readonly number[] {
  return database
    .prepare<[string, number, number], { readonly found: number }>(`
      SELECT postings_found AS found FROM run_source
      WHERE source_id = ? AND run_source_id < ? AND outcome = 'complete' ORDER BY run_source_id DESC LIMIT ?`)
    .all(sourceId, runSourceId, HEALTH_RUNS)
    .map(({ found }) => found)
}

function readShrunkRuns(database: VigieDatabase, sourceId: string, runSourceId: number): readonly number[] {
  return database
    .prepare<[{ sourceId: string; runSourceId: number; most: number }], number>(`
      SELECT postings_found FROM run_source rs
      WHERE source_id = :sourceId AND run_source_id < :runSourceId AND outcome = 'failed'
        AND run_source_id > COALESCE((SELECT MAX(run_source_id) FROM run_source
          WHERE source_id = :sourceId AND run_source_id < :runSourceId AND outcome = 'complete'), 0)
        AND EXISTS (SELECT 1 FROM issue i WHERE i.run_source_id = rs.run_source_id AND i.code = 'fewer-than-usual')
      ORDER BY run_source_id DESC LIMIT :most`)
    .pluck()
    .all({ sourceId, runSourceId, most: HEALTH_RUNS })
}

function countEmptyDays(database: VigieDatabase, sourceId: string, runSourceId: number): number {
  const count = database
    .prepare<[{ sourceId: string; runSourceId: number }], number>(`
      SELECT COUNT(DISTINCT r.seen_on_date) FROM run_source rs JOIN run r USING (run_id)
      WHERE rs.source_id = :sourceId AND rs.run_source_id < :runSourceId
        AND rs.run_source_id > COALESCE((SELECT MAX(run_source_id) FROM run_source
          WHERE source_id = :sourceId AND run_source_id < :runSourceId AND postings_found > 0), 0)
        AND EXISTS (SELECT 1 FROM issue i WHERE i.run_source_id = rs.run_source_id AND i.code = 'site-empty')`)
    .pluck()
    .get({ sourceId, runSourceId })
  return count ?? 0
}

function countLostPages(database: VigieDatabase, sourceId: string, runSourceId: number): number {
  const count = database
    .prepare<[string, number, string], number>(`
      SELECT COUNT(*) FROM capture WHERE source_id = ? AND run_source_id = ?
        AND url IN (SELECT url FROM posting WHERE source_id = ?)`)
    .pluck()
    .get(sourceId, runSourceId, sourceId)
  return count ?? 0
}

function readFetchAccounting(database: VigieDatabase, runSourceId: number): Accounting {
  const rows = database
    .prepare<[number], { readonly outcome: string; readonly count: number }>(`
      SELECT CASE WHEN state IN ('queued', 'leased') THEN 'still-queued' ELSE COALESCE(outcome, state) END AS outcome,
        COUNT(*) AS count
      FROM frontier_request WHERE run_source_id = ? GROUP BY 1 ORDER BY 1`)
    .all(runSourceId)
  const skipped: Record<string, number> = {}
  let [taken, out] = [0, 0]
  for (const { outcome, count } of rows) {
    taken += count
    if (READ_OUTCOMES.includes(outcome)) out += count
    else skipped[outcome] = count
  }
  return { stage: 'fetch', in: taken, out, skipped }
}

function readParseAccounting(database: VigieDatabase, runSourceId: number): Accounting {
  const row = database
    .prepare<[number], { readonly taken: number; readonly out: number }>(
      `SELECT in_count AS taken, out_count AS out FROM accounting WHERE run_source_id = ? AND stage = 'parse'`,
    )
    .get(runSourceId)
  const skips = database
    .prepare<[number], { readonly reason: string; readonly count: number }>(
      `SELECT reason, skipped_count AS count FROM accounting_skip WHERE run_source_id = ? AND stage = 'parse'`,
    )
    .all(runSourceId)
  const skipped = Object.fromEntries(skips.map(({ reason, count }) => [reason, count]))
  return { stage: 'parse', in: row?.taken ?? 0, out: row?.out ?? 0, skipped }
}

function readIssueCounts(database: VigieDatabase, runSourceId: number): Readonly<Record<string, number>> {
  const rows = database
    .prepare<[number], { readonly code: string; readonly count: number }>(
      'SELECT code, COUNT(*) AS count FROM issue WHERE run_source_id = ? GROUP BY code ORDER BY code',
    )
    .all(runSourceId)
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]))
}
