import type { Capture } from '../../../domain/capture.ts'
import type { CrawlRequest, ParsedPage } from '../../../domain/crawl.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../domain/posting.ts'
import { listingRequest } from '../../shapes/crawl-request.ts'
import { type FeedItem, readFeed } from '../../shapes/feed-items.ts'
import type { IssueLog } from '../../shapes/issue-log.ts'
import { pathKey } from '../../shapes/job-page.ts'
import { PageBuilder } from '../../shapes/page-builder.ts'
import { inlineText, plainText } from '../../shapes/plain-text.ts'
import { readDate } from '../../shapes/read-date.ts'
import { textOf } from '../../shapes/site-crawl.ts'
import type { XmlElement } from '../../shapes/xml-tree.ts'
import type { SourceOptions } from '../../source-contract.ts'

/** Pages of one feed that follow one another; an endless feed ends here. */
const MAX_PAGES = 20
const IS_ADDRESS = /^https?:\/\//

/** Elements beyond RSS in which feeds of job ads say more: WP Job Manager's namespace, Dublin Core, plain names. */
const EXTRA = {
  hiringOrganization: ['job_listing:company', 'company', 'employer', 'companyname', 'company_name', 'dc:publisher'],
  jobLocation: ['job_listing:location', 'location', 'city', 'ville', 'georss:featurename', 'dc:coverage'],
  employmentType: ['job_listing:job_type', 'jobtype', 'job_type', 'contract', 'contrat', 'employmenttype'],
  salaryText: ['job_listing:salary', 'salary', 'salaire'],
  postalCode: ['postalcode', 'postal_code', 'zip'],
  industryText: ['industry', 'sector'],
  educationText: ['education'],
  experienceText: ['experience'],
} as const satisfies Partial<Record<keyof PostingDraft, readonly string[]>>

/** Standard elements that are read elsewhere or have no use here. */
const IGNORED = new Set([
  ...[
    'title',
    'link',
    'description',
    'guid',
    'pubdate',
    'content:encoded',
    'dc:date',
    'id',
    'summary',
    'content',
    'updated',
  ],
  ...[
    'published',
    'author',
    'dc:creator',
    'category',
    'comments',
    'source',
    'enclosure',
    'slash:comments',
    'wfw:commentrss',
  ],
  ...[
    'media:content',
    'media:thumbnail',
    'contributor',
    'rights',
    'dc:subject',
    'dc:language',
    'dc:identifier',
    'dc:rights',
  ],
])

/** Reads one page of a feed; the next one follows when the feed names it. */
export function parse(capture: Capture, request: CrawlRequest, options: SourceOptions): ParsedPage {
  const page = new PageBuilder()
  const text = textOf(capture, page)
  const feed = text === null ? null : readFeed(text, request.url, page.log)
  if (feed === null) return page.build('api')
  for (const item of feed.items) page.add(readItem(item, capture, options, page.log))
  if (feed.next !== null && URL.canParse(feed.next, request.url)) {
    const next = new URL(feed.next, request.url).href
    if (request.depth < MAX_PAGES) page.follow(listingRequest(next, { depth: request.depth + 1 }))
    else page.log.warn('listing-endless', `A feed of more than ${MAX_PAGES} pages is not followed further.`, next)
  }
  return page.build('api')
}

function readItem(item: FeedItem, capture: Capture, options: SourceOptions, log: IssueLog): PostingDraft {
  const url =
    item.link !== null && URL.canParse(item.link, capture.finalUrl) ? new URL(item.link, capture.finalUrl).href : null
  const extId = keyOf(item.id, url)
  const body = item.body ?? ''
  const employer = options.extra['employer']
  const extra = item.element === null ? new Map<string, string>() : readExtra(item.element, extId, log)
  return {
    ...EMPTY_POSTING,
    ...Object.fromEntries(extra),
    extId,
    url,
    title: inlineText(item.title ?? ''),
    description: plainText(body),
    hiringOrganization: extra.get('hiringOrganization') ?? (typeof employer === 'string' ? employer : null),
    datePosted: readPublished(item, extId, log),
  }
}

// An address as guid would change with the host: its path is the key then.
function keyOf(id: string | null, url: string | null): string {
  if (id !== null && id.trim() !== '') return IS_ADDRESS.test(id) ? pathKey(id) : id
  return url === null ? '' : pathKey(url)
}

function readPublished(item: FeedItem, ref: string, log: IssueLog): string | null {
  const reading = readDate(item.published)
  if (reading.kind === 'day') return reading.day
  if (reading.kind === 'unreadable') {
    log.warn('unreadable-value', 'The date of an item is not a date; it is left empty.', ref, reading.written)
  }
  return null
}

function readExtra(element: XmlElement, ref: string, log: IssueLog): Map<string, string> {
  const values = new Map<string, string>()
  for (const child of element.children) {
    const field = FIELD_OF.get(child.name)
    const text = inlineText(child.text)
    if (field === undefined) {
      if (!IGNORED.has(child.name)) {
        log.warn(
          'unmapped-field',
          `The feed's element ${child.name.slice(0, 60)} is not mapped: add it or ignore it.`,
          ref,
          text,
        )
      }
    } else if (text !== '' && !values.has(field)) values.set(field, text)
  }
  return values
}

const FIELD_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(EXTRA).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
)
