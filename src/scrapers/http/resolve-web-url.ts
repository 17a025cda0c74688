/** A link as an absolute http(s) URL without its fragment; null for anything else. */
export function resolveWebUrl(link: string, base?: string): string | null {
  try {
    const url = new URL(link, base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    url.hash = ''
    return url.href
  } catch {
    return null
  }
}
