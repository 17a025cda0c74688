import { CAVEATS, type Caveat } from '../../domain/caveat.ts'
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
  /** Vacancies with a value, in all groups compared together. */
  readonly vacancyCount: number
  readonly employerCount: number
  readonly caveats: readonly Caveat[]
}

type VerdictRow = Omit<LastVerdict, 'caveats'> & { readonly claimId: string; readonly caveatsJson: string }

/** Verdicts of the newest snapshot by claim id; empty when there is none. */
export function readLastVerdicts(database: VigieDatabase): ReadonlyMap<string, LastVerdict> {
  const rows = database
    .prepare<[], VerdictRow>(`
      SELECT claim_id AS claimId, snapshot_id AS snapshotId, verdict, value, low, high, unit,
        vacancy_count AS vacancyCount, employer_count AS employerCount, caveats_json AS caveatsJson
      FROM verdict WHERE snapshot_id = (
        SELECT snapshot_id FROM snapshot ORDER BY as_of_date DESC, length(snapshot_id) DESC, snapshot_id DESC LIMIT 1)`)
    .all()
  return new Map(
    rows.map(({ claimId, caveatsJson, ...verdict }) => [claimId, { ...verdict, caveats: caveatsOf(caveatsJson) }]),
  )
}

/** Codes that this version knows: another one may have stored the snapshot. */
function caveatsOf(json: string): readonly Caveat[] {
  const codes: unknown = JSON.parse(json)
  return Array.isArray(codes) ? codes.filter((code): code is Caveat => Object.hasOwn(CAVEATS, String(code))) : []
}
