import type { VigieDatabase } from '../open-database.ts'

/**
 * Erases the words of postings: every version of their text, their rows in the search index, quoted words, free labels
 * of the source, the pages they were seen on, excerpts of their issues. Codes, amounts, days, employer, place and
 * offsets stay. Returns how many captures were emptied. The caller opens the transaction.
 *
 * @param today ISO day noted as the day of erasure.
 */
export function eraseTexts(database: VigieDatabase, postingIds: readonly number[], today: string): number {
  const ids = JSON.stringify(postingIds)
  const run = (sql: string) => database.prepare(sql).run({ ids, today }).changes
  const THESE = 'posting_id IN (SELECT value FROM json_each(:ids)) AND :today IS NOT NULL'
  run(`INSERT INTO posting_fts (posting_fts, rowid, title, description)
    SELECT 'delete', text_id, title, description FROM posting_text WHERE ${THESE} AND erased_on_date IS NULL`)
  run(`INSERT INTO posting_fts (rowid, title, description)
    SELECT text_id, '', '' FROM posting_text WHERE ${THESE} AND erased_on_date IS NULL`)
  run(`UPDATE posting_text SET title = '', description = '', erased_on_date = :today
    WHERE ${THESE} AND erased_on_date IS NULL`)
  run(`UPDATE evidence SET quoted = NULL WHERE ${THESE}`)
  run(`UPDATE salary_reading SET quoted = NULL WHERE ${THESE}`)
  run(`UPDATE posting SET salary_text = NULL, experience_text = NULL, education_text = NULL, work_time_text = NULL
    WHERE ${THESE}`)
  run(`UPDATE issue SET excerpt = NULL WHERE :today IS NOT NULL AND excerpt IS NOT NULL AND EXISTS (
    SELECT 1 FROM posting p, json_each(:ids) j
    WHERE p.posting_id = j.value AND p.source_id = issue.source_id AND issue.ref IN (p.ext_id, p.url))`)
  return run(`UPDATE capture SET body_packed = NULL, etag = NULL, last_modified = NULL
    WHERE body_packed IS NOT NULL AND capture_id IN (SELECT capture_id FROM sighting WHERE ${THESE})`)
}
