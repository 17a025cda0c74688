import type { Verdict } from '../../domain/verdict.ts'
import type { VigieDatabase } from '../open-database.ts'

/** An earlier snapshot as stored. */
export interface StoredSnapshot {
  readonly snapshotId: string
  readonly asOfDate: string
  /** First ISO day of its window; null for all. */
  readonly windowFrom: string | null
  /** True when claims were judged; false when too few sources had been read for that. */
  readonly isJudged: boolean
  readonly versions: Readonly<Record<string, string>>
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Stored figures by `stat|group`. */
  readonly cells: ReadonlyMap<string, { readonly value: number | null; readonly vacancies: number }>
}

interface SnapshotRow {
  readonly snapshotId: string
  readonly asOfDate: string
  readonly windowFrom: string | null
  readonly versions: string
  readonly isJudged: number
}

/**
 * Snapshots made for days before or on `asOfDate`, the oldest first, without the one called `exceptId`. Those that found
 * no vacancy in their window say nothing of the market and are left out.
 */
export function readSnapshots(db: VigieDatabase, asOfDate: string, exceptId: string): readonly StoredSnapshot[] {
  const snapshots = db
    .prepare<[string, string], SnapshotRow>(
      `SELECT snapshot_id AS snapshotId, as_of_date AS asOfDate, window_from_date AS windowFrom, versions_json AS versions,
         NOT EXISTS (
           SELECT 1 FROM verdict v JOIN json_each(v.caveats_json) c
           WHERE v.snapshot_id = snapshot.snapshot_id AND c.value = 'coverage-gap') AS isJudged
       FROM snapshot JOIN stat_cell USING (snapshot_id)
       WHERE as_of_date <= ? AND snapshot_id <> ? AND stat = 'vacancies' AND group_key = 'all' AND vacancy_count > 0
       ORDER BY as_of_date, length(snapshot_id), snapshot_id`,
    )
    .all(asOfDate, exceptId)
  const verdicts = db.prepare<[string], readonly [string, Verdict]>(
    'SELECT claim_id, verdict FROM verdict WHERE snapshot_id = ? ORDER BY claim_id',
  )
  const cells = db.prepare<[string], readonly [string, number | null, number]>(
    `SELECT stat || '|' || group_key, value, vacancy_count FROM stat_cell WHERE snapshot_id = ? ORDER BY 1`,
  )
  return snapshots.map(({ snapshotId, asOfDate: day, windowFrom, versions, isJudged }) => ({
    snapshotId,
    asOfDate: day,
    windowFrom,
    isJudged: isJudged === 1,
    versions: readVersions(versions),
    verdicts: new Map(verdicts.raw().all(snapshotId)),
    cells: new Map(
      cells
        .raw()
        .all(snapshotId)
        .map(([key, value, vacancies]) => [key, { value, vacancies }]),
    ),
  }))
}

function readVersions(json: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([name, version]) => [name, String(version)]))
}
