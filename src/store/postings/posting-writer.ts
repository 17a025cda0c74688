import type { Statement } from 'better-sqlite3'
import type { PostingDraft } from '../../domain/posting.ts'
import type { VigieDatabase } from '../open-database.ts'
import { forgottenReference } from '../privacy/forget-posting.ts'
import { ForgottenWords } from '../privacy/forgotten-words.ts'
import { POSTING_COLUMNS, textSha256, toPostingRow } from './posting-row.ts'

/** What writing a draft changed. */
export interface WrittenPosting {
  readonly postingId: number
  /** The source had never published this reference before. */
  readonly isNew: boolean
  /** Title or description differ from the version that was current. */
  readonly isTextNew: boolean
}

interface KnownPosting {
  readonly posting_id: number
  readonly draft_sha256: string
  readonly is_truncated: number
  readonly current_text_id: number | null
  readonly text_sha256: string | null
  readonly erased_on_date: string | null
}

/**
 * Stores postings, the versions of their text and their sightings, and keeps the full-text index in step.
 * Texts must already be masked. The caller opens the transaction.
 */
export class PostingWriter {
  readonly #forgotten: ForgottenWords
  readonly #isAnyForgotten: boolean
  readonly #find: Statement<[string, string], KnownPosting>
  readonly #insert: Statement
  readonly #update: Statement
  readonly #see: Statement
  readonly #findText: Statement<[number, string], { readonly text_id: number; readonly erased_on_date: string | null }>
  readonly #insertText: Statement
  readonly #restoreText: Statement
  readonly #unindexText: Statement
  readonly #indexText: Statement
  readonly #setCurrent: Statement
  readonly #isSighted: Statement<[number, number], unknown>
  readonly #sight: Statement
  readonly #sightFrom: Statement

