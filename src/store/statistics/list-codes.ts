import type { VigieDatabase } from '../open-database.ts'

/** Codes of a kind of term that occur among the speaking postings of the window, in alphabetical order. */
export function listCodes(db: VigieDatabase, kind: 'skill' | 'tool' | 'platform' | 'study-field'): readonly string[] {
  return db
    .prepare<[string], string>(
      `SELECT DISTINCT t.kind || ':' || t.code FROM term_reading t JOIN temp.market_fact f USING (posting_id)
       WHERE t.kind = ? ORDER BY 1`,
    )
    .pluck()
    .all(kind)
}
