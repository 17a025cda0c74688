import { type MarkupHandler, scanMarkup } from './scan-markup.ts'

/** One address of a sitemap. */
export interface SitemapEntry {
  readonly url: string
  readonly lastmod: string | null
}

/** What a sitemap lists: pages, or further sitemaps. `kind` is null when the text is no sitemap at all. */
export interface Sitemap {
  readonly kind: 'urlset' | 'index' | null
  readonly entries: readonly SitemapEntry[]
  /** True when more addresses were listed than the protocol allows in one file. */
  readonly isCut: boolean
  /** True when the document stops in the middle. */
  readonly isUnclosed: boolean
}

/** Addresses that one sitemap may list, by the protocol (sitemaps.org). */
const MAX_ENTRIES = 50_000
const MAX_URL_LENGTH = 2048
const PREFIX = /^[a-z\d]+:/
const LINE_OF_ADDRESS = /^https?:\/\/\S{1,2000}$/

/** Reads a sitemap or sitemap index (any namespace prefix), or its plain-text form with one address a line. */
export function readSitemap(text: string): Sitemap {
  if (!text.includes('<')) return readPlainSitemap(text)
  const collector = new SitemapCollector()
  const { isUnclosed } = scanMarkup(text, 'xml', () => collector)
  return collector.sitemap(isUnclosed)
}

function readPlainSitemap(text: string): Sitemap {
  const lines = text.split('\n').map((line) => line.trim())
  const urls = lines.filter((line) => LINE_OF_ADDRESS.test(line))
  const entries = urls.slice(0, MAX_ENTRIES).map((url) => ({ url, lastmod: null }))
  return { kind: entries.length > 0 ? 'urlset' : null, entries, isCut: urls.length > MAX_ENTRIES, isUnclosed: false }
}

class SitemapCollector implements MarkupHandler {
  readonly #entries: SitemapEntry[] = []
  #kind: Sitemap['kind'] = null
  #isCut = false
  #inside: 'loc' | 'lastmod' | null = null
  #loc = ''
  #lastmod = ''
  #entryDepth = 0

  sitemap(isUnclosed: boolean): Sitemap {
    return { kind: this.#kind, entries: this.#entries, isCut: this.#isCut, isUnclosed }
  }

  onopentagname(name: string): void {
    const local = name.toLowerCase().replace(PREFIX, '')
    if (local === 'urlset') this.#kind ??= 'urlset'
    else if (local === 'sitemapindex') this.#kind ??= 'index'
    else if (local === 'url' || local === 'sitemap') {
      this.#entryDepth += 1
      this.#loc = ''
      this.#lastmod = ''
      // `image:loc` and its like are not the page's address.
    } else if (this.#entryDepth > 0 && (name === 'loc' || name === 'lastmod' || !isExtension(name))) {
      if (local === 'loc' || local === 'lastmod') this.#inside = local
    }
  }

  ontext(data: string): void {
    if (this.#inside === 'loc' && this.#loc.length < MAX_URL_LENGTH) this.#loc += data
    else if (this.#inside === 'lastmod' && this.#lastmod.length < 64) this.#lastmod += data
  }

  onclosetag(name: string): void {
    const local = name.toLowerCase().replace(PREFIX, '')
    this.#inside = null
    if (local !== 'url' && local !== 'sitemap') return
    this.#entryDepth = Math.max(0, this.#entryDepth - 1)
    const url = this.#loc.trim()
    if (url === '') return
    if (this.#entries.length >= MAX_ENTRIES) this.#isCut = true
    else this.#entries.push({ url, lastmod: this.#lastmod.trim() || null })
    this.#loc = ''
  }
}

const EXTENSION = /^(?:image|video|news|xhtml|mobile):/i

function isExtension(name: string): boolean {
  return EXTENSION.test(name)
}
