import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** Size and hash of a file. */
export interface FileFacts {
  readonly bytes: number
  /** Hex SHA-256. */
  readonly sha256: string
}

const FLUSH_CHARS = 65_536

/** A text file written bit by bit under a temporary name; it takes its own name only when it is whole. */
export class HashedFile {
  readonly #path: string
  readonly #descriptor: number
  readonly #hash = createHash('sha256')
  #pending: string[] = []
  #pendingChars = 0
  #bytes = 0

  constructor(path: string) {
    this.#path = path
    this.#descriptor = openSync(partialPath(path), 'w')
  }

  write(text: string): void {
    this.#pending.push(text)
    this.#pendingChars += text.length
    if (this.#pendingChars >= FLUSH_CHARS) this.#flush()
  }

  /** Gives the file its name and tells its size and hash. */
  finish(): FileFacts {
    this.#flush()
    closeSync(this.#descriptor)
    renameSync(partialPath(this.#path), this.#path)
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  /** Removes what was written so far. */
  abandon(): void {
    closeSync(this.#descriptor)
    rmSync(partialPath(this.#path), { force: true })
  }

  #flush(): void {
    const chunk = Buffer.from(this.#pending.join(''))
    for (let written = 0; written < chunk.length; ) written += writeSync(this.#descriptor, chunk, written)
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    this.#pending = []
    this.#pendingChars = 0
  }
}

/** Name of a file while it is being written. */
export function partialPath(path: string): string {
  return `${path}.partial`
}

/** Size and hash of a file on disk. */
export async function factsOf(path: string): Promise<FileFacts> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}
