import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import type { StructuredSalary } from '../../../domain/reading.ts'
import { countryCode } from '../../shapes/country-code.ts'
import { followOffset } from '../../shapes/follow-offset.ts'
import { recordsOf } from '../../shapes/json-body.ts'
import { optionText } from '../../shapes/option-text.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { plainText } from '../../shapes/plain-text.ts'
import { readAmount } from '../../shapes/read-amount.ts'
import type { Reader } from '../../shapes/reader.ts'
import type { SourceOptions } from '../../source-contract.ts'

/** Postings asked for at once. */
export const PAGE_SIZE = 100

/** Reads one page of a board; a full page means that another may follow. */
export function parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  const postings = recordsOf(capture, page, null)
  for (const posting of postings) page.add(readPosting(posting, optionText(options, 'employer')))
  if (postings.length >= PAGE_SIZE) followOffset(page, request, 'skip', PAGE_SIZE)
  return page.build('api')
}

function readPosting(posting: Reader, employer: string | null): PostingDraft {
  const extId = posting.string('id') ?? ''
  posting.ref = extId || null
  const categories = posting.record('categories')
  const locations = categories?.list('allLocations').filter((place) => typeof place === 'string') ?? []
  const location = categories?.label('location') ?? null
  const workplace = posting.string('workplaceType')
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url: posting.string('hostedUrl'),
    title: posting.label('text') ?? '',
    description: readDescription(posting),
    hiringOrganization: employer,
    jobLocation: locations.length > 1 ? locations.join(' ; ') : location,
    addressCountry: countryCode(posting.string('country')),
    employmentType: categories?.label('commitment') ?? null,
    baseSalary: readPay(posting),
    salaryText: posting.label('salaryDescriptionPlain'),
    datePosted: posting.day('createdAt'),
    isRemote: workplace === 'remote' ? true : workplace === 'on-site' || workplace === 'onsite' ? false : null,
  }
  categories?.ignore('team', 'department', 'level')
  posting.ignore('applyUrl', 'opening', 'openingPlain', 'descriptionBody', 'descriptionBodyPlain', 'salaryDescription')
  posting.ignore('additionalPlain', 'descriptionPlain', 'tags')
  posting.rest()
  return draft
}

// `description` holds opening and body; the duties often stand in `lists`.
function readDescription(posting: Reader): string {
  const lists = posting.records('lists').map((list) => {
    const items = list.string('content') ?? ''
    return `${list.label('text') ?? ''}\n${plainText(`<ul>${items}</ul>`)}`.trim()
  })
  const parts = [posting.text('description'), ...lists, posting.text('additional')]
  return parts.filter((part) => part !== '').join('\n\n')
}

function readPay(posting: Reader): StructuredSalary | null {
  const range = posting.record('salaryRange')
  if (range === null) return null
  const min = readAmount(range.take('min'))
  const max = readAmount(range.take('max'))
  const unitText = range.string('interval')
  const currency = range.string('currency')
  return min === null && max === null ? null : { min, max, unitText, currency }
}
