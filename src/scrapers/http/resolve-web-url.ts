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

const WEB_SCHEME = /^https?:\/\//

/** True for what `resolveWebUrl` takes as it stands; makes no object for each of a long list of links. */
export function isWebUrl(link: string): boolean {
  return WEB_SCHEME.test(link) ? URL.canParse(link) : resolveWebUrl(link) !== null
}
