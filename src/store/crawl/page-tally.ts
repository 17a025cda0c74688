import type { Statement } from 'better-sqlite3'
import type { VigieDatabase } from '../open-database.ts'

/** What one page adds to the counts of its run. */
export interface PageCounts {
  /** Decompressed bytes of a page that was fetched; null for one that had not changed. */
  readonly bytes: number | null
  readonly postingsNew: number
  /** Records the parser found, whether kept or left out. */
  readonly records: number
  /** Why records were left out, one entry each. */
  readonly skipped: readonly string[]
}

/** Counts the pages of a transaction and writes the sums once. The caller opens the transaction and calls `write` in it. */
export class PageTally {
  readonly #runSourceId: number
  readonly #countPages: Statement
  readonly #countRecords: Statement
  readonly #countSkipped: Statement

  constructor(database: VigieDatabase, runSourceId: number) {
    this.#runSourceId = runSourceId
    this.#countPages = database.prepare(`
      UPDATE run_source SET pages = pages + ?, bytes = bytes + ?, postings_new = postings_new + ?
      WHERE run_source_id = ?`)
    this.#countRecords = database.prepare(`
      INSERT INTO accounting (run_source_id, stage, in_count, out_count) VALUES (?, 'parse', ?, ?)
      ON CONFLICT (run_source_id, stage) DO UPDATE
        SET in_count = in_count + excluded.in_count, out_count = out_count + excluded.out_count`)
    this.#countSkipped = database.prepare(`
      INSERT INTO accounting_skip (run_source_id, stage, reason, skipped_count) VALUES (?, 'parse', ?, ?)
      ON CONFLICT (run_source_id, stage, reason) DO UPDATE SET skipped_count = skipped_count + excluded.skipped_count`)
  }

  /** Adds what these pages hold to what the run holds already. */
  write(pages: readonly PageCounts[]): void {
    const fetched = pages.filter(({ bytes }) => bytes !== null)
    if (fetched.length > 0) {
      const bytes = sum(fetched.map((page) => page.bytes ?? 0))
      const postingsNew = sum(fetched.map((page) => page.postingsNew))
      this.#countPages.run(fetched.length, bytes, postingsNew, this.#runSourceId)
    }
    const records = sum(pages.map((page) => page.records))
    const skipped = new Map<string, number>()
    for (const reason of pages.flatMap((page) => page.skipped)) skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    this.#countRecords.run(this.#runSourceId, records, records - sum([...skipped.values()]))
    for (const [reason, count] of skipped) this.#countSkipped.run(this.#runSourceId, reason, count)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
