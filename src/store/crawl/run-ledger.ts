import type { Accounting } from '../../domain/accounting.ts'
import type { RunOutcome, SourceRunSummary } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'

/** What a run is begun with. Times are epoch milliseconds, days ISO `YYYY-MM-DD`. */
export interface RunStart {
  readonly kind: 'crawl' | 'import' | 'demo'
  readonly seenOnDate: string
  readonly startedAt: number
  readonly version: string
}

/** An open run; `resumed` when an unfinished one is taken up again. */
export interface OpenRun {
  readonly runId: number
  readonly seenOnDate: string
  readonly resumed: boolean
}

/** A source within a run; `outcome` is `running` until it has ended. */
export interface OpenSource {
  readonly runSourceId: number
  readonly outcome: RunOutcome | 'running'
  readonly explanation: string | null
}

/** Outcomes whose queue is kept and taken up again by the same command on the same day. */
const RESUMABLE: readonly RunOutcome[] = ['throttled', 'interrupted']
/** Less than a day, so that the run of the next night, a little early, is a run of its own. */
const RESUMABLE_HOURS = 18
const HOUR_MS = 3_600_000

/** The book of runs: what was started, how each source of it ended, which postings are gone since. */
export class RunLedger {
  readonly #database: VigieDatabase

  constructor(database: VigieDatabase) {
    this.#database = database
  }

