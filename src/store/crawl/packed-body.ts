import { brotliCompressSync, brotliDecompressSync, constants, inflateRawSync } from 'node:zlib'

/** How the body of a capture is packed: by Brotli (RFC 7932), or by an older version as a raw deflate stream (RFC 1951). */
export type BodyCoding = 'br' | 'deflate-raw'

/** The packed body of a capture, as a row holds it. */
export interface PackedBody {
  readonly body_packed: Uint8Array
  readonly body_coding: BodyCoding
}

/** Quality 1 costs half of deflate's cheapest level on real pages and leaves a tenth less; higher ones cost several times as much. */
const QUALITY = 1
/** 1 MB: what a page repeats is hardly ever further back. */
const WINDOW_BITS = 20

/** Packs a body at once: a millisecond for a page of half a megabyte, less than handing it to another thread. */
export function packBody(body: Uint8Array): PackedBody {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  }
  return { body_packed: brotliCompressSync(body, { params }), body_coding: 'br' }
}

/** The body as it was fetched. */
export function unpackBody({ body_packed, body_coding }: PackedBody): Buffer {
  return body_coding === 'br' ? brotliDecompressSync(body_packed) : inflateRawSync(body_packed)
}
