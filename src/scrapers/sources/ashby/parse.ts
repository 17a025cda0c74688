import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import type { StructuredSalary } from '../../../domain/reading.ts'
import { recordsOf } from '../../shapes/json-body.ts'
import { optionText } from '../../shapes/option-text.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { readAmount } from '../../shapes/read-amount.ts'
import { readPlaces } from '../../shapes/read-place.ts'
import type { Reader } from '../../shapes/reader.ts'
import type { SourceOptions } from '../../source-contract.ts'

/** Reads a whole board. Unlisted postings are reachable by link only and are left out. */
export function parse(capture: Capture, _request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  for (const job of recordsOf(capture, page, 'jobs')) {
    const draft = readJob(job, optionText(options, 'employer'))
    if (job.boolean('isListed') === false) page.skip('not-a-job-posting', draft.extId)
    else page.add(draft)
  }
  return page.build('api')
}

function readJob(job: Reader, employer: string | null): PostingDraft {
  const extId = job.string('id') ?? ''
  job.ref = extId || null
  const address = job.take('address')
  const pay = readPay(job)
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    ...readPlaces([{ address: typeof address === 'object' && address !== null ? postal(address) : null }]),
    extId,
    url: job.string('jobUrl'),
    title: job.label('title') ?? '',
    description: job.text('descriptionHtml') || job.text('descriptionPlain'),
    hiringOrganization: employer,
    jobLocation: readLocation(job),
    employmentType: job.label('employmentType'),
    baseSalary: pay.structured,
    salaryText: pay.text,
    datePosted: job.day('publishedAt') ?? job.day('publishedDate'),
    isRemote: job.boolean('isRemote'),
  }
  job.ignore('department', 'team', 'departmentName', 'teamName', 'workplaceType', 'applyUrl', 'descriptionPlain')
  job.ignore('shouldDisplayCompensationOnJobPostings', 'isListed', 'publishedDate', 'requisitionId', 'updatedAt')
  job.rest()
  return draft
}

function postal(address: object): unknown {
  return 'postalAddress' in address ? address.postalAddress : null
}

function readLocation(job: Reader): string | null {
  const others = job.records('secondaryLocations').map((place) => {
    place.ignore('address')
    return place.label('location')
  })
  const all = [job.label('location'), ...others].filter((place) => place !== null)
  return all.length === 0 ? null : all.join(' ; ')
}

// The pay of a salary stands in a summary, in tiers of components, or in components of tiers, by the board's age.
function readPay(job: Reader): { structured: StructuredSalary | null; text: string | null } {
  const compensation = job.record('compensation')
  if (compensation === null) return { structured: null, text: null }
  const text =
    compensation.label('scrapeableCompensationSalarySummary') ?? compensation.label('compensationTierSummary')
  compensation.ignore('compensationTierSummary')
  const components = [
    ...compensation.records('summaryComponents'),
    ...compensation.records('compensationTiers').flatMap((tier) => {
      tier.ignore('id', 'tierSummary', 'title', 'additionalInformation')
      return tier.records('components')
    }),
    ...compensation.records('compensationComponents').flatMap((component) => {
      const type = component.take('compensationType')
      component.ignore('label')
      const tiers = component.records('tiers')
      for (const tier of tiers) tier.ignore('title', 'tierType')
      return type === 'Salary' ? tiers : []
    }),
  ]
  const found = components.map(readComponent).find((pay) => pay !== null) ?? null
  return { structured: found, text }
}

function readComponent(component: Reader): StructuredSalary | null {
  const type = component.take('compensationType')
  const min = readAmount(component.take('minValue')) ?? readAmount(component.take('tierFloor'))
  const max = readAmount(component.take('maxValue')) ?? readAmount(component.take('tierCeiling'))
  const currency = component.string('currencyCode') ?? component.string('currency')
  const unitText = component.string('interval')
  component.ignore('id', 'summary', 'minValue', 'maxValue', 'tierFloor', 'tierCeiling', 'currencyCode', 'currency')
  if ((type !== null && type !== 'Salary') || (min === null && max === null)) return null
  return { min, max, unitText, currency }
}
