const READABLE = /^\s*(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|ld\+json|xhtml\+xml|rss|feed|ndjson|x-ndjson))/i
const OPAQUE = /^\s*(?:application\/(?:octet-stream|x-?gzip|gzip)|binary\/octet-stream)/i
/** Bytes searched for a NUL, which text does not have. */
const SNIFFED_BYTES = 512

/**
 * True for an answer that may be text: said so by its type or, when the type says nothing (absent, octet-stream, a gzip
 * file unpacked by now), by its first bytes.
 */
export function isReadableType(contentType: string | null, body: Uint8Array): boolean {
  if (body.byteLength === 0) return true
  if (contentType !== null && READABLE.test(contentType)) return true
  if (contentType !== null && !OPAQUE.test(contentType)) return false
  return !body.subarray(0, SNIFFED_BYTES).includes(0)
}
