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

/** Requests read ahead of their lease, so that the queue is not searched for each page. */
const READ_AHEAD = 64

/**
 * The queue of one run of one source, in SQLite. What is leased is known to this process alone and still queued in the
 * file, so that a process that was killed has nothing to give back, and a lease costs no write. Only one process may
 * therefore hold the queue (the run lock sees to that).
 */
export class SqliteFrontier implements Frontier {
  readonly #database: VigieDatabase
  readonly #runSourceId: number
  readonly #insert: Statement
  readonly #due: Statement<[number, number, number], RequestRow>
  readonly #validators: Statement<[string, string], Validators>
  readonly #finish: Statement
  readonly #postpone: Statement
  readonly #next: Statement<[number, number], { readonly request_id: number; readonly at: number }>
  readonly #sourceId: string
  readonly #leased = new Set<number>()
  /** Queued and due, in their order, not leased yet. */
  #ahead: RequestRow[] = []
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
    this.#validators = database.prepare(`
      SELECT iif(body_packed IS NULL, NULL, etag) AS etag,
        iif(body_packed IS NULL, NULL, last_modified) AS last_modified
      FROM capture WHERE source_id = ? AND url = ? ORDER BY capture_id DESC LIMIT 1`)
    this.#finish = database.prepare('UPDATE frontier_request SET state = ?, outcome = ? WHERE request_id = ?')
    this.#postpone = database.prepare(`
      UPDATE frontier_request SET state = 'queued', not_before_ms = ?, attempts = attempts + ? WHERE request_id = ?`)
    this.#next = database.prepare(`
      SELECT request_id, not_before_ms AS at FROM frontier_request WHERE run_source_id = ? AND state = 'queued'
      ORDER BY not_before_ms, request_id LIMIT ?`)
    this.#sourceId = readSourceId(database, runSourceId)
    // Queues of older versions say so of what was under way when their process was killed.
    database
      .prepare(`UPDATE frontier_request SET state = 'queued' WHERE run_source_id = ? AND state = 'leased'`)
      .run(runSourceId)
    this.#counts = { queued: 0, leased: 0, done: 0, failed: 0 }
    this.#recount()
  }

  /** After a transaction that was rolled back: these leases have not ended, and what is stored is counted again. */
  rollBack(leases: readonly Lease[]): void {
    for (const { requestId } of leases) this.#leased.add(requestId)
    this.#recount()
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
    if (this.#ahead.length < limit) this.#readAhead(limit, now)
    return this.#ahead.splice(0, limit).map((row) => {
      this.#leased.add(row.request_id)
      this.#counts.queued -= 1
      this.#counts.leased += 1
      return this.#toLease(row)
    })
  }

  complete(lease: Lease, outcome: string): void {
    this.#finish.run('done', outcome, lease.requestId)
    this.#end(lease, 'done')
  }

  fail(lease: Lease, reason: string): void {
    this.#finish.run('failed', reason, lease.requestId)
    this.#end(lease, 'failed')
  }

  postpone(lease: Lease, notBefore: number, countsAsAttempt: boolean): void {
    // What fails after its page was stored must not bring the page back.
    if (!this.#leased.has(lease.requestId)) return
    this.#postpone.run(Math.ceil(notBefore), countsAsAttempt ? 1 : 0, lease.requestId)
    this.#end(lease, 'queued')
    this.#ahead = []
  }

  nextDue(): number | null {
    const rows = this.#next.all(this.#runSourceId, this.#leased.size + 1)
    return rows.find(({ request_id }) => !this.#leased.has(request_id))?.at ?? null
  }

  counts(): FrontierCounts {
    return { ...this.#counts }
  }

  #readAhead(limit: number, now: number): void {
    const most = Math.max(limit, READ_AHEAD) + this.#leased.size
    const due = this.#due.all(this.#runSourceId, now, most)
    this.#ahead = due.filter(({ request_id }) => !this.#leased.has(request_id))
  }

  #end({ requestId }: Lease, state: 'queued' | 'done' | 'failed'): void {
    this.#leased.delete(requestId)
    this.#counts.leased -= 1
    this.#counts[state] += 1
  }

  #recount(): void {
    const stored = readCounts(this.#database, this.#runSourceId)
    const leased = this.#leased.size
    Object.assign(this.#counts, { done: 0, failed: 0 }, stored, { leased, queued: (stored.queued ?? 0) - leased })
  }

  #toLease({ request_id, request_json, attempts }: RequestRow): Lease {
    const request = JSON.parse(request_json) as CrawlRequest
    const known = request.method === 'GET' ? this.#validators.get(this.#sourceId, request.url) : undefined
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

function readSourceId(database: VigieDatabase, runSourceId: number): string {
  const sourceId = database
    .prepare<[number], string>('SELECT source_id FROM run_source WHERE run_source_id = ?')
    .pluck()
    .get(runSourceId)
  if (sourceId === undefined) throw new Error(`No run of a source has the key ${runSourceId}.`)
  return sourceId
}
