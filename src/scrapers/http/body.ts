import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import type { FetchLimits } from './limits.ts'

type Decompress = (body: Uint8Array, limit: { readonly maxOutputLength: number }) => Promise<Uint8Array>

/** A body is beyond a limit or cannot be decompressed; `code` is that of the issue. */
export class BodyRefusedError extends Error {
  override readonly name = 'BodyRefusedError'
  readonly code: 'body-too-large' | 'decompressed-too-large' | 'decompression-failed'

  constructor(code: BodyRefusedError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const ungzip: Decompress = promisify(gunzip)
const DECOMPRESS: Readonly<Record<string, Decompress>> = {
  gzip: ungzip,
  'x-gzip': ungzip,
  br: promisify(brotliDecompress),
  // Servers mean either of two formats by "deflate"; the zlib header tells them apart.
  deflate: (body, limit) => ((body[0] ?? 0) % 16 === 8 ? promisify(inflate) : promisify(inflateRaw))(body, limit),
}
const MOST_ENCODINGS = 2

/**
 * Undoes the compression of a body within the limit: that of `Content-Encoding`, then that of a gzip file
 * (`sitemap.xml.gz`).
 *
 * @throws BodyRefusedError
 */
export async function unpackBody(
  packed: Uint8Array,
  headers: Readonly<Record<string, string>>,
  { maxDecompressedBytes }: FetchLimits,
): Promise<Uint8Array> {
  let body = packed
  const encodings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  if (encodings.length > MOST_ENCODINGS) {
    throw new BodyRefusedError('decompression-failed', `The body is compressed ${encodings.length} times.`)
  }
  for (const encoding of encodings.reverse()) body = await decompress(body, encoding, maxDecompressedBytes)
  return isGzipFile(body) ? decompress(body, 'gzip', maxDecompressedBytes) : body
}

function isGzipFile(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b && body[2] === 8
}

async function decompress(body: Uint8Array, encoding: string, limit: number): Promise<Uint8Array> {
  if (body.byteLength === 0) return body
  const run = DECOMPRESS[encoding]
  if (run === undefined) throw new BodyRefusedError('decompression-failed', `${encoding} was not asked for.`)
  try {
    return await run(body, { maxOutputLength: limit })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BodyRefusedError('decompressed-too-large', `The body is larger than ${limit} bytes once decompressed.`)
    }
    throw new BodyRefusedError('decompression-failed', `The body is no valid ${encoding}.`, { cause })
  }
}
