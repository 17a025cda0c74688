import type { VigieDatabase } from '../open-database.ts'

/** On which days the postings of a database were first seen, beside a window of days. */
export interface PostingDays {
  readonly postings: number
  /** Postings without a day: seen on none, dated by nobody. */
  readonly undated: number
  readonly beforeWindow: number
  readonly afterDay: number
  /** First and last ISO day on which any was first seen; null when none is dated. */
  readonly firstDay: string | null
  readonly lastDay: string | null
}

/** Counts the postings of a database by their day; `fromDate` null takes the window of all days. */
export function readPostingDays(
  database: VigieDatabase,
  { asOfDate, fromDate }: { readonly asOfDate: string; readonly fromDate: string | null },
): PostingDays {
  return (
    database
      .prepare<{ day: string; from: string | null }, PostingDays>(
        `SELECT COUNT(*) AS postings, COALESCE(SUM(first_seen_on_date IS NULL), 0) AS undated,
           COALESCE(SUM(first_seen_on_date < :from), 0) AS beforeWindow,
           COALESCE(SUM(first_seen_on_date > :day), 0) AS afterDay,
           MIN(first_seen_on_date) AS firstDay, MAX(first_seen_on_date) AS lastDay
         FROM posting WHERE forgotten_on_date IS NULL`,
      )
      .get({ day: asOfDate, from: fromDate }) ?? NONE
  )
}

const NONE: PostingDays = { postings: 0, undated: 0, beforeWindow: 0, afterDay: 0, firstDay: null, lastDay: null }
