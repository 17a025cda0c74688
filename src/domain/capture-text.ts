import type { Capture } from './capture.ts'

const HEADER_CHARSET = /charset\s*=\s*["']?([\w:.-]{1,40})/i
const META_CHARSET = /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i
const XML_ENCODING = /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i
const HEAD_BYTES = 2048

/**
 * The body of a capture as text. The charset is that of the byte order mark, the `Content-Type` header, the XML
 * declaration or the `meta` element, in this order; UTF-8 otherwise or when the name is unknown. Never throws.
 */
export function captureText(capture: Capture): string {
  const { body } = capture
  return decoderFor(captureCharset(capture)).decode(body)
}

/** Name of the charset of a capture, as its byte order mark, header, XML declaration or `meta` element states it. */
export function captureCharset({ body, contentType, renderedInBrowser }: Capture): string {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8'
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be'
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le'
  if (renderedInBrowser) return 'utf-8'
  const stated = HEADER_CHARSET.exec(contentType ?? '')?.[1]
  if (stated !== undefined && isKnown(stated)) return stated
  const head = LATIN1.decode(body.subarray(0, HEAD_BYTES))
  const inside = XML_ENCODING.exec(head)?.[1] ?? META_CHARSET.exec(head)?.[1]
  // A page whose own bytes are readable as ASCII cannot be UTF-16, whatever its meta element says.
  return inside !== undefined && isKnown(inside) && !inside.toLowerCase().startsWith('utf-16') ? inside : 'utf-8'
}

type Decoder = InstanceType<typeof TextDecoder>

const LATIN1 = new TextDecoder('latin1')
const decoders = new Map<string, Decoder | null>()

function isKnown(charset: string): boolean {
  return findDecoder(charset) !== null
}

function decoderFor(charset: string): Decoder {
  return findDecoder(charset) ?? new TextDecoder()
}

function findDecoder(charset: string): Decoder | null {
  const name = charset.toLowerCase()
  const known = decoders.get(name)
  if (known !== undefined) return known
  let decoder: Decoder | null = null
  try {
    decoder = new TextDecoder(name)
  } catch {
    // Not a charset of the Encoding Standard.
  }
  if (decoders.size < 100) decoders.set(name, decoder)
  return decoder
}
