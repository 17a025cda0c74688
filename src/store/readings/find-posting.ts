import type { VigieDatabase } from '../open-database.ts'
import { type PostingToRead, READ_COLUMNS, type ReadRow, toReadInput } from './postings-to-read.ts'

/** The posting with this number, source's own reference or address, the newest first; null when there is none. */
export function findPosting(database: VigieDatabase, reference: string): PostingToRead | null {
  const row = database
    .prepare<[{ reference: string }], ReadRow>(`
      SELECT ${READ_COLUMNS}
      FROM posting p JOIN posting_text t ON t.text_id = p.current_text_id
      WHERE p.ext_id = :reference OR p.url = :reference OR CAST(p.posting_id AS TEXT) = :reference
      ORDER BY p.ext_id = :reference DESC, p.posting_id DESC LIMIT 1`)
    .get({ reference })
  return row === undefined ? null : { postingId: row.posting_id, input: toReadInput(row) }
}
