import type { Statement } from 'better-sqlite3'
import type { Issue } from '../../domain/issue.ts'
import type { PostingDraft } from '../../domain/posting.ts'
import type { SourceRecord } from '../../domain/source.ts'
import { RunLedger } from '../crawl/run-ledger.ts'
import type { VigieDatabase } from '../open-database.ts'
import { PostingWriter } from '../postings/posting-writer.ts'
import { upsertSource } from '../sources/upsert-source.ts'

/** What an import is begun with; `startedAt` in epoch milliseconds, `day` an ISO day. */
export interface ImportStart {
  readonly day: string
  readonly startedAt: number
  readonly version: string
  /** The sheet under which a source is kept that the database does not know yet. */
  readonly describeSource: (sourceId: string) => SourceRecord
}

/** What became of one imported posting. */
export type ImportedAs = 'new' | 'changed' | 'unchanged'

/** One imported posting, stored. */
export interface Imported {
  readonly postingId: number
  readonly as: ImportedAs
  /** False when neither this import nor any run before says on which day the ad was seen. */
  readonly isDated: boolean
}

interface OpenSource {
  readonly runSourceId: number
  in: number
  out: number
  readonly skipped: Record<string, number>
}

/** Writes imported postings as one run, with the accounting of each source. The caller opens the transaction. */
export class ImportWriter {
  readonly #start: ImportStart
  readonly #ledger: RunLedger
  readonly #postings: PostingWriter
  readonly #isKnownSource: Statement<[string], unknown>
  readonly #isSighted: Statement<[number, string], unknown>
  readonly #isDated: Statement<[number], unknown>
  readonly #insertIssue: Statement
  readonly #countNew: Statement
  readonly #database: VigieDatabase
  readonly #sources = new Map<string, OpenSource>()
  readonly #runId: number

  constructor(database: VigieDatabase, start: ImportStart) {
    this.#database = database
    this.#start = start
    this.#ledger = new RunLedger(database)
    this.#postings = new PostingWriter(database)
    this.#isKnownSource = database.prepare('SELECT 1 FROM source WHERE source_id = ?')
    this.#isSighted = database.prepare('SELECT 1 FROM sighting WHERE posting_id = ? AND seen_on_date = ? LIMIT 1')
    this.#isDated = database.prepare('SELECT 1 FROM posting WHERE posting_id = ? AND first_seen_on_date IS NOT NULL')
    this.#insertIssue = database.prepare(`
      INSERT INTO issue (run_source_id, source_id, code, severity, message, ref, excerpt, noted_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    this.#countNew = database.prepare('UPDATE run_source SET postings_new = postings_new + 1 WHERE run_source_id = ?')
    this.#runId = this.#ledger.startRun({ ...start, kind: 'import', seenOnDate: start.day })
  }

  /**
   * Stores one posting. It is sighted on its own day, once however often the file is read; without a day it stays out
   * of windowed figures.
   */
  write(sourceId: string, draft: PostingDraft, seenOn: string | null): Imported {
    const source = this.#open(sourceId)
    source.in++
    const { postingId, isNew, isTextNew } = this.#postings.write(sourceId, draft, seenOn)
    const isSightingNew = seenOn !== null && this.#isSighted.get(postingId, seenOn) === undefined
    if (seenOn !== null && isSightingNew) this.#postings.sight(postingId, source.runSourceId, seenOn, null)
    if (isNew) this.#countNew.run(source.runSourceId)
    if (isNew || isTextNew || isSightingNew) {
      source.out++
    } else this.#count(source, 'unchanged')
    const as = isNew ? 'new' : isTextNew || isSightingNew ? 'changed' : 'unchanged'
    return { postingId, as, isDated: seenOn !== null || this.#isDated.get(postingId) !== undefined }
  }

  /** Counts a record that became no posting. */
  skip(sourceId: string, reason: string): void {
    const source = this.#open(sourceId)
    source.in++
    this.#count(source, reason)
  }

  /** Keeps an issue of the data. */
  note(sourceId: string, issue: Issue): void {
    const { runSourceId } = this.#open(sourceId)
    const { code, severity, message, ref, excerpt } = issue
    const notedAt = new Date(this.#start.startedAt).toISOString()
    this.#insertIssue.run(runSourceId, sourceId, code, severity, message, ref, excerpt?.slice(0, 200) ?? null, notedAt)
  }

  /** Closes the run; `finishedAt` in epoch milliseconds. */
  finish(finishedAt: number): void {
    for (const { runSourceId, in: taken, out, skipped } of this.#sources.values()) {
      const accounting = [{ stage: 'import', in: taken, out, skipped }]
      // A file is never a complete listing of its source: it says nothing of what is gone.
      this.#ledger.finishSource(runSourceId, finishedAt, { outcome: 'capped', explanation: null, accounting })
    }
    this.#ledger.finishRun(this.#runId, finishedAt)
  }

  #open(sourceId: string): OpenSource {
    const known = this.#sources.get(sourceId)
    if (known !== undefined) return known
    if (this.#isKnownSource.get(sourceId) === undefined)
      upsertSource(this.#database, this.#start.describeSource(sourceId))
    const { runSourceId } = this.#ledger.startSource(this.#runId, sourceId, this.#start.startedAt)
    const source: OpenSource = { runSourceId, in: 0, out: 0, skipped: {} }
    this.#sources.set(sourceId, source)
    return source
  }

  #count(source: OpenSource, reason: string): void {
    source.skipped[reason] = (source.skipped[reason] ?? 0) + 1
  }
}
