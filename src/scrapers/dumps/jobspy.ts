import { EMPTY_POSTING, type PostingDraft } from '../../domain/posting.ts'
import type { StructuredSalary } from '../../domain/reading.ts'
import { countryCode } from '../shapes/country-code.ts'
import { IssueLog } from '../shapes/issue-log.ts'
import { pathKey } from '../shapes/job-page.ts'
import { markdownText } from '../shapes/markdown-text.ts'
import { type JsonRecord, Reader } from '../shapes/reader.ts'
import type { DumpRecord } from './dump-record.ts'
import { hashOf, toRecord } from './read-row.ts'

const LAST_PART = /,\s*([A-Za-z]{2})$/
const IGNORED = [
  ...['job_url_direct', 'salary_source', 'job_level', 'job_function', 'listing_type', 'emails', 'company_url'],
  ...['company_logo', 'company_url_direct', 'company_addresses', 'company_revenue', 'company_description', 'skills'],
  ...[
    'company_rating',
    'company_reviews_count',
    'work_from_home_type',
    'company_banner',
    'banner_photo_url',
    'ceo_name',
  ],
  ...['ceo_photo_url', 'logo_photo_url', 'num_urgent_words', 'benefits', 'search_term', ''],
] as const

/** Reads one row of JobSpy's output; the key is the site's own id as JobSpy writes it. */
export function readJobSpyRow(row: JsonRecord): readonly DumpRecord[] {
  const log = new IssueLog()
  const reader = new Reader(row, log, null)
  const url = reader.string('job_url')
  const extId = reader.string('id') ?? (url === null ? hashOf(row) : pathKey(url))
  reader.ref = extId
  const location = reader.label('location')
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url,
    title: reader.label('title') ?? '',
    description: markdownText(reader.string('description') ?? ''),
    hiringOrganization: reader.label('company'),
    jobLocation: location,
    addressCountry: countryCode(LAST_PART.exec(location ?? '')?.[1] ?? null),
    employmentType: reader.label('job_type'),
    baseSalary: readPay(reader),
    datePosted: reader.day('date_posted'),
    experienceText: reader.label('experience_range'),
    employerSizeText: reader.label('company_num_employees'),
    industryText: reader.label('company_industry'),
    isRemote: reader.boolean('is_remote'),
    totalJobOpenings: reader.number('vacancy_count'),
  }
  const sourceId = reader.label('site') ?? 'jobspy'
  reader.ignore(...IGNORED)
  reader.rest()
  return [...log.list().map((issue) => ({ kind: 'issue', sourceId, issue }) as const), toRecord(sourceId, draft)]
}

function readPay(reader: Reader): StructuredSalary | null {
  const min = positive(reader.number('min_amount'))
  const max = positive(reader.number('max_amount'))
  const unitText = reader.label('interval')
  const currency = reader.label('currency')
  return min === null && max === null ? null : { min, max, unitText, currency }
}

function positive(amount: number | null): number | null {
  return amount !== null && amount > 0 ? amount : null
}
