import type { VigieDatabase } from '../open-database.ts'
import { eraseTexts } from './erase-texts.ts'

/** Days after which captured pages expire. */
export const CAPTURE_DAYS = 90
/** Days after which those expire that were kept because of an issue. */
export const ISSUE_CAPTURE_DAYS = 365

/** How to prune. */
export interface PruneOptions {
  /** ISO day. */
  readonly today: string
  /** Days a captured page is kept. Default 90. */
  readonly captureDays?: number
}

/** What was pruned. */
export interface PruneSummary {
  /** Captured pages whose time was over. */
  readonly capturesExpired: number
  /** Captured pages emptied because an ad on them had to be erased. */
  readonly capturesErased: number
  /** Postings whose text was erased because their source lets it be kept only while they are live. */
  readonly postingsErased: number
  /** True when another connection was reading, so that the log could not be emptied: it may still hold erased words. */
  readonly logKept: boolean
}

const DAY_MS = 86_400_000

/**
 * Lets captures expire, and erases the words of ads that are gone and whose source is `keeps: while-live`. The bytes
 * are overwritten in the file, the search index merged so that it holds none of the words, the log emptied.
 */
export function prune(database: VigieDatabase, { today, captureDays = CAPTURE_DAYS }: PruneOptions): PruneSummary {
  database.pragma('secure_delete = ON')
  const end = Date.parse(today)
  const summary = database
    .transaction(() => {
      const capturesExpired = database
        .prepare(`
          UPDATE capture SET body_packed = NULL, etag = NULL, last_modified = NULL
          WHERE body_packed IS NOT NULL
            AND fetched_at_ms < CASE WHEN kept_for_issue IS NULL THEN ? ELSE ? END`)
        .run(end - captureDays * DAY_MS, end - Math.max(captureDays, ISSUE_CAPTURE_DAYS) * DAY_MS).changes
      const gone = database
        .prepare<[string], number>(`
          SELECT DISTINCT p.posting_id
          FROM posting p JOIN source s ON s.source_id = p.source_id
          JOIN posting_text t ON t.posting_id = p.posting_id AND t.erased_on_date IS NULL
          WHERE s.keeps = 'while-live' AND p.gone_on_date <= ?`)
        .pluck()
        .all(today)
      const capturesErased = gone.length === 0 ? 0 : eraseTexts(database, gone, today)
      return { capturesExpired, capturesErased, postingsErased: gone.length }
    })
    .immediate()
  if (summary.postingsErased > 0) database.exec(`INSERT INTO posting_fts (posting_fts) VALUES ('optimize')`)
  const [checkpoint] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  database.pragma('secure_delete = OFF')
  return { ...summary, logKept: checkpoint?.busy === 1 }
}
