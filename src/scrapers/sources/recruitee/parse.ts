import type { Capture } from '../../../domain/capture.ts'
import type { ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import type { StructuredSalary } from '../../../domain/reading.ts'
import { countryCode } from '../../shapes/country-code.ts'
import { recordsOf } from '../../shapes/json-body.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { readAmount } from '../../shapes/read-amount.ts'
import { isRecord, type Reader } from '../../shapes/reader.ts'

const IGNORED = [
  ...['options_cv', 'options_cover_letter', 'options_photo', 'options_phone', 'options_salutation', 'options_title'],
  ...['position', 'category_code', 'state_name', 'state_code', 'careers_apply_url', 'created_at', 'updated_at', 'guid'],
  ...['slug', 'department', 'sharing_title', 'sharing_description', 'sharing_image', 'cover_image', 'tags', 'on_site'],
  ...['hybrid', 'country', 'city', 'dynamic_fields', 'locations_question', 'locations_question_required'],
  ...['locations_question_type', 'location_question_visible', 'open_questions', 'mailbox_email', 'highlight'],
  ...['locations', 'max_hours', 'min_hours', 'status', 'highlight_html', 'notes', 'video', 'department_id'],
] as const

/** Reads a whole board; only published offers are postings. */
export function parse(capture: Capture): ParsedPage {
  const page = new PageBuilder()
  for (const offer of recordsOf(capture, page, 'offers')) {
    const draft = readOffer(offer)
    const status = offer.string('status')
    if (status !== null && status !== 'published') page.skip('not-a-job-posting', draft.extId)
    else page.add(draft)
  }
  return page.build('api')
}

function readOffer(offer: Reader): PostingDraft {
  const extId = offer.string('id') ?? ''
  offer.ref = extId || null
  const texts = [offer.text('description'), offer.text('requirements')]
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    extId,
    url: offer.string('careers_url'),
    title: offer.label('title') ?? '',
    description: texts.filter((text) => text !== '').join('\n\n'),
    hiringOrganization: offer.label('company_name'),
    jobLocation: readLocation(offer),
    postalCode: offer.string('postal_code'),
    addressCountry: countryCode(offer.string('country_code')),
    employmentType: offer.label('employment_type_code'),
    baseSalary: readPay(offer),
    datePosted: offer.day('published_at'),
    validThrough: offer.day('close_at'),
    experienceText: offer.label('experience_code'),
    educationText: offer.label('education_code'),
    workTimeText: readHours(offer),
    isRemote: offer.boolean('remote'),
    language: readLanguage(offer),
  }
  offer.ignore(...IGNORED)
  offer.rest()
  return draft
}

function readLocation(offer: Reader): string | null {
  const location = offer.label('location')
  const city = offer.label('city')
  return location ?? city
}

// Amounts are strings, often null; the period may be wrong (18.50 a month) and stays as published.
function readPay(offer: Reader): StructuredSalary | null {
  const salary = offer.record('salary')
  if (salary === null) return null
  const min = readAmount(salary.take('min'))
  const max = readAmount(salary.take('max'))
  const unitText = salary.string('period')
  const currency = salary.string('currency')
  return min === null && max === null ? null : { min, max, unitText, currency }
}

function readHours(offer: Reader): string | null {
  const min = offer.string('min_hours_per_week')
  const max = offer.string('max_hours_per_week')
  if (min === null && max === null) return null
  return min === max || min === null || max === null ? `${max ?? min} h/semaine` : `${min} à ${max} h/semaine`
}

// One translation tells the language; several do not.
function readLanguage(offer: Reader): string | null {
  const translations = offer.take('translations')
  const languages = isRecord(translations) ? Object.keys(translations) : []
  return languages.length === 1 ? (languages[0] ?? null) : null
}
