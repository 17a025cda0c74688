import type { Estimate, Verdict } from '../../domain/verdict.ts'
import type { VigieDatabase } from '../open-database.ts'

/** The verdict of one claim in the newest snapshot. */
export interface LastVerdict {
  readonly snapshotId: string
  readonly verdict: Verdict
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: Estimate['unit'] | null
  readonly vacancyCount: number
  readonly employerCount: number
}

/** Verdicts of the newest snapshot by claim id; empty when there is none. */
export function readLastVerdicts(database: VigieDatabase): ReadonlyMap<string, LastVerdict> {
  const rows = database
    .prepare<[], LastVerdict & { readonly claimId: string }>(`
      SELECT claim_id AS claimId, snapshot_id AS snapshotId, verdict, value, low, high, unit,
        vacancy_count AS vacancyCount, employer_count AS employerCount
      FROM verdict WHERE snapshot_id = (
        SELECT snapshot_id FROM snapshot ORDER BY as_of_date DESC, length(snapshot_id) DESC, snapshot_id DESC LIMIT 1)`)
    .all()
  return new Map(rows.map(({ claimId, ...verdict }) => [claimId, verdict]))
}
