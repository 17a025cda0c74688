import { isAscii, isUtf8, transcode } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import type { Capture } from '../../domain/capture.ts'

/** Text of a body, or why it has none. */
export type BodyText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly code: string; readonly message: string }

const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i
const XML_ENCODING = /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})/i
const META_WINDOW = 2048
/** Decompressed bytes of a gzipped sitemap; the sitemap protocol allows 50 MB, which no polite crawl needs. */
const MAX_UNZIPPED_BYTES = 20_000_000
/** Longer bodies are decoded the frugal way: the quick one holds them three times at once. */
const QUICK_BYTES = 1_000_000

/** Decodes the body of a capture: gzip by its magic number, then the charset of BOM, header, XML declaration or meta. */
export function decodeBody(capture: Pick<Capture, 'body' | 'contentType'>): BodyText {
  let bytes = capture.body
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: MAX_UNZIPPED_BYTES })
    } catch {
      const message = `The gzipped body is damaged or larger than ${MAX_UNZIPPED_BYTES / 1e6} MB once unpacked; it is not read.`
      return { kind: 'unreadable', code: 'gzip-unreadable', message }
    }
  }
  return { kind: 'text', text: decode(bytes, decoderFor(bytes, capture.contentType)) }
}

function decode(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): string {
  if (decoder.encoding === 'utf-8') return decodeUtf8(bytes, decoder)
  // Node 20 takes windows-1252 for ISO 8859-1 (no €, no ’, no œ) unless it is told that more may come.
  return decoder.decode(bytes, { stream: decoder.encoding === 'windows-1252' })
}

/**
 * What the decoder gives, in a fifth of its time for the usual page: V8 reads UTF-8 with accents byte by byte. A page
 * with faults, or a long one, is left to the decoder.
 */
function decodeUtf8(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): string {
  const start = hasByteOrderMark(bytes) ? 3 : 0
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start)
  if (isAscii(body)) return body.toString('latin1')
  if (body.byteLength > QUICK_BYTES || !isUtf8(body)) return decoder.decode(bytes)
  return transcode(body, 'utf8', 'utf16le').toString('utf16le')
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function decoderFor(bytes: Uint8Array, contentType: string | null): InstanceType<typeof TextDecoder> {
  if (hasByteOrderMark(bytes)) return new TextDecoder('utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  const declared = CHARSET.exec(contentType ?? '')?.[1] ?? declaredInside(bytes)
  try {
    return new TextDecoder(declared ?? 'utf-8')
  } catch {
    // An unknown name: UTF-8 is the likeliest truth.
    return new TextDecoder('utf-8')
  }
}

function declaredInside(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, META_WINDOW)).toString('latin1')
  const xml = XML_ENCODING.exec(head)?.[1]
  if (xml !== undefined) return xml
  return head.includes('<meta') || head.includes('<META') ? (CHARSET.exec(head)?.[1] ?? null) : null
}