  constructor(database: VigieDatabase) {
    this.#forgotten = new ForgottenWords(database)
    this.#isAnyForgotten =
      database.prepare('SELECT 1 FROM posting WHERE forgotten_on_date IS NOT NULL LIMIT 1').get() !== undefined
    const columns = POSTING_COLUMNS.join(', ')
    const values = POSTING_COLUMNS.map((column) => `:${column}`).join(', ')
    const assignments = POSTING_COLUMNS.map((column) => `${column} = :${column}`).join(', ')
    this.#find = database.prepare(`
      SELECT p.posting_id, p.draft_sha256, p.is_truncated, p.current_text_id, t.text_sha256, t.erased_on_date
      FROM posting p LEFT JOIN posting_text t ON t.text_id = p.current_text_id
      WHERE p.source_id = ? AND p.ext_id = ?`)
    this.#insert = database.prepare(`
      INSERT INTO posting (source_id, ext_id, first_seen_on_date, last_seen_on_date, ${columns})
      VALUES (:source_id, :ext_id, :seen_on, :seen_on, ${values})`)
    this.#update = database.prepare(`UPDATE posting SET ${assignments} WHERE posting_id = :posting_id`)
    this.#see = database.prepare(`
      UPDATE posting SET
        first_seen_on_date = MIN(COALESCE(first_seen_on_date, :seen_on), :seen_on),
        last_seen_on_date = MAX(COALESCE(last_seen_on_date, :seen_on), :seen_on),
        gone_on_date = CASE WHEN gone_on_date > :seen_on THEN gone_on_date END
      WHERE posting_id = :posting_id AND (
        first_seen_on_date IS NULL OR first_seen_on_date > :seen_on OR last_seen_on_date < :seen_on
        OR gone_on_date <= :seen_on)`)
    this.#findText = database.prepare(
      'SELECT text_id, erased_on_date FROM posting_text WHERE posting_id = ? AND text_sha256 = ?',
    )
    this.#insertText = database.prepare(`
      INSERT INTO posting_text (posting_id, title, description, text_sha256, seen_from_date) VALUES (?, ?, ?, ?, ?)`)
    this.#restoreText = database.prepare(
      'UPDATE posting_text SET title = ?, description = ?, erased_on_date = NULL WHERE text_id = ?',
    )
    this.#unindexText = database.prepare(
      `INSERT INTO posting_fts (posting_fts, rowid, title, description) VALUES ('delete', ?, '', '')`,
    )
    this.#indexText = database.prepare('INSERT INTO posting_fts (rowid, title, description) VALUES (?, ?, ?)')
    this.#setCurrent = database.prepare('UPDATE posting SET current_text_id = ? WHERE posting_id = ?')
    this.#isSighted = database.prepare('SELECT 1 FROM sighting WHERE posting_id = ? AND run_source_id = ?')
    // No upsert: a statement that may have to be undone alone makes FTS5 write out the index after every single ad.
    this.#sight = database.prepare(
      'INSERT INTO sighting (posting_id, run_source_id, seen_on_date, capture_id) VALUES (?, ?, ?, ?)',
    )
    this.#sightFrom = database.prepare('UPDATE sighting SET capture_id = ? WHERE posting_id = ? AND run_source_id = ?')
  }

  /**
   * Inserts a draft or brings the posting of the same source and reference up to date.
   *
   * @param seenOn ISO day on which the ad was seen live; null when an import gives none.
   */
  write(sourceId: string, published: PostingDraft, seenOn: string | null): WrittenPosting {
    const tombstone = this.#findForgotten(sourceId, published.extId)
    if (tombstone !== null) {
      if (seenOn !== null) this.#see.run({ posting_id: tombstone, seen_on: seenOn })
      return { postingId: tombstone, isNew: false, isTextNew: false }
    }
    const draft = this.#forgotten.blot(withoutNul(published))
    const row = toPostingRow(draft)
    const known = this.#find.get(sourceId, draft.extId)
    if (known === undefined) {
      const inserted = this.#insert.run({ ...row, source_id: sourceId, ext_id: draft.extId, seen_on: seenOn })
      const postingId = Number(inserted.lastInsertRowid)
      this.#makeCurrent(postingId, draft, seenOn, true)
      return { postingId, isNew: true, isTextNew: true }
    }
    const postingId = known.posting_id
    if (seenOn !== null) this.#see.run({ posting_id: postingId, seen_on: seenOn })
    const isKept = known.current_text_id !== null && known.erased_on_date === null
    // A shortened copy of an ad (a feed's teaser) never replaces its full text.
    const isWorse = isKept && draft.isTruncated && known.is_truncated === 0
    if (isWorse || (isKept && known.draft_sha256 === row.draft_sha256)) {
      return { postingId, isNew: false, isTextNew: false }
    }
    this.#update.run({ ...row, posting_id: postingId })
    const isTextNew = !isKept || known.text_sha256 !== textSha256(draft.title, draft.description)
    if (isTextNew) this.#makeCurrent(postingId, draft, seenOn, false)
    return { postingId, isNew: false, isTextNew }
  }

  /** The empty record of a posting that somebody asked to be forgotten. */
  #findForgotten(sourceId: string, extId: string): number | null {
    if (!this.#isAnyForgotten) return null
    return this.#find.get(sourceId, forgottenReference(extId))?.posting_id ?? null
  }

  /** True when the posting was noted as live in this run already. */
  isSighted(postingId: number, runSourceId: number): boolean {
    return this.#isSighted.get(postingId, runSourceId) !== undefined
  }

  /** Notes that a posting was live in a run of its source; a second call in the same run changes nothing else. */
  sight(postingId: number, runSourceId: number, seenOnDate: string, captureId: number | null): void {
    if (!this.isSighted(postingId, runSourceId)) this.#sight.run(postingId, runSourceId, seenOnDate, captureId)
    else if (captureId !== null) this.#sightFrom.run(captureId, postingId, runSourceId)
    this.#see.run({ posting_id: postingId, seen_on: seenOnDate })
  }

  #makeCurrent(postingId: number, { title, description }: PostingDraft, seenOn: string | null, isNew: boolean): void {
    const sha256 = textSha256(title, description)
    const known = isNew ? undefined : this.#findText.get(postingId, sha256)
    let textId = known?.text_id
    if (textId === undefined) {
      textId = Number(this.#insertText.run(postingId, title, description, sha256, seenOn).lastInsertRowid)
      this.#indexText.run(textId, title, description)
    } else if (known !== undefined && known.erased_on_date !== null) {
      // Erased because the ad was gone, and now it is back.
      this.#unindexText.run(textId)
      this.#restoreText.run(title, description, textId)
      this.#indexText.run(textId, title, description)
    }
    this.#setCurrent.run(textId, postingId)
  }
}

const NUL = '\u0000'

/** SQLite's texts end at a NUL for half of its functions: a space stands in for it, so that offsets stay. */
function withoutNul(draft: PostingDraft): PostingDraft {
  if (!(draft.title + draft.description).includes(NUL)) return draft
  return { ...draft, title: draft.title.replaceAll(NUL, ' '), description: draft.description.replaceAll(NUL, ' ') }
}
