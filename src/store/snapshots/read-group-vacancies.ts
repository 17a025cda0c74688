import type { VigieDatabase } from '../open-database.ts'

/**
 * Vacancies with a value in the group that a claim speaks of and in the one it is compared with, as a snapshot counted
 * them; empty when there is one group alone, or the snapshot no longer keeps its vacancies.
 */
export function readGroupVacancies(database: VigieDatabase, snapshotId: string, claimId: string): readonly number[] {
  const count = database
    .prepare<[string, string, string], number>(
      'SELECT COUNT(value) FROM verdict_vacancy WHERE snapshot_id = ? AND claim_id = ? AND side = ?',
    )
    .pluck()
  const [population = 0, against = 0] = ['population', 'against'].map((side) => count.get(snapshotId, claimId, side))
  return against === 0 ? [] : [population, against]
}
