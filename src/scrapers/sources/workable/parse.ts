import type { Capture } from '../../../domain/capture.ts'
import type { ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import { countryCode } from '../../shapes/country-code.ts'
import { readJsonBody, recordsIn } from '../../shapes/json-body.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { isRecord, Reader } from '../../shapes/reader.ts'

/** Reads a whole board. A job with several places is repeated once for each: one posting with all its places. */
export function parse(capture: Capture): ParsedPage {
  const page = new PageBuilder()
  const value = readJsonBody(capture, page.log)
  if (value === undefined) return page.build('api')
  const board = isRecord(value) ? new Reader(value, page.log, null) : null
  const employer = board?.label('name') ?? null
  const drafts = new Map<string, PostingDraft>()
  for (const job of recordsIn(value, page, 'jobs', capture.url)) {
    const draft = readJob(job, employer)
    const known = drafts.get(draft.extId)
    if (known === undefined || draft.extId === '') drafts.set(draft.extId || `no id ${drafts.size}`, draft)
    else {
      drafts.set(draft.extId, { ...known, jobLocation: joinPlaces(known.jobLocation, draft.jobLocation) })
      page.skip('duplicate-in-input', draft.extId)
    }
  }
  for (const draft of drafts.values()) page.add(draft)
  board?.ignore('description', 'jobs')
  board?.rest()
  return page.build('api')
}

function readJob(job: Reader, employer: string | null): PostingDraft {
  const extId = job.string('shortcode') ?? ''
  job.ref = extId || null
  const country = job.label('country')
  const places = job.records('locations').map((place) => {
    place.ignore('region', 'hidden')
    const parts = [place.label('city'), place.label('country')].filter((part) => part !== null)
    return { name: parts.join(', '), code: place.string('countryCode') }
  })
  const own = [job.label('city'), job.label('state'), country].filter((part) => part !== null).join(', ')
  const names = [own, ...places.map((place) => place.name)].filter((name) => name !== '')
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url: job.string('url'),
    title: job.label('title') ?? '',
    description: readDescription(job),
    hiringOrganization: employer,
    jobLocation: places.length > 1 ? [...new Set(names.slice(1))].join(' ; ') : (names[0] ?? null),
    addressCountry: countryCode(places[0]?.code ?? country),
    employmentType: job.label('employment_type'),
    datePosted: job.day('published_on') ?? job.day('created_at'),
    experienceText: job.label('experience'),
    educationText: job.label('education'),
    industryText: job.label('industry'),
    isRemote: job.boolean('telecommuting'),
  }
  job.ignore('department', 'shortlink', 'application_url', 'created_at', 'code', 'function', 'workplace_type')
  job.rest()
  return draft
}

function readDescription(job: Reader): string {
  const parts = [job.text('description'), job.text('requirements'), job.text('benefits')]
  return parts.filter((part) => part !== '').join('\n\n')
}

function joinPlaces(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one.split(' ; ').includes(other) ? one : `${one} ; ${other}`
}
