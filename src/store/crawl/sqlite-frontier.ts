import type { Statement } from 'better-sqlite3'
import type { CrawlRequest, Frontier, FrontierCounts, Lease } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'

interface RequestRow {
  readonly request_id: number
  readonly request_json: string
  readonly attempts: number
}

interface Validators {
  readonly etag: string | null
  readonly last_modified: string | null
}

/**
 * The queue of one run of one source, in SQLite. Opening it puts requests back that a killed process had leased;
 * only one process may therefore hold it (the run lock sees to that).
 */
export class SqliteFrontier implements Frontier {
  readonly #database: VigieDatabase
  readonly #runSourceId: number
  readonly #insert: Statement
  readonly #due: Statement<[number, number, number], RequestRow>
  readonly #setLeased: Statement
  readonly #validators: Statement<[number, string], Validators>
  readonly #finish: Statement
  readonly #postpone: Statement
  readonly #next: Statement<[number], { readonly at: number | null }>
  readonly #counts: { queued: number; leased: number; done: number; failed: number }

  constructor(database: VigieDatabase, runSourceId: number) {
    this.#database = database
    this.#runSourceId = runSourceId
    this.#insert = database.prepare(`
      INSERT INTO frontier_request (run_source_id, request_key, request_json, purpose, state)
      VALUES (?, ?, ?, ?, 'queued') ON CONFLICT DO NOTHING`)
    this.#due = database.prepare(`
      SELECT request_id, request_json, attempts FROM frontier_request
      WHERE run_source_id = ? AND state = 'queued' AND not_before_ms <= ?
      ORDER BY not_before_ms, request_id LIMIT ?`)
    this.#setLeased = database.prepare(`UPDATE frontier_request SET state = 'leased' WHERE request_id = ?`)
    this.#validators = database.prepare(`
      SELECT iif(body_deflated IS NULL, NULL, etag) AS etag,
        iif(body_deflated IS NULL, NULL, last_modified) AS last_modified
      FROM capture
      WHERE source_id = (SELECT source_id FROM run_source WHERE run_source_id = ?) AND url = ?
      ORDER BY capture_id DESC LIMIT 1`)
    this.#finish = database.prepare('UPDATE frontier_request SET state = ?, outcome = ? WHERE request_id = ?')
    this.#postpone = database.prepare(`
      UPDATE frontier_request SET state = 'queued', not_before_ms = ?, attempts = attempts + ? WHERE request_id = ?`)
    this.#next = database.prepare(`
      SELECT MIN(not_before_ms) AS at FROM frontier_request WHERE run_source_id = ? AND state = 'queued'`)
    database
      .prepare(`UPDATE frontier_request SET state = 'queued' WHERE run_source_id = ? AND state = 'leased'`)
      .run(runSourceId)
    this.#counts = { queued: 0, leased: 0, done: 0, failed: 0 }
    this.recount()
  }

  /** Counts again what is stored: after a transaction that was rolled back. */
  recount(): void {
    const counts = readCounts(this.#database, this.#runSourceId)
    Object.assign(this.#counts, { queued: 0, leased: 0, done: 0, failed: 0 }, counts)
  }

  enqueue(requests: readonly CrawlRequest[]): number {
    if (requests.length === 0) return 0
    return this.#database.transaction(() => {
      let added = 0
      for (const request of requests) {
        const { key, purpose } = request
        added += this.#insert.run(this.#runSourceId, key, JSON.stringify(request), purpose).changes
      }
      this.#counts.queued += added
      return added
    })()
  }

  lease(limit: number, now: number): readonly Lease[] {
    return this.#database.transaction(() =>
      this.#due.all(this.#runSourceId, now, limit).map((row) => {
        this.#setLeased.run(row.request_id)
        this.#counts.queued -= 1
        this.#counts.leased += 1
        return this.#toLease(row)
      }),
    )()
  }

  complete(lease: Lease, outcome: string): void {
    this.#finish.run('done', outcome, lease.requestId)
    this.#counts.leased -= 1
    this.#counts.done += 1
  }

  fail(lease: Lease, reason: string): void {
    this.#finish.run('failed', reason, lease.requestId)
    this.#counts.leased -= 1
    this.#counts.failed += 1
  }

  postpone(lease: Lease, notBefore: number, countsAsAttempt: boolean): void {
    this.#postpone.run(Math.ceil(notBefore), countsAsAttempt ? 1 : 0, lease.requestId)
    this.#counts.leased -= 1
    this.#counts.queued += 1
  }

  nextDue(): number | null {
    return this.#next.get(this.#runSourceId)?.at ?? null
  }

  counts(): FrontierCounts {
    return { ...this.#counts }
  }

  #toLease({ request_id, request_json, attempts }: RequestRow): Lease {
    const request = JSON.parse(request_json) as CrawlRequest
    const known = request.method === 'GET' ? this.#validators.get(this.#runSourceId, request.url) : undefined
    return {
      requestId: request_id,
      request,
      attempts,
      etag: known?.etag ?? null,
      lastModified: known?.last_modified ?? null,
    }
  }
}

function readCounts(database: VigieDatabase, runSourceId: number): Partial<Record<keyof FrontierCounts, number>> {
  const rows = database
    .prepare<[number], { readonly state: keyof FrontierCounts; readonly count: number }>(
      'SELECT state, COUNT(*) AS count FROM frontier_request WHERE run_source_id = ? GROUP BY state',
    )
    .all(runSourceId)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
