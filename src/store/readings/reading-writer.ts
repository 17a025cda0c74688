import type { Statement } from 'better-sqlite3'
import type { PostingReading } from '../../domain/reading.ts'
import type { VigieDatabase } from '../open-database.ts'
import { type SqlValue, toReadingRow, toSalaryRow, toTerms } from './reading-row.ts'

/** Child tables of a reading, emptied before it is written again. */
const CHILDREN = ['term_reading', 'budget_reading', 'evidence', 'salary_reading'] as const

/** Stores what was read of postings. The caller opens the transaction. */
export class ReadingWriter {
  readonly #database: VigieDatabase
  readonly #clear: readonly Statement[]
  readonly #insertTerm: Statement
  readonly #insertBudget: Statement
  readonly #insertEvidence: Statement
  #insertReading: Statement | null = null
  #insertSalary: Statement | null = null

  constructor(database: VigieDatabase) {
    this.#database = database
    this.#clear = CHILDREN.map((table) => database.prepare(`DELETE FROM ${table} WHERE posting_id = ?`))
    this.#insertTerm = database.prepare('INSERT INTO term_reading (posting_id, kind, code) VALUES (?, ?, ?)')
    this.#insertBudget = database.prepare('INSERT INTO budget_reading (posting_id, budget_eur) VALUES (?, ?)')
    this.#insertEvidence = database.prepare(`
      INSERT INTO evidence (posting_id, evidence_no, reading, field, start_offset, end_offset, quoted)
      VALUES (?, ?, ?, ?, ?, ?, ?)`)
  }

  /** Replaces the reading of a posting's current text. */
  write(postingId: number, reading: PostingReading): void {
    for (const statement of this.#clear) statement.run(postingId)
    this.#writeReading({ ...toReadingRow(reading), posting_id: postingId })
    this.#writeSalary({ ...toSalaryRow(reading.salary), posting_id: postingId })
    for (const [kind, code] of toTerms(reading)) this.#insertTerm.run(postingId, kind, code)
    for (const budget of new Set(reading.attributes.budgetsEur)) this.#insertBudget.run(postingId, budget)
    reading.evidence.forEach(({ reading: what, field, start, end, quoted }, index) => {
      this.#insertEvidence.run(postingId, index + 1, what, field, start, end, quoted)
    })
  }

  #writeReading(row: Readonly<Record<string, SqlValue>>): void {
    this.#insertReading ??= this.#database.prepare(`
      INSERT OR REPLACE INTO posting_reading (${columnsOf(row)}, text_id, draft_sha256)
      SELECT ${valuesOf(row)}, current_text_id, draft_sha256 FROM posting WHERE posting_id = :posting_id`)
    this.#insertReading.run(row)
  }

  #writeSalary(row: Readonly<Record<string, SqlValue>>): void {
    this.#insertSalary ??= this.#database.prepare(
      `INSERT INTO salary_reading (${columnsOf(row)}) VALUES (${valuesOf(row)})`,
    )
    this.#insertSalary.run(row)
  }
}

function columnsOf(row: Readonly<Record<string, SqlValue>>): string {
  return Object.keys(row).join(', ')
}

function valuesOf(row: Readonly<Record<string, SqlValue>>): string {
  return Object.keys(row)
    .map((column) => `:${column}`)
    .join(', ')
}
