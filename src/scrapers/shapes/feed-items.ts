import { parseFeed } from 'feedsmith'
import type { IssueLog } from './issue-log.ts'
import { elementsNamed, parseXml, type XmlElement } from './xml-tree.ts'

/** One entry of a feed of any format. Texts are as published. */
export interface FeedItem {
  readonly id: string | null
  readonly link: string | null
  readonly title: string | null
  /** The longest of what the item offers as its text. */
  readonly body: string | null
  readonly published: string | null
  /** The element itself with all that a feed reader does not know; null in a JSON Feed. */
  readonly element: XmlElement | null
  /** The item of a JSON Feed, with its extensions. */
  readonly json: Readonly<Record<string, unknown>> | null
}

/** The entries of a feed and the address of its next page (RFC 5005), if any. */
export interface FeedPage {
  readonly items: readonly FeedItem[]
  readonly next: string | null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, real feeds hold them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g
/** Most items of one feed; real ones have some hundred. */
const MAX_ITEMS = 10_000

function itemsOf(root: XmlElement): readonly XmlElement[] {
  return [...elementsNamed(root, 'item'), ...elementsNamed(root, 'entry')]
}

/** Reads RSS, RDF, Atom or JSON Feed; null with an issue when the text is none of them. */
export function readFeed(text: string, url: string, log: IssueLog): FeedPage | null {
  const clean = text.replace(FORBIDDEN, '')
  const document = clean.trimStart().startsWith('{') ? null : parseXml(clean)
  if (document?.isCut === true) {
    // The feed reader recurses: what nests without end must not reach it.
    log.error('feed-unreadable', 'The feed nests deeper or holds more elements than any real one; it is not read.', url)
    return null
  }
  if (document !== null && itemsOf(document.root).length > MAX_ITEMS) {
    log.error('feed-unreadable', `The feed has more than ${MAX_ITEMS} items; it is not read.`, url)
    return null
  }
  if (document?.isUnclosed === true) {
    log.error('xml-truncated', 'The feed stops in the middle; what comes before is read.', url)
  }
  try {
    return fromParsed(parseFeed(document?.isUnclosed === true ? closeFeed(clean) : clean), document?.root ?? null)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 100) : 'unknown'
    log.error(
      'feed-unreadable',
      `The answer is not an RSS, Atom, RDF or JSON feed (${reason}).`,
      url,
      text.slice(0, 200),
    )
    return null
  }
}

const ENDINGS = [
  ['</entry>', '</feed>'],
  ['</item>', '</channel></rss>'],
] as const

/** A feed that stops in the middle, up to its last whole item: the feed reader takes nothing from an unclosed one. */
function closeFeed(text: string): string {
  for (const [item, ending] of ENDINGS) {
    const end = text.lastIndexOf(item)
    if (end >= 0) return text.slice(0, end + item.length) + (text.includes('<rdf:RDF') ? '</rdf:RDF>' : ending)
  }
  return text
}

function fromParsed(parsed: ReturnType<typeof parseFeed>, root: XmlElement | null): FeedPage {
  switch (parsed.format) {
    case 'json':
      return { items: (parsed.feed.items ?? []).map(fromJson), next: parsed.feed.next_url ?? null }
    case 'atom': {
      const elements = root === null ? [] : elementsNamed(root, 'entry')
      const items = (parsed.feed.entries ?? []).map((entry, index) => {
        const link = entry.links?.find((one) => one.rel === undefined || one.rel === 'alternate') ?? entry.links?.[0]
        return {
          id: entry.id ?? null,
          link: link?.href ?? null,
          title: entry.title ?? null,
          body: longest(entry.content, entry.summary),
          published: entry.published ?? entry.updated ?? null,
          element: elements[index] ?? null,
          json: null,
        }
      })
      return { items, next: parsed.feed.links?.find((link) => link.rel === 'next')?.href ?? null }
    }
    case 'rss':
    case 'rdf': {
      const elements = root === null ? [] : elementsNamed(root, 'item')
      const items = (parsed.feed.items ?? []).map((item, index) => fromRss(item, elements[index] ?? null))
      const next = parsed.feed.atom?.links?.find((link) => link.rel === 'next')?.href ?? null
      return { items, next }
    }
  }
}

type RssLike = Readonly<{
  title?: string | undefined
  link?: string | undefined
  description?: string | undefined
  content?: Readonly<{ encoded?: string | undefined }> | undefined
  dc?: Readonly<{ date?: unknown }> | undefined
}>

function fromRss(item: RssLike, element: XmlElement | null): FeedItem {
  const guid = 'guid' in item ? (item as { guid?: { value?: string } }).guid?.value : undefined
  const published = 'pubDate' in item ? (item as { pubDate?: unknown }).pubDate : item.dc?.date
  return {
    id: guid ?? element?.attributes['rdf:about'] ?? null,
    link: item.link ?? null,
    title: item.title ?? null,
    body: longest(item.content?.encoded, item.description),
    published: typeof published === 'string' ? published : null,
    element,
    json: null,
  }
}

function fromJson(item: Readonly<Record<string, unknown>>): FeedItem {
  const text = (key: string): string | null => (typeof item[key] === 'string' ? item[key] : null)
  return {
    id: typeof item['id'] === 'number' ? String(item['id']) : text('id'),
    link: text('url') ?? text('external_url'),
    title: text('title'),
    body: longest(text('content_html'), text('content_text'), text('summary')),
    published: text('date_published'),
    element: null,
    json: item,
  }
}

function longest(...texts: readonly (string | null | undefined)[]): string | null {
  let best: string | null = null
  for (const text of texts) if (text != null && text.length > (best?.length ?? 0)) best = text
  return best
}
