import { decodeHTML } from 'entities'

const SCRIPT = /<script\b/gi
const SCRIPT_END = /<\/script/gi
const TYPE = /\btype\s*=\s*(?:"([^"]{0,120})"|'([^']{0,120})'|([^\s"'>]{1,120}))/i
const LD_JSON = /^\s*application\/(?:[a-z.-]{0,20}\+)?ld\+?json\b|^\s*application\/ld\+json/i
/** A page with more blocks than this is not read further. */
const MAX_BLOCKS = 100

/**
 * The bodies of a page's `application/ld+json` scripts, found by scanning for script tags: no DOM is built. Knows
 * entity-encoded type attributes (`application/ld&#x2B;json`). Linear in the page.
 */
export function findJsonLdBlocks(html: string): readonly string[] {
  const blocks: string[] = []
  SCRIPT.lastIndex = 0
  for (let start = SCRIPT.exec(html); start !== null && blocks.length < MAX_BLOCKS; start = SCRIPT.exec(html)) {
    const open = html.indexOf('>', SCRIPT.lastIndex)
    if (open === -1) break
    SCRIPT_END.lastIndex = open
    const end = SCRIPT_END.exec(html)
    const close = end === null ? html.length : end.index
    if (isJsonLd(html.slice(start.index, Math.min(open, start.index + 2000)))) blocks.push(html.slice(open + 1, close))
    if (end === null) break
    SCRIPT.lastIndex = close
  }
  return blocks
}

function isJsonLd(tag: string): boolean {
  const match = TYPE.exec(tag)
  if (match === null) return false
  const type = match[1] ?? match[2] ?? match[3] ?? ''
  return LD_JSON.test(type.includes('&') ? decodeHTML(type) : type)
}
