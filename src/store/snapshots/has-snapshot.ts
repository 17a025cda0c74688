import type { VigieDatabase } from '../open-database.ts'

/** True when a snapshot of this name is stored. */
export function hasSnapshot(database: VigieDatabase, snapshotId: string): boolean {
  return database.prepare('SELECT 1 FROM snapshot WHERE snapshot_id = ?').get(snapshotId) !== undefined
}
