/**
 * True when the path and query of an address match a pattern: without `*` the pattern is a part of it, with `*` it is
 * the whole of it with gaps. No regular expression: a pattern of the config cannot make a crawl slow.
 */
export function matchesAddress(url: string, pattern: string): boolean {
  if (pattern === '') return true
  const { pathname, search } = new URL(url)
  const address = pathname + search
  if (!pattern.includes('*')) return address.includes(pattern)
  const pieces = pattern.split('*')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (!address.startsWith(first) || !address.endsWith(last) || address.length < first.length + last.length) return false
  let at = first.length
  const end = address.length - last.length
  for (const piece of pieces.slice(1, -1)) {
    const found = address.indexOf(piece, at)
    if (found === -1 || found + piece.length > end) return false
    at = found + piece.length
  }
  return true
}
