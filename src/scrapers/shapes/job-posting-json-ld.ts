import { EMPTY_POSTING, type PostingDraft } from '../../domain/posting.ts'
import { inlineText, plainText } from './plain-text.ts'
import { readBaseSalary } from './read-base-salary.ts'
import { readPlaces } from './read-place.ts'
import { isRecord, type JsonRecord, type Reader } from './reader.ts'

/** A schema.org JobPosting as a draft without its key, and the references that may serve as one. */
export interface JobPostingReading {
  readonly draft: Omit<PostingDraft, 'extId'>
  /** `identifier`, raw. */
  readonly identifier: string | null
}

const ROME = /\b[A-N]\d{4}\b/
const SECTIONS = ['responsibilities', 'qualifications', 'skills', 'jobBenefits', 'incentiveCompensation'] as const
const WORDLESS = /[^\p{L}\p{N}]+/gu
const IGNORED = [
  ...['@type', '@id', '@context', '@graph', 'name', 'image', 'logo', 'mainEntityOfPage', 'sameAs', 'additionalType'],
  ...[
    'directApply',
    'applicationContact',
    'applicantLocationRequirements',
    'estimatedSalary',
    'eligibilityToWorkRequirement',
  ],
  ...[
    'jobStartDate',
    'jobImmediateStart',
    'employmentUnit',
    'employerOverview',
    'specialCommitments',
    'securityClearanceRequirement',
  ],
  ...[
    'physicalRequirement',
    'sensoryRequirement',
    'alternateName',
    'potentialAction',
    'publisher',
    'dateModified',
    'dateCreated',
  ],
  ...[
    'experienceInPlaceOfEducation',
    'disambiguatingDescription',
    'subjectOf',
    'applicationDeadline',
    'keywords',
    'hasPart',
  ],
  ...['isPartOf', 'breadcrumb', 'thumbnailUrl', 'datePublished', 'author', 'headline', 'category', 'expires'],
] as const

/**
 * Reads a schema.org JobPosting node (JSON-LD or microdata) whatever its completeness; `byId` resolves references to
 * other nodes of the page. Title and description may come out empty: the caller decides what that means.
 */
export function readJobPosting(posting: Reader, byId: ReadonlyMap<string, JsonRecord>): JobPostingReading {
  const salary = readBaseSalary(posting)
  const place = readPlaces(posting.list('jobLocation').map((value) => resolve(value, byId)))
  const identifier = readIdentifier(posting.take('identifier'))
  const locationType = posting.list('jobLocationType').map(wordOf).join(' ').toUpperCase()
  const occupation = wordsOf(posting.take('occupationalCategory')) ?? wordsOf(posting.take('relevantOccupation'))
  const draft: Omit<PostingDraft, 'extId'> = {
    ...EMPTY_POSTING,
    ...place,
    url: posting.label('url'),
    title: posting.label('title') ?? posting.label('name') ?? '',
    description: readDescription(posting),
    hiringOrganization: readOrganization(posting, byId),
    employmentType: wordsOf(posting.take('employmentType')),
    baseSalary: salary.structured,
    salaryText: salary.text,
    datePosted: posting.day('datePosted'),
    validThrough: posting.day('validThrough'),
    experienceText: readExperience(posting.take('experienceRequirements')),
    educationText: wordsOf(posting.take('educationRequirements')),
    workTimeText: wordsOf(posting.take('workHours')),
    industryText: wordsOf(posting.take('industry')),
    romeCode: ROME.exec(occupation ?? '')?.[0] ?? null,
    isRemote: locationType.includes('TELECOMMUTE') ? true : null,
    language: wordsOf(posting.take('inLanguage')),
    totalJobOpenings: posting.number('totalJobOpenings'),
  }
  posting.ignore(...IGNORED)
  return { draft, identifier }
}

// Duties may stand outside `description`; what it does not hold yet is added below it.
function readDescription(posting: Reader): string {
  posting.ignore('benefits', 'incentives', ...SECTIONS)
  const first = textOf(posting.take('description'))
  if (!SECTIONS.some((key) => posting.has(key))) return first
  const parts = [first]
  let squeezed = first.replace(WORDLESS, '').toLowerCase()
  for (const key of SECTIONS) {
    const text = textOf(posting.take(key))
    const words = text.replace(WORDLESS, '').toLowerCase()
    if (words === '' || squeezed.includes(words.slice(0, 120))) continue
    parts.push(text)
    squeezed += words
  }
  return parts.filter((part) => part !== '').join('\n\n')
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) {
    const lines = value
      .slice(0, 100)
      .map((item) => (typeof item === 'string' ? inlineText(item) : (wordsOf(item) ?? '')))
    return lines
      .filter((line) => line !== '')
      .map((line) => `- ${line}`)
      .join('\n')
  }
  return wordsOf(value) ?? ''
}

function readIdentifier(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'number') return String(first)
  if (typeof first === 'string') return first === '' ? null : first
  if (!isRecord(first)) return null
  const inner = first['value'] ?? first['@id'] ?? first['propertyID']
  return typeof inner === 'string' || typeof inner === 'number' ? String(inner) || null : null
}

function readOrganization(posting: Reader, byId: ReadonlyMap<string, JsonRecord>): string | null {
  const value = posting.take('hiringOrganization')
  const organization = resolve(Array.isArray(value) ? value[0] : value, byId)
  if (typeof organization === 'string') return inlineText(organization) || null
  if (!isRecord(organization)) return null
  const name = organization['name'] ?? organization['legalName']
  return typeof name === 'string' ? inlineText(name) || null : null
}

function readExperience(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (!isRecord(first)) return wordsOf(value)
  const months = first['monthsOfExperience']
  if (typeof months === 'number' || (typeof months === 'string' && months !== '')) return `${months} mois d’expérience`
  return wordsOf(first)
}

/** The words of a text, of a list of texts, or of a node's name, joined by commas; null when there are none. */
function wordsOf(value: unknown): string | null {
  const values = Array.isArray(value) ? value.slice(0, 20) : [value]
  const words = values.map(wordOf).filter((word) => word !== '')
  return words.length === 0 ? null : words.join(', ')
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return inlineText(value.slice(0, 2000))
  if (typeof value === 'number') return String(value)
  if (!isRecord(value)) return ''
  for (const key of ['credentialCategory', 'name', 'codeValue', 'description', 'alternateName', 'value']) {
    const word = value[key]
    if (typeof word === 'string' && word !== '') return inlineText(word.slice(0, 2000))
  }
  return ''
}

function resolve(value: unknown, byId: ReadonlyMap<string, JsonRecord>): unknown {
  if (!isRecord(value)) return value
  const id = value['@id']
  return typeof id === 'string' && Object.keys(value).length === 1 ? (byId.get(id) ?? value) : value
}
