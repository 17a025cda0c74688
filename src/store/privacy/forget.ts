import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type PackedBody, unpackBody } from '../crawl/packed-body.ts'
import type { VigieDatabase } from '../open-database.ts'
import { textSha256 } from '../postings/posting-row.ts'
import { readingsOfCapture } from './decode-capture.ts'
import { defineMentions } from './define-mentions.ts'
import { forgetPosting } from './forget-posting.ts'
import { blottedReference, rememberForgotten } from './forgotten-words.ts'
import { textColumns } from './text-columns.ts'
import { blot, findPattern, toWordPattern, type WordPattern } from './word-pattern.ts'

/** What was forgotten. */
export interface ForgetSummary {
  /** Postings removed whole, because the pattern was their address or reference. */
  readonly postings: number
  /** Values in tables of which words were blotted out. */
  readonly values: number
  /** Captured pages erased because the words stood in them. */
  readonly captures: number
  /** Files beside the database that may still hold the words: copies made before a migration. */
  readonly copies: readonly string[]
  /** True when another connection was reading, so that the log could not be emptied: it may still hold the words. */
  readonly logKept: boolean
}

/**
 * Removes a posting (its address, or `source:reference`) or the words of a person (name, address, number) from
 * everywhere: texts, search index, evidence, snapshots, captures once decompressed, free pages and the write-ahead
 * log. Words are blotted out at their length, so that offsets stay true; the next crawl does not bring them back.
 * Nobody else may be using the database. Vacancies should be rebuilt and ads read again afterwards.
 *
 * @param today ISO day.
 * @throws RangeError when the pattern holds no word.
 */
export function forget(database: VigieDatabase, pattern: string, today: string): ForgetSummary {
  const words = toWordPattern(pattern)
  if (words === null) throw new RangeError('Nothing to forget: the pattern holds no word.')
  database.pragma('secure_delete = ON')
  const summary = database
    .transaction(() => {
      database.pragma('defer_foreign_keys = ON')
      const postings = forgetPosting(database, pattern, today)
      const captures = eraseCaptures(database, words)
      const values = postings > 0 ? 0 : blotEverywhere(database, words)
      if (postings === 0) rememberForgotten(database, words, today)
      database.exec(`INSERT INTO posting_fts (posting_fts) VALUES ('rebuild')`)
      return { postings, values, captures }
    })
    .immediate()
  // Free pages may hold rows that were deleted before: the whole file is written anew, then the log emptied.
  database.exec('VACUUM')
  const [checkpoint] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  return { ...summary, copies: copiesBeside(database), logKept: checkpoint?.busy === 1 }
}

function blotEverywhere(database: VigieDatabase, words: WordPattern): number {
  const blotText = (text: unknown) => (typeof text === 'string' ? blot(text, findPattern(text, words)) : text)
  defineMentions(database, words)
  database.function('vigie_blot', blotText)
  database.function('vigie_blot_json', (json: unknown) => blotJson(String(json), words))
  database.function('vigie_blot_reference', (text: unknown) => blottedReference(String(text), String(blotText(text))))
  const texts = database
    .prepare<[], number>('SELECT text_id FROM posting_text WHERE vigie_mentions(title) OR vigie_mentions(description)')
    .pluck()
    .all()
  let values = 0
  for (const { table, column, isJson } of textColumns(database)) {
    const blotting = isJson ? 'vigie_blot_json' : isReference(table, column) ? 'vigie_blot_reference' : 'vigie_blot'
    values += database
      .prepare(`UPDATE ${table} SET ${column} = ${blotting}(${column}) WHERE vigie_mentions(${column})`)
      .run().changes
  }
  for (const textId of texts) settleText(database, textId)
  return values
}

function isReference(table: string, column: string): boolean {
  return (table === 'posting' && column === 'ext_id') || (table === 'frontier_request' && column === 'request_key')
}

/** Blots out the texts inside a JSON value, so that it stays one. */
function blotJson(json: string, words: WordPattern): string {
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === 'string' ? blot(value, findPattern(value, words)) : value,
  )
}

/** Brings hash, quoted words and signature of a changed text up to date; its reading becomes stale. */
function settleText(database: VigieDatabase, textId: number): void {
  const text = database
    .prepare<[number], { readonly posting_id: number; readonly title: string; readonly description: string }>(
      'SELECT posting_id, title, description FROM posting_text WHERE text_id = ?',
    )
    .get(textId)
  if (text === undefined) return
  database
    .prepare('UPDATE posting_text SET text_sha256 = ? WHERE text_id = ?')
    .run(textSha256(text.title, text.description), textId)
  database.prepare('DELETE FROM posting_signature WHERE text_id = ?').run(textId)
  database
    .prepare(`UPDATE posting SET draft_sha256 = '' WHERE posting_id = ? AND current_text_id = ?`)
    .run(text.posting_id, textId)
  const quote = database.prepare('UPDATE evidence SET quoted = ? WHERE posting_id = ? AND evidence_no = ?')
  const evidence = database
    .prepare<
      [number, number],
      {
        readonly evidence_no: number
        readonly field: string
        readonly start_offset: number
        readonly end_offset: number
      }
    >(`
      SELECT e.evidence_no, e.field, e.start_offset, e.end_offset
      FROM evidence e JOIN posting_reading r ON r.posting_id = e.posting_id
      WHERE e.posting_id = ? AND r.text_id = ? AND e.quoted IS NOT NULL AND e.field IN ('title', 'description')`)
    .all(text.posting_id, textId)
  for (const { evidence_no, field, start_offset, end_offset } of evidence) {
    const stored = field === 'title' ? text.title : text.description
    quote.run(stored.slice(start_offset, end_offset), text.posting_id, evidence_no)
  }
}

/** A page cannot be blotted out bit by bit: where the words stand in it, all of it goes. */
function eraseCaptures(database: VigieDatabase, words: WordPattern): number {
  const bodies = database.prepare<[number], PackedBody & { readonly capture_id: number }>(
    'SELECT capture_id, body_packed, body_coding FROM capture WHERE capture_id > ? AND body_packed IS NOT NULL ORDER BY capture_id LIMIT 50',
  )
  const erase = database.prepare(
    'UPDATE capture SET body_packed = NULL, etag = NULL, last_modified = NULL WHERE capture_id = ?',
  )
  let erased = 0
  for (let last = 0; ; ) {
    const batch = bodies.all(last)
    if (batch.length === 0) return erased
    for (const { capture_id, ...packed } of batch) {
      if (readingsOfCapture(unpackBody(packed)).some((text) => findPattern(text, words).length > 0)) {
        erased += erase.run(capture_id).changes
      }
    }
    last = batch.at(-1)?.capture_id ?? last
  }
}

/** Copies that were made before a migration and lie beside the database. */
function copiesBeside(database: VigieDatabase): readonly string[] {
  if (database.memory) return []
  const name = basename(database.name)
  return readdirSync(dirname(database.name)).filter((file) => file.startsWith(`${name}.before-`))
}