  /**
   * Takes up the last run of the same kind when it was killed, interrupted or throttled less than 18 hours before
   * (a demo run: on the same day of its own clock), or begins a new one.
   */
  openRun(start: RunStart): OpenRun {
    return this.#database.transaction((): OpenRun => {
      const last = this.#lastRun(start)
      if (last !== null) {
        this.#database.prepare('UPDATE run SET finished_at = NULL WHERE run_id = ?').run(last.runId)
        return { ...last, resumed: true }
      }
      this.#forgetQueues()
      return { runId: this.startRun(start), seenOnDate: start.seenOnDate, resumed: false }
    })()
  }

  /** Begins a run and returns its id. */
  startRun({ kind, seenOnDate, startedAt, version }: RunStart): number {
    return Number(
      this.#database
        .prepare('INSERT INTO run (kind, started_at, seen_on_date, version) VALUES (?, ?, ?, ?)')
        .run(kind, toIso(startedAt), seenOnDate, version).lastInsertRowid,
    )
  }

  /** Begins a source of a run, or finds it again when the run is resumed. The source must be in the table `source`. */
  startSource(runId: number, sourceId: string, startedAt: number): OpenSource {
    return this.#database.transaction((): OpenSource => {
      const known = this.#database
        .prepare<[number, string], OpenSource>(
          'SELECT run_source_id AS runSourceId, outcome, explanation FROM run_source WHERE run_id = ? AND source_id = ?',
        )
        .get(runId, sourceId)
      if (known === undefined) {
        const inserted = this.#database
          .prepare(`INSERT INTO run_source (run_id, source_id, started_at, outcome) VALUES (?, ?, ?, 'running')`)
          .run(runId, sourceId, toIso(startedAt))
        return { runSourceId: Number(inserted.lastInsertRowid), outcome: 'running', explanation: null }
      }
      if (known.outcome === 'running' || !RESUMABLE.includes(known.outcome)) return known
      this.#database
        .prepare(`UPDATE run_source SET outcome = 'running', finished_at = NULL WHERE run_source_id = ?`)
        .run(known.runSourceId)
      return { ...known, outcome: 'running' }
    })()
  }

  /** Notes how a source of a run ended. Pages, bytes and postings were counted as they were recorded. */
  finishSource(
    runSourceId: number,
    finishedAt: number,
    { outcome, explanation, accounting }: Pick<SourceRunSummary, 'outcome' | 'explanation' | 'accounting'>,
  ): void {
    this.#database.transaction(() => {
      for (const stage of accounting) this.#writeAccounting(runSourceId, stage)
      this.#database
        .prepare(`
          UPDATE run_source SET outcome = ?, explanation = ?, finished_at = ?,
            postings_found = (SELECT COUNT(*) FROM sighting s WHERE s.run_source_id = run_source.run_source_id)
          WHERE run_source_id = ?`)
        .run(outcome, explanation, toIso(finishedAt), runSourceId)
    })()
  }

  /** Closes a run. */
  finishRun(runId: number, finishedAt: number): void {
    this.#database.prepare('UPDATE run SET finished_at = ? WHERE run_id = ?').run(toIso(finishedAt), runId)
  }

  /**
   * Marks the postings gone that neither of the last two complete runs of their source listed, nor any run since the
   * first of these two. Runs that were capped, throttled, refused, failed or cut short say nothing.
   *
   * @returns how many postings are gone since `day`.
   */
  markGone(sourceId: string, day: string): number {
    return this.#database
      .prepare(`
        WITH listed AS (
          SELECT run_source_id FROM run_source WHERE source_id = :sourceId AND outcome = 'complete'
          ORDER BY run_source_id DESC LIMIT 2
        ), since AS (SELECT MIN(run_source_id) AS first FROM listed HAVING COUNT(*) = 2)
        UPDATE posting SET gone_on_date = :day
        WHERE source_id = :sourceId AND gone_on_date IS NULL AND EXISTS (SELECT 1 FROM since)
          AND EXISTS (SELECT 1 FROM sighting s WHERE s.posting_id = posting.posting_id)
          AND NOT EXISTS (
            SELECT 1 FROM sighting s
            WHERE s.posting_id = posting.posting_id AND s.run_source_id >= (SELECT first FROM since))`)
      .run({ sourceId, day }).changes
  }

  /** Why a source must be left alone today: a refusal of the same day, in the words of its run; null when it may be asked. */
  refusedOn(sourceId: string, day: string): string | null {
    const row = this.#database
      .prepare<[string, string], { readonly explanation: string | null }>(`
        SELECT rs.explanation FROM run_source rs JOIN run r USING (run_id)
        WHERE rs.source_id = ? AND r.seen_on_date = ? AND rs.outcome = 'refused' AND EXISTS (
          SELECT 1 FROM issue i WHERE i.run_source_id = rs.run_source_id
            AND i.code IN ('http-401', 'http-403', 'http-451', 'challenge-page'))
        ORDER BY rs.run_source_id DESC LIMIT 1`)
      .get(sourceId, day)
    return row === undefined ? null : (row.explanation ?? 'The source refused us earlier today.')
  }

  #lastRun({ kind, seenOnDate, startedAt }: RunStart): Omit<OpenRun, 'resumed'> | null {
    const row = this.#database
      .prepare<[string], { runId: number; seenOnDate: string; startedAt: string; isOpen: number }>(`
        SELECT r.run_id AS runId, r.seen_on_date AS seenOnDate, r.started_at AS startedAt,
          r.finished_at IS NULL OR EXISTS (
            SELECT 1 FROM run_source rs JOIN frontier_request f USING (run_source_id)
            WHERE rs.run_id = r.run_id AND rs.outcome IN (${RESUMABLE.map((outcome) => `'${outcome}'`).join()})
              AND f.state IN ('queued', 'leased')) AS isOpen
        FROM run r WHERE r.kind = ? ORDER BY r.run_id DESC LIMIT 1`)
      .get(kind)
    if (row === undefined || row.isOpen === 0) return null
    // Begun in the future: the clock was set back since. A run from another month is none to go on with.
    const isRecent = Math.abs(startedAt - Date.parse(row.startedAt)) < RESUMABLE_HOURS * HOUR_MS
    const isSameNight = row.seenOnDate === seenOnDate
    return isSameNight || (kind === 'crawl' && isRecent) ? { runId: row.runId, seenOnDate: row.seenOnDate } : null
  }

  /** Queues of runs that will not be resumed are of no further use. */
  #forgetQueues(): void {
    this.#database.exec(`
      UPDATE run_source SET outcome = 'interrupted', explanation = 'Cut short and not taken up again within a day.'
        WHERE outcome = 'running' AND run_id IN (SELECT run_id FROM run WHERE kind <> 'import');
      DELETE FROM frontier_request`)
  }

  #writeAccounting(runSourceId: number, { stage, in: taken, out, skipped }: Accounting): void {
    this.#database
      .prepare(`
        INSERT INTO accounting (run_source_id, stage, in_count, out_count) VALUES (?, ?, ?, ?)
        ON CONFLICT (run_source_id, stage) DO UPDATE SET in_count = excluded.in_count, out_count = excluded.out_count`)
      .run(runSourceId, stage, taken, out)
    this.#database.prepare('DELETE FROM accounting_skip WHERE run_source_id = ? AND stage = ?').run(runSourceId, stage)
    for (const [reason, count] of Object.entries(skipped)) {
      if (count === 0) continue
      this.#database
        .prepare('INSERT INTO accounting_skip (run_source_id, stage, reason, skipped_count) VALUES (?, ?, ?, ?)')
        .run(runSourceId, stage, reason, count)
    }
  }
}

function toIso(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
