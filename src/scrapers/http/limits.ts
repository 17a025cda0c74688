import type { ConnectionLimits } from './safe-dispatcher.ts'

/** Limits of one fetch: bytes, milliseconds, hops. */
export interface FetchLimits extends ConnectionLimits {
  /** From the request to the last byte of the answer. */
  readonly totalTimeoutMs: number
  /** Bytes on the wire. */
  readonly maxBodyBytes: number
  /** Bytes after decompression. */
  readonly maxDecompressedBytes: number
  readonly maxRedirects: number
  /** Time a browser page may take to show its content. */
  readonly renderTimeoutMs: number
}

/** The limits of every crawl; a test may pass shorter ones. */
export const DEFAULT_LIMITS: FetchLimits = {
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 20_000,
  bodyTimeoutMs: 20_000,
  totalTimeoutMs: 60_000,
  maxHeaderBytes: 16_384,
  maxBodyBytes: 5 * 1024 * 1024,
  maxDecompressedBytes: 25 * 1024 * 1024,
  maxRedirects: 5,
  renderTimeoutMs: 15_000,
}
