import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import { optionText } from '../../shapes/option-text.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { inlineText, plainText } from '../../shapes/plain-text.ts'
import { readDate } from '../../shapes/read-date.ts'
import { textOf } from '../../shapes/site-crawl.ts'
import { childText, elementsNamed, parseXml, type XmlElement } from '../../shapes/xml-tree.ts'
import type { SourceOptions } from '../../source-contract.ts'

/** Languages asked for, one after the other, until one has texts. */
const LANGUAGES: readonly string[] = ['fr', 'en', 'de']
const KNOWN = new Set([
  ...['id', 'subcompany', 'office', 'additionaloffices', 'department', 'recruitingcategory', 'name', 'jobdescriptions'],
  ...['employmenttype', 'seniority', 'schedule', 'yearsofexperience', 'keywords', 'occupation', 'occupationcategory'],
  ...['createdat', 'salary', 'salarydescription'],
])

/** Reads a feed. When none of its positions has a text in this language, the feed of the next one is asked for. */
export function parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  const xml = textOf(capture, page)
  if (xml === null) return page.build('api')
  const { root, isUnclosed } = parseXml(xml)
  if (isUnclosed)
    page.log.error('xml-truncated', 'The feed stops in the middle; what comes before is read.', request.url)
  const positions = elementsNamed(root, 'position')
  if (positions.length === 0 && elementsNamed(root, 'workzag-jobs').length === 0) {
    page.log.error('layout-changed', 'The feed is not Personio’s: no <workzag-jobs>.', request.url, xml)
    return page.build('api')
  }
  const language = new URL(request.url).searchParams.get('language')
  const drafts = positions.map((position) => readPosition(position, request, options, page))
  if (drafts.length > 0 && drafts.every((draft) => draft.description === '')) {
    const next = LANGUAGES[LANGUAGES.indexOf(language ?? '') + 1]
    if (next !== undefined && request.depth < LANGUAGES.length) {
      const url = new URL(request.url)
      url.searchParams.set('language', next)
      page.follow(listingRequest(url.href, { depth: request.depth + 1 }))
      page.log.warn('no-text-in-language', `No position has a text in the language "${language}".`, request.url)
    }
  }
  for (const [index, draft] of drafts.entries()) {
    const isTruncated = isUnclosed && index === drafts.length - 1
    page.add({ ...draft, isTruncated, language: draft.description === '' ? null : language })
  }
  return page.build('api')
}

function readPosition(
  position: XmlElement,
  request: CrawlRequest,
  options: SourceOptions,
  page: PageBuilder,
): PostingDraft {
  const extId = childText(position, 'id') ?? ''
  for (const { name } of position.children) {
    if (KNOWN.has(name)) continue
    page.log.warn(
      'unmapped-field',
      `The field ${name.slice(0, 60)} is not mapped: add it to the parser or ignore it.`,
      extId,
    )
  }
  return {
    ...EMPTY_POSTING,
    extId,
    url: extId === '' ? null : new URL(`/job/${encodeURIComponent(extId)}`, request.url).href,
    title: label(position, 'name') ?? '',
    description: readDescription(position),
    hiringOrganization: label(position, 'subcompany') ?? optionText(options, 'employer'),
    jobLocation: readOffices(position),
    employmentType: label(position, 'employmenttype'),
    salaryText: label(position, 'salary') ?? label(position, 'salarydescription'),
    datePosted: readCreated(position, extId, page),
    experienceText: joined([label(position, 'seniority'), label(position, 'yearsofexperience')]),
    workTimeText: label(position, 'schedule'),
  }
}

function readCreated(position: XmlElement, ref: string, page: PageBuilder): string | null {
  const reading = readDate(childText(position, 'createdat'))
  if (reading.kind === 'unreadable') {
    page.log.warn('unreadable-value', 'The field createdAt is not a date; it is left empty.', ref, reading.written)
  }
  return reading.kind === 'day' ? reading.day : null
}

function readDescription(position: XmlElement): string {
  const parts: string[] = []
  for (const part of elementsNamed(position, 'jobdescription')) {
    const text = plainText(childText(part, 'value') ?? '')
    if (text !== '') parts.push([label(part, 'name'), text].filter((line) => line !== null).join('\n'))
  }
  return parts.join('\n\n')
}

function readOffices(position: XmlElement): string | null {
  const offices = elementsNamed(position, 'office').map((office) => inlineText(office.text))
  const named = [...new Set(offices)].filter((office) => office !== '')
  return named.length === 0 ? null : named.join(' ; ')
}

function label(element: XmlElement, name: string): string | null {
  const text = childText(element, name)
  return text === null ? null : inlineText(text) || null
}

function joined(parts: readonly (string | null)[]): string | null {
  const words = parts.filter((part) => part !== null)
  return words.length === 0 ? null : words.join(', ')
}
