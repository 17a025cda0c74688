import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import { countryCode } from '../../shapes/country-code.ts'
import { postingRequest } from '../../shapes/crawl-request.ts'
import { followOffset } from '../../shapes/follow-offset.ts'
import { readJsonBody, recordsOf } from '../../shapes/json-body.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { isRecord, Reader } from '../../shapes/reader.ts'

/** Postings listed at once. */
export const PAGE_SIZE = 100

const SECTIONS = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation'] as const
const IGNORED = [
  ...['uuid', 'jobAdId', 'defaultJobAd', 'refNumber', 'function', 'department', 'customField', 'visibility', 'ref'],
  ...['creator', 'active', 'applyUrl', 'referralUrl', 'actions', 'jobId', 'profilingRecruiter'],
] as const

/** Reads the list (each posting's own page follows: the list has no text) or the page of one posting. */
export function parse(capture: Capture, request: CrawlRequest): ParsedPage {
  return request.purpose === 'posting' ? parseDetail(capture) : parseList(capture, request)
}

function parseList(capture: Capture, request: CrawlRequest): ParsedPage {
  const page = new PageBuilder()
  const items = recordsOf(capture, page, 'content')
  const base = new URL(request.url)
  for (const item of items) {
    const id = item.string('id')
    if (id === null) {
      page.skip('no-id', item.label('name'))
      continue
    }
    const url = new URL(`${base.pathname}/${encodeURIComponent(id)}`, base)
    page.follow(postingRequest(url.href, { depth: request.depth + 1 }))
  }
  if (items.length >= PAGE_SIZE) followOffset(page, request, 'offset', PAGE_SIZE)
  return page.build('api')
}

function parseDetail(capture: Capture): ParsedPage {
  const page = new PageBuilder()
  const value = readJsonBody(capture, page.log)
  if (isRecord(value)) page.add(readPosting(new Reader(value, page.log, null)))
  else if (value !== undefined) {
    page.log.error('layout-changed', 'The page of a posting holds no object.', capture.url, value)
  }
  return page.build('api')
}

function readPosting(posting: Reader): PostingDraft {
  const extId = posting.string('id') ?? ''
  posting.ref = extId || null
  const company = posting.record('company')
  const location = posting.record('location')
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url: posting.string('postingUrl'),
    title: posting.label('name') ?? '',
    description: readSections(posting),
    hiringOrganization: company?.label('name') ?? null,
    jobLocation: location === null ? null : readLocation(location),
    postalCode: location?.string('postalCode') ?? null,
    addressCountry: countryCode(location?.string('country') ?? null),
    employmentType: labelOf(posting, 'typeOfEmployment'),
    datePosted: posting.day('releasedDate'),
    experienceText: labelOf(posting, 'experienceLevel'),
    industryText: labelOf(posting, 'industry'),
    isRemote: location?.boolean('remote') ?? null,
    language: readLanguage(posting),
  }
  company?.ignore('identifier')
  location?.ignore('region', 'address', 'hybrid', 'latitude', 'longitude', 'manual', 'regionCode', 'hybridDescription')
  posting.ignore(...IGNORED)
  posting.rest()
  return draft
}

function readSections(posting: Reader): string {
  const sections = posting.record('jobAd')?.record('sections') ?? null
  if (sections === null) return ''
  const parts: string[] = []
  for (const key of SECTIONS) {
    const section = sections.record(key)
    const title = section?.label('title') ?? null
    const text = section?.text('text') ?? ''
    if (text !== '') parts.push(title === null ? text : `${title}\n${text}`)
  }
  sections.ignore('videos')
  return parts.join('\n\n')
}

function readLocation(location: Reader): string | null {
  const full = location.label('fullLocation')
  const city = location.label('city')
  return full ?? city
}

function labelOf(posting: Reader, key: string): string | null {
  const record = posting.record(key)
  record?.ignore('id')
  return record?.label('label') ?? null
}

function readLanguage(posting: Reader): string | null {
  const language = posting.record('language')
  language?.ignore('label', 'labelNative')
  return language?.string('code') ?? null
}
