import { scanMarkup } from './scan-markup.ts'

const MAX_LINKS = 5000
const MAX_URL_LENGTH = 2048

/** One link of a page: its absolute address and its words. */
export interface PageLink {
  readonly url: string
  readonly text: string
  readonly rel: string
}

/** The http(s) links of a page, resolved against `base`, without fragments, each address once, in order. */
export function findLinks(html: string, base: string): readonly PageLink[] {
  const links = new Map<string, PageLink>()
  let open: { url: string; text: string; rel: string } | null = null
  const close = (): void => {
    if (open !== null && !links.has(open.url) && links.size < MAX_LINKS) links.set(open.url, open)
    open = null
  }
  scanMarkup(html, 'html', () => ({
    onopentag(name, attributes) {
      if (name !== 'a' && name !== 'link') return
      close()
      const url = resolve(attributes['href'] ?? '', base)
      if (url !== null) open = { url, text: '', rel: (attributes['rel'] ?? '').slice(0, 60) }
      if (name === 'link') close()
    },
    ontext(data) {
      if (open !== null && open.text.length < 200) open.text += data
    },
    onclosetag(name) {
      if (name === 'a') close()
    },
  }))
  close()
  return [...links.values()]
}

function resolve(href: string, base: string): string | null {
  if (href === '' || href.length > MAX_URL_LENGTH || !URL.canParse(href, base)) return null
  const url = new URL(href, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  url.hash = ''
  return url.href
}
