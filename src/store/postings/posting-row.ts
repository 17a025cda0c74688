import { hash } from 'node:crypto'
import type { PostingDraft } from '../../domain/posting.ts'

/** The columns of `posting` that a draft fills, by column name; SQLite has no booleans. */
export type PostingRow = Readonly<Record<(typeof POSTING_COLUMNS)[number], string | number | null>>

/** Columns that follow the newest draft, in the order of the table. */
export const POSTING_COLUMNS = [
  'url',
  'hiring_organization',
  'job_location',
  'postal_code',
  'address_country',
  'employment_type',
  'base_salary_json',
  'salary_text',
  'posted_on_date',
  'valid_through_date',
  'experience_text',
  'education_text',
  'work_time_text',
  'employer_size_text',
  'industry_text',
  'rome_code',
  'is_remote',
  'language_code',
  'openings_count',
  'is_truncated',
  'draft_sha256',
] as const

/** The row of `posting` that holds a draft. */
export function toPostingRow(draft: PostingDraft): PostingRow {
  const row = {
    url: draft.url,
    hiring_organization: draft.hiringOrganization,
    job_location: draft.jobLocation,
    postal_code: draft.postalCode,
    address_country: draft.addressCountry,
    employment_type: draft.employmentType,
    base_salary_json: draft.baseSalary === null ? null : JSON.stringify(draft.baseSalary),
    salary_text: draft.salaryText,
    posted_on_date: isoDayOf(draft.datePosted),
    valid_through_date: isoDayOf(draft.validThrough),
    experience_text: draft.experienceText,
    education_text: draft.educationText,
    work_time_text: draft.workTimeText,
    employer_size_text: draft.employerSizeText,
    industry_text: draft.industryText,
    rome_code: draft.romeCode,
    is_remote: draft.isRemote === null ? null : Number(draft.isRemote),
    language_code: draft.language,
    openings_count: countOf(draft.totalJobOpenings),
    is_truncated: Number(draft.isTruncated),
  }
  return { ...row, draft_sha256: sha256(JSON.stringify([draft.title, draft.description, ...Object.values(row)])) }
}

const ISO_DAY = /^\d{4}-\d\d-\d\d/

/** The day of a date or time; a parser that cannot read one notes an issue, the column then stays empty. */
function isoDayOf(date: string | null): string | null {
  return date === null ? null : (ISO_DAY.exec(date)?.[0] ?? null)
}

function countOf(openings: number | null): number | null {
  return openings !== null && Number.isInteger(openings) && openings > 0 ? openings : null
}

/** Hex SHA-256 that tells two versions of an ad's text apart. */
export function textSha256(title: string, description: string): string {
  return sha256(`${title}\u0000${description}`)
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}
