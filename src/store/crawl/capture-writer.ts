import type { Statement } from 'better-sqlite3'
import type { Capture, Rung } from '../../domain/capture.ts'
import type { CrawlRequest } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'
import { type BodyCoding, type PackedBody, unpackBody } from './packed-body.ts'

/** Captures of one kind of issue that outlive the others. */
const KEPT_PER_ISSUE = 3

/** Which run of which source writes. */
export interface SourceRun {
  readonly sourceId: string
  readonly runSourceId: number
  /** ISO day on which what is found counts as seen. */
  readonly seenOnDate: string
}

/** What is written of one page. */
export interface CapturedPage {
  readonly request: CrawlRequest
  /** Key of the request in the queue, which holds it as JSON already. */
  readonly requestId: number
  readonly capture: Capture
  readonly packed: PackedBody
  readonly rung: Rung
  readonly issueCodes: readonly string[]
}

interface CaptureRow {
  readonly capture_id: number
  readonly url: string
  readonly final_url: string
  readonly fetched_at_ms: number
  readonly status: number
  readonly content_type: string | null
  readonly headers_json: string
  readonly request_json: string
  readonly sha256: string
  readonly body_packed: Uint8Array | null
  readonly body_coding: BodyCoding
}

/** Writes captures and reads them again. The caller opens the transaction. */
export class CaptureWriter {
  readonly #run: SourceRun
  readonly #insert: Statement
  readonly #countKept: Statement<[string, string], { readonly count: number }>
  readonly #keep: Statement
  readonly #last: Statement<[string, string], CaptureRow>
  /** Issue codes that have their captures already. */
  readonly #full = new Set<string>()

  constructor(database: VigieDatabase, run: SourceRun) {
    this.#run = run
    this.#insert = database.prepare(`
      INSERT INTO capture (source_id, run_source_id, url, final_url, fetched_at_ms, status, content_type, etag,
        last_modified, request_json, headers_json, sha256, body_bytes, body_packed, body_coding, rung)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT request_json FROM frontier_request WHERE request_id = ?),
        ?, ?, ?, ?, ?, ?)`)
    this.#countKept = database.prepare(
      'SELECT COUNT(*) AS count FROM capture WHERE source_id = ? AND kept_for_issue = ?',
    )
    this.#keep = database.prepare('UPDATE capture SET kept_for_issue = ? WHERE capture_id = ?')
    this.#last = database.prepare(`
      SELECT capture_id, url, final_url, fetched_at_ms, status, content_type, headers_json, request_json, sha256,
        body_packed, body_coding
      FROM capture WHERE source_id = ? AND url = ? ORDER BY capture_id DESC LIMIT 1`)
  }

  /** Writes one capture and returns its id; the first three of each kind of issue are kept past their expiry. */
  write({ request, requestId, capture, packed, rung, issueCodes }: CapturedPage): number {
    const { lastInsertRowid } = this.#insert.run(
      this.#run.sourceId,
      this.#run.runSourceId,
      request.url,
      capture.finalUrl,
      Math.round(capture.fetchedAt),
      capture.status,
      capture.contentType,
      capture.headers['etag'] ?? null,
      capture.headers['last-modified'] ?? null,
      requestId,
      JSON.stringify(capture.headers),
      capture.sha256,
      capture.body.byteLength,
      packed.body_packed,
      packed.body_coding,
      rung,
    )
    const captureId = Number(lastInsertRowid)
    for (const code of issueCodes) this.#keepFor(code, captureId)
    return captureId
  }

  /** The last capture of a URL of this source; null when there is none or its body was erased. */
  readLast(url: string): { readonly captureId: number; readonly capture: Capture } | null {
    const row = this.#last.get(this.#run.sourceId, url)
    if (row === undefined || row.body_packed === null) return null
    const { via } = JSON.parse(row.request_json) as CrawlRequest
    const capture: Capture = {
      url: row.url,
      finalUrl: row.final_url,
      fetchedAt: row.fetched_at_ms,
      status: row.status,
      contentType: row.content_type,
      headers: JSON.parse(row.headers_json) as Record<string, string>,
      body: unpackBody({ body_packed: row.body_packed, body_coding: row.body_coding }),
      sha256: row.sha256,
      renderedInBrowser: via === 'browser',
    }
    return { captureId: row.capture_id, capture }
  }

  #keepFor(code: string, captureId: number): void {
    if (this.#full.has(code)) return
    const kept = this.#countKept.get(this.#run.sourceId, code)?.count ?? 0
    if (kept >= KEPT_PER_ISSUE) this.#full.add(code)
    else this.#keep.run(code, captureId)
  }
}
