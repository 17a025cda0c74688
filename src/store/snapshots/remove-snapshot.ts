import type { VigieDatabase } from '../open-database.ts'

/** Takes a snapshot away with its figures, verdicts and vacancies; nothing happens when there is none of this name. */
export function removeSnapshot(database: VigieDatabase, snapshotId: string): void {
  database.prepare('DELETE FROM snapshot WHERE snapshot_id = ?').run(snapshotId)
}
