import type { VigieDatabase } from '../open-database.ts'

/** On which days the postings of a database were first seen, beside a window of days. */
export interface PostingDays {
  readonly postings: number
  /** Postings without a day: seen on none, dated by nobody. */
  readonly undated: number
  readonly beforeWindow: number
  readonly afterDay: number
  /** Outside the window and before every day that a report can be of. */
  readonly tooEarly: number
  /** Outside the window and after every day that a report can be of. */
  readonly toCome: number
  /** First and last ISO day, of those a report can be of, on which any was first seen; null when none was. */
  readonly firstDay: string | null
  readonly lastDay: string | null
  /** Last ISO day before the window, of those a report can be of, on which any was first seen; null when none was. */
  readonly lastDayBefore: string | null
}

/** A window of days, and the days that a report can be of; all ISO, the last included. */
export interface ReportDays {
  readonly asOfDate: string
  /** Null takes the window of all days. */
  readonly fromDate: string | null
  readonly firstPossible: string
  readonly lastPossible: string
}

/** Counts the postings of a database by their day. */
export function readPostingDays(database: VigieDatabase, days: ReportDays): PostingDays {
  return (
    database
      .prepare<ReportDays, PostingDays>(
        `SELECT COUNT(*) AS postings, COALESCE(SUM(day IS NULL), 0) AS undated,
           COALESCE(SUM(day < :fromDate AND day >= :firstPossible), 0) AS beforeWindow,
           COALESCE(SUM(day > :asOfDate AND day <= :lastPossible), 0) AS afterDay,
           COALESCE(SUM(day < :fromDate AND day < :firstPossible), 0) AS tooEarly,
           COALESCE(SUM(day > :asOfDate AND day > :lastPossible), 0) AS toCome,
           MIN(day) FILTER (WHERE day >= :firstPossible) AS firstDay,
           MAX(day) FILTER (WHERE day <= :lastPossible) AS lastDay,
           MAX(day) FILTER (WHERE day < :fromDate AND day >= :firstPossible) AS lastDayBefore
         FROM (SELECT first_seen_on_date AS day FROM posting WHERE forgotten_on_date IS NULL)`,
      )
      .get(days) ?? NONE
  )
}

const NONE: PostingDays = {
  ...{ postings: 0, undated: 0, beforeWindow: 0, afterDay: 0, tooEarly: 0, toCome: 0 },
  ...{ firstDay: null, lastDay: null, lastDayBefore: null },
}
