import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import { countryCode } from '../../shapes/country-code.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import { pathKey } from '../../shapes/job-page.ts'
import { readJobPosting } from '../../shapes/job-posting-json-ld.ts'
import { optionText } from '../../shapes/option-text.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { inlineText, plainText } from '../../shapes/plain-text.ts'
import { readDate } from '../../shapes/read-date.ts'
import { isRecord, Reader } from '../../shapes/reader.ts'
import { textOf } from '../../shapes/site-crawl.ts'
import { parseTolerantJson } from '../../shapes/tolerant-json.ts'
import { childText, elementsNamed, parseXml, type XmlElement } from '../../shapes/xml-tree.ts'
import type { SourceOptions } from '../../source-contract.ts'

const MAX_PAGES = 100
const KNOWN = new Set([
  ...['title', 'description', 'pubdate', 'link', 'remotestatus', 'guid', 'tt:locations', 'tt:department', 'tt:role'],
  ...['company_name', 'companyname'],
])

/** Reads the JSON Feed (each item holds a schema.org JobPosting) or the RSS feed with Teamtailor's own elements. */
export function parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  const text = textOf(capture, page)
  if (text === null) return page.build('api')
  if (text.trimStart().startsWith('<')) parseRss(text, request, options, page)
  else parseJson(text, request, options, page)
  return page.build('api')
}

function parseJson(text: string, request: CrawlRequest, options: SourceOptions, page: PageBuilder): void {
  const parsed = parseTolerantJson(text)
  const value = parsed.kind === 'read' ? parsed.values[0] : null
  if (!isRecord(value) || !Array.isArray(value['items'])) {
    page.log.error('layout-changed', 'The answer is not a JSON Feed: "items" was expected.', request.url, text)
    return
  }
  const feed = new Reader(value, page.log, null)
  const employer = optionText(options, 'employer') ?? feed.label('title')
  for (const item of feed.records('items')) page.add(readItem(item, employer))
  const next = feed.string('next_url')
  if (next !== null) followNext(next, request, page)
  feed.ignore('version', 'title', 'home_page_url', 'feed_url', 'description', 'language', 'icon', 'favicon')
  feed.rest()
}

function readItem(item: Reader, employer: string | null): PostingDraft {
  const extId = item.string('id') ?? ''
  item.ref = extId || null
  const posting = item.record('_jobposting')
  const reading = posting === null ? null : readJobPosting(posting, new Map())
  const draft: PostingDraft = {
    ...EMPTY_POSTING,
    ...reading?.draft,
    extId,
    url: item.string('url'),
    title: item.label('title') ?? reading?.draft.title ?? '',
    description: item.text('content_html') || item.text('content_text') || (reading?.draft.description ?? ''),
    hiringOrganization: reading?.draft.hiringOrganization ?? employer,
    datePosted: item.day('date_published') ?? reading?.draft.datePosted ?? null,
  }
  item.ignore(
    'content_text',
    'date_modified',
    'summary',
    'image',
    'banner_image',
    'tags',
    'author',
    'authors',
    'language',
  )
  item.rest()
  return draft
}

function parseRss(text: string, request: CrawlRequest, options: SourceOptions, page: PageBuilder): void {
  const { root, isUnclosed } = parseXml(text)
  if (isUnclosed)
    page.log.error('xml-truncated', 'The feed stops in the middle; what comes before is read.', request.url)
  const channel = elementsNamed(root, 'channel')[0]
  if (channel === undefined) {
    page.log.error('layout-changed', 'The answer is not an RSS feed: <channel> was expected.', request.url, text)
    return
  }
  const employer = optionText(options, 'employer') ?? childText(channel, 'title')
  const items = elementsNamed(channel, 'item')
  for (const [index, item] of items.entries()) {
    page.add({ ...readRssItem(item, employer, page), isTruncated: isUnclosed && index === items.length - 1 })
  }
  const next = channel.children.find((child) => child.name === 'atom:link' && child.attributes['rel'] === 'next')
  if (next?.attributes['href'] !== undefined) followNext(next.attributes['href'], request, page)
}

function readRssItem(item: XmlElement, employer: string | null, page: PageBuilder): PostingDraft {
  const extId = childText(item, 'guid') ?? pathKey(childText(item, 'link') ?? '')
  for (const { name } of item.children) {
    if (KNOWN.has(name)) continue
    page.log.warn(
      'unmapped-field',
      `The field ${name.slice(0, 60)} is not mapped: add it to the parser or ignore it.`,
      extId,
    )
  }
  const place = elementsNamed(item, 'tt:location')
  const published = readDate(childText(item, 'pubdate'))
  const remote = childText(item, 'remotestatus')
  return {
    ...EMPTY_POSTING,
    extId,
    url: childText(item, 'link'),
    title: inlineText(childText(item, 'title') ?? ''),
    description: plainText(childText(item, 'description') ?? ''),
    hiringOrganization: employer === null ? null : inlineText(employer),
    jobLocation: placesOf(place),
    postalCode: place.map((one) => childText(one, 'tt:zip')).find((zip) => zip !== null) ?? null,
    addressCountry: place.map((one) => countryCode(childText(one, 'tt:country'))).find((code) => code !== null) ?? null,
    datePosted: published.kind === 'day' ? published.day : null,
    isRemote: remote === 'fully' ? true : remote === 'none' ? false : null,
  }
}

function placesOf(places: readonly XmlElement[]): string | null {
  const names = places.map((place) => childText(place, 'tt:city') ?? childText(place, 'tt:name'))
  const known = [...new Set(names.filter((name) => name !== null))].map(inlineText)
  return known.length === 0 ? null : known.join(' ; ')
}

function followNext(next: string, request: CrawlRequest, page: PageBuilder): void {
  if (!URL.canParse(next, request.url)) return
  if (request.depth < MAX_PAGES)
    page.follow(listingRequest(new URL(next, request.url).href, { depth: request.depth + 1 }))
  else page.log.warn('listing-endless', `A feed of more than ${MAX_PAGES} pages is not followed further.`, next)
}
