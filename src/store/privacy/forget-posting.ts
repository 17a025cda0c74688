import { createHash } from 'node:crypto'
import type { VigieDatabase } from '../open-database.ts'
import { eraseTexts } from './erase-texts.ts'

/** Columns of a posting that say nothing about its ad. */
const KEPT: ReadonlySet<string> = new Set([
  'posting_id',
  'source_id',
  'ext_id',
  'is_truncated',
  'first_seen_on_date',
  'last_seen_on_date',
  'gone_on_date',
  'forgotten_on_date',
  'current_text_id',
  'draft_sha256',
])
const READINGS = ['evidence', 'term_reading', 'budget_reading', 'salary_reading', 'posting_reading'] as const

/** Key under which a forgotten posting is known: the reference itself is stored nowhere. */
export function forgottenReference(extId: string): string {
  return `forgotten:${createHash('sha256').update(extId).digest('hex')}`
}

/**
 * Empties the postings whose address, or `source:reference`, this is, and everything made of them. An empty record
 * stays, so that the next crawl does not take them for new. Returns how many there were.
 */
export function forgetPosting(database: VigieDatabase, pattern: string, today: string): number {
  const wanted = pattern.trim()
  const postings = database
    .prepare<[string, string], { readonly posting_id: number; readonly ext_id: string }>(
      `SELECT posting_id, ext_id FROM posting
       WHERE forgotten_on_date IS NULL AND (url = ? OR source_id || ':' || ext_id = ?)`,
    )
    .all(wanted, wanted)
  const columns = database
    .prepare<[], string>(`SELECT name FROM pragma_table_xinfo('posting') WHERE hidden = 0`)
    .pluck()
    .all()
    .filter((column) => !KEPT.has(column))
  const empty = database.prepare(`
    UPDATE posting SET ${columns.map((column) => `${column} = NULL`).join(', ')}, ext_id = :reference,
      draft_sha256 = '', forgotten_on_date = :today
    WHERE posting_id = :posting_id`)
  for (const { posting_id, ext_id } of postings) {
    eraseTexts(database, [posting_id], today)
    leaveVacancy(database, posting_id)
    for (const table of READINGS) database.prepare(`DELETE FROM ${table} WHERE posting_id = ?`).run(posting_id)
    database
      .prepare(`UPDATE posting_text SET text_sha256 = printf('%064d', text_id) WHERE posting_id = ?`)
      .run(posting_id)
    database
      .prepare('DELETE FROM posting_signature WHERE text_id IN (SELECT text_id FROM posting_text WHERE posting_id = ?)')
      .run(posting_id)
    empty.run({ reference: forgottenReference(ext_id), today, posting_id })
  }
  return postings.length
}

/** Takes a posting out of its vacancy; the next rebuild settles who speaks for the others. */
function leaveVacancy(database: VigieDatabase, postingId: number): void {
  const vacancyId = database
    .prepare<[number], number>('SELECT vacancy_id FROM vacancy_posting WHERE posting_id = ?')
    .pluck()
    .get(postingId)
  if (vacancyId === undefined) return
  database.prepare('DELETE FROM vacancy_posting WHERE posting_id = ?').run(postingId)
  const next = database
    .prepare<[number], number | null>('SELECT MIN(posting_id) FROM vacancy_posting WHERE vacancy_id = ?')
    .pluck()
    .get(vacancyId)
  if (next === undefined || next === null) database.prepare('DELETE FROM vacancy WHERE vacancy_id = ?').run(vacancyId)
  else {
    database
      .prepare(`
        UPDATE vacancy SET posting_count = posting_count - 1,
          speaker_posting_id = CASE speaker_posting_id WHEN :gone THEN :next ELSE speaker_posting_id END,
          pay_posting_id = NULLIF(pay_posting_id, :gone)
        WHERE vacancy_id = :vacancyId`)
      .run({ gone: postingId, next, vacancyId })
  }
  database.exec(
    'DELETE FROM employer WHERE employer_id NOT IN (SELECT employer_id FROM vacancy WHERE employer_id IS NOT NULL)',
  )
}
