import type { ReadInput, StructuredSalary } from '../../domain/reading.ts'
import type { VigieDatabase } from '../open-database.ts'

/** Which postings to read. */
export interface PostingsToReadOptions {
  /** Version of the reader; readings of another version are stale. */
  readonly version: string
  /** Read every posting again, stale or not. Default false. */
  readonly all?: boolean
}

/** A posting as the reader is given it. */
export interface PostingToRead {
  readonly postingId: number
  readonly input: ReadInput
}

/** A posting's current text and fields as a row of `READ_COLUMNS`. */
export interface ReadRow {
  readonly posting_id: number
  readonly title: string
  readonly description: string
  readonly hiring_organization: string | null
  readonly employment_type: string | null
  readonly salary_text: string | null
  readonly job_location: string | null
  readonly postal_code: string | null
  readonly posted_on_date: string | null
  readonly first_seen_on_date: string | null
  readonly base_salary_json: string | null
  readonly experience_text: string | null
  readonly education_text: string | null
  readonly work_time_text: string | null
  readonly employer_size_text: string | null
}

/** Columns of `posting p` and its text `t` that a reader needs. */
export const READ_COLUMNS = `p.posting_id, t.title, t.description, p.hiring_organization, p.employment_type, p.salary_text,
  p.job_location, p.postal_code, p.posted_on_date, p.first_seen_on_date, p.base_salary_json, p.experience_text,
  p.education_text, p.work_time_text, p.employer_size_text`
const BATCH = 200
const FROM_STALE = `
  FROM posting p
  JOIN posting_text t ON t.text_id = p.current_text_id AND t.erased_on_date IS NULL
  LEFT JOIN posting_reading r ON r.posting_id = p.posting_id
  WHERE (:all = 1 OR r.posting_id IS NULL OR r.reading_version <> :version OR r.text_id <> p.current_text_id
    OR r.draft_sha256 <> p.draft_sha256)`

/**
 * The postings whose reading is missing, of another version or of an older text, in the order of ids. Erased texts are
 * left out: what was read of them stays. Readings may be written while this runs.
 */
export function* postingsToRead(database: VigieDatabase, options: PostingsToReadOptions): Generator<PostingToRead> {
  const read = database.prepare<[Record<string, unknown>], ReadRow>(`
    SELECT ${READ_COLUMNS}
    ${FROM_STALE} AND p.posting_id > :last ORDER BY p.posting_id LIMIT ${BATCH}`)
  for (let last = 0; ; ) {
    const rows = read.all({ ...parameters(options), last })
    if (rows.length === 0) return
    for (const row of rows) yield { postingId: row.posting_id, input: toReadInput(row) }
    last = rows.at(-1)?.posting_id ?? last
  }
}

/** How many postings `postingsToRead` would give. */
export function countPostingsToRead(database: VigieDatabase, options: PostingsToReadOptions): number {
  return Number(database.prepare(`SELECT COUNT(*) ${FROM_STALE}`).pluck().get(parameters(options)))
}

function parameters({ version, all }: PostingsToReadOptions) {
  return { version, all: all === true ? 1 : 0 }
}

/** The row as the reader is given it. */
export function toReadInput(row: ReadRow): ReadInput {
  return {
    id: String(row.posting_id),
    title: row.title,
    description: row.description,
    company: row.hiring_organization,
    contract: row.employment_type,
    salary: row.salary_text,
    location: row.job_location ?? row.postal_code,
    date: row.posted_on_date ?? row.first_seen_on_date,
    baseSalary: row.base_salary_json === null ? null : (JSON.parse(row.base_salary_json) as StructuredSalary),
    experience: row.experience_text,
    education: row.education_text,
    workTime: row.work_time_text,
    employerSize: row.employer_size_text,
  }
}
