import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import type { Dispatcher } from 'undici'
import type { FetchLimits } from './limits.ts'

type BodyReadable = Dispatcher.ResponseData['body']
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
 * Reads a body within the limits and undoes its compression: that of `Content-Encoding`, then that of a gzip file
 * (`sitemap.xml.gz`).
 *
 * @throws BodyRefusedError
 */
export async function readBody(
  stream: BodyReadable,
  headers: Readonly<Record<string, string>>,
  { maxBodyBytes, maxDecompressedBytes }: FetchLimits,
): Promise<Uint8Array> {
  let body = await readStream(stream, Number(headers['content-length']), maxBodyBytes)
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

async function readStream(stream: BodyReadable, announced: number, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new BodyRefusedError('body-too-large', `The body is larger than ${limit} bytes.`)
  if (announced > limit) {
    stream.on('error', () => {}).destroy()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length > limit) throw tooLarge()
    chunks.push(chunk)
  }
  const [only] = chunks
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length)
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
