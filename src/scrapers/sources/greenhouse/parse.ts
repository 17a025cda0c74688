import type { Capture } from '../../../domain/capture.ts'
import type { ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import type { StructuredSalary } from '../../../domain/reading.ts'
import { recordsOf } from '../../shapes/json-body.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import type { Reader } from '../../shapes/reader.ts'

const CONTRACT_FIELD = /contract|contrat|employment type|type d.emploi/i
const IGNORED = [
  ...['internal_job_id', 'updated_at', 'requisition_id', 'application_deadline', 'departments', 'data_compliance'],
  ...[
    'ai_disclaimer',
    'include_ai_disclaimer',
    'ai_opt_out_request_url',
    'education',
    'questions',
    'location_questions',
  ],
  ...['compliance', 'demographic_questions', 'prospect_post_id'],
] as const

/** Reads a whole board; its content is entity-escaped HTML. */
export function parse(capture: Capture): ParsedPage {
  const page = new PageBuilder()
  for (const job of recordsOf(capture, page, 'jobs')) page.add(readJob(job))
  return page.build('api')
}

function readJob(job: Reader): PostingDraft {
  const extId = job.string('id') ?? ''
  job.ref = extId || null
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url: job.string('absolute_url'),
    title: job.label('title') ?? '',
    description: job.text('content'),
    hiringOrganization: job.label('company_name'),
    jobLocation: readLocation(job),
    employmentType: readContract(job),
    baseSalary: readPay(job),
    datePosted: job.day('first_published'),
    language: job.string('language'),
  }
  job.ignore(...IGNORED)
  job.rest()
  return draft
}

function readLocation(job: Reader): string | null {
  const location = job.record('location')?.label('name') ?? null
  const offices = job.records('offices').map((office) => {
    office.ignore('id', 'name', 'child_ids', 'parent_id')
    return office.label('location')
  })
  return location ?? offices.find((office) => office !== null) ?? null
}

// Employers keep the contract among their own fields, under names of their choice.
function readContract(job: Reader): string | null {
  let contract: string | null = null
  for (const field of job.records('metadata')) {
    const name = field.label('name') ?? ''
    const value = field.take('value')
    field.ignore('id', 'value_type')
    if (typeof value === 'string' && CONTRACT_FIELD.test(name)) contract ??= value
  }
  return contract
}

function readPay(job: Reader): StructuredSalary | null {
  const ranges = job.records('pay_input_ranges').map((range) => {
    const min = range.number('min_cents')
    const max = range.number('max_cents')
    const currency = range.string('currency_type')
    const title = range.label('title')
    range.ignore('blurb')
    return { min: euros(min), max: euros(max), currency, unitText: periodOf(title) }
  })
  return ranges.find((range) => range.min !== null || range.max !== null) ?? null
}

function euros(cents: number | null): number | null {
  return cents === null || cents <= 0 ? null : cents / 100
}

// The range has no period of its own; its title often names one.
function periodOf(title: string | null): string | null {
  return PERIOD_WORD.exec(title ?? '')?.[0] ?? null
}

const PERIOD_WORD = /\b(?:hour|day|week|month|year|annual|heure|jour|semaine|mois|an)/i
