/** The rung of the ladder a page was read with; a drop is a warning. */
export const RUNGS = ['api', 'json-ld', 'microdata', 'selectors', 'browser'] as const

/** Rung of the ladder: API or feed, JSON-LD by scan, microdata, selectors, browser. */
export type Rung = (typeof RUNGS)[number]

/** The bytes fetched, before any parser has seen them. */
export interface Capture {
  readonly url: string
  /** URL after redirects. */
  readonly finalUrl: string
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number
  readonly status: number
  readonly contentType: string | null
  /** Lower-case header names that parsers may need (`content-range`, `etag`, `last-modified`, `link`, `tdm-reservation`). */
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed body; for a browser page the serialised DOM in UTF-8. */
  readonly body: Uint8Array
  /** Hex SHA-256 of the body. */
  readonly sha256: string
  readonly renderedInBrowser: boolean
}
