import type { JsonRecord } from './reader.ts'
import { type MarkupCursor, type MarkupHandler, scanMarkup } from './scan-markup.ts'

const MAX_POSTINGS = 200
const MAX_ITEM_DEPTH = 6
const MAX_VALUES = 400
/** Longest inner HTML kept of one property. */
const MAX_VALUE_LENGTH = 200_000
const TYPE_NAME = /([A-Za-z]+)\/?$/
const SPACES = /\s+/

/**
 * The JobPosting items of a page's microdata, as nodes of the same form as JSON-LD. One pass of the tokenizer, no DOM:
 * a page nested a million deep costs no more than any other.
 */
export function findMicrodataPostings(html: string): readonly JsonRecord[] {
  let collector: ItemCollector | null = null
  scanMarkup(html, 'html', (cursor) => {
    collector = new ItemCollector(html, cursor)
    return collector
  })
  return (collector as ItemCollector | null)?.postings() ?? []
}

interface Item {
  readonly type: string | null
  readonly values: Map<string, unknown[]>
  count: number
}

interface OpenElement {
  readonly names: readonly string[]
  /** The item whose property this element is. */
  readonly owner: Item | null
  /** The item that this element starts. */
  readonly item: Item | null
  /** A value stated by an attribute; null when the value is the content. */
  readonly stated: string | null
  readonly contentStart: number
}

class ItemCollector implements MarkupHandler {
  readonly #html: string
  readonly #open: OpenElement[] = []
  readonly #items: Item[] = []
  readonly #found: Item[] = []
  readonly #cursor: MarkupCursor

  constructor(html: string, cursor: MarkupCursor) {
    this.#html = html
    this.#cursor = cursor
  }

  postings(): readonly JsonRecord[] {
    return this.#found.map(toRecord)
  }

  onopentag(_name: string, attributes: Readonly<Record<string, string>>): void {
    const owner = this.#items.at(-1) ?? null
    const names = owner === null ? [] : (attributes['itemprop'] ?? '').split(SPACES, 4).filter((name) => name !== '')
    const item = this.#startItem(attributes)
    this.#open.push({ names, owner, item, stated: statedValue(attributes), contentStart: this.#cursor.end + 1 })
  }

  onclosetag(): void {
    const element = this.#open.pop()
    if (element === undefined) return
    if (element.item !== null) this.#items.pop()
    for (const name of element.names) this.#add(element, name)
  }

  #startItem(attributes: Readonly<Record<string, string>>): Item | null {
    if (attributes['itemscope'] === undefined || this.#items.length >= MAX_ITEM_DEPTH) return null
    const type = TYPE_NAME.exec((attributes['itemtype'] ?? '').slice(-120))?.[1] ?? null
    const item: Item = { type, values: new Map(), count: 0 }
    this.#items.push(item)
    if (type === 'JobPosting' && this.#found.length < MAX_POSTINGS) this.#found.push(item)
    return item
  }

  #add(element: OpenElement, name: string): void {
    const owner = element.owner
    if (owner === null || owner.count >= MAX_VALUES) return
    owner.count += 1
    const value = element.item ?? element.stated ?? this.#content(element.contentStart)
    const known = owner.values.get(name)
    if (known === undefined) owner.values.set(name, [value])
    else known.push(value)
  }

  #content(start: number): string {
    const end = Math.max(start, this.#cursor.start)
    return this.#html.slice(start, Math.min(end, start + MAX_VALUE_LENGTH))
  }
}

function statedValue(attributes: Readonly<Record<string, string>>): string | null {
  const value = attributes['content'] ?? attributes['datetime'] ?? attributes['value']
  if (value !== undefined) return value
  // Only these properties are addresses; elsewhere a link's words are the value.
  return attributes['itemprop'] === 'url' || attributes['itemprop'] === 'sameAs' ? (attributes['href'] ?? null) : null
}

function toRecord(item: Item): JsonRecord {
  const entries: [string, unknown][] = [['@type', item.type]]
  for (const [name, values] of item.values) {
    const plain = values.map((value) => (isItem(value) ? toRecord(value) : value))
    entries.push([name, plain.length === 1 ? plain[0] : plain])
  }
  return Object.fromEntries(entries)
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'values' in value
}
