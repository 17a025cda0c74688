import type { Role } from '../../domain/role.ts'
import type { VigieDatabase } from '../open-database.ts'
import type { MarketFacts } from './market-facts.ts'

/** Head figures of a snapshot. */
export interface MarketTotals {
  readonly postings: number
  readonly vacancies: number
  readonly vacanciesInWindow: number
  readonly liveOnDay: number
  readonly employers: number
  readonly withPay: number
  readonly withoutDate: number
}

/** Counts what the snapshot rests on: everything known on the day, and the part of it that is judged. */
export function readTotals(db: VigieDatabase, { window }: MarketFacts): MarketTotals {
  const one = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0)
  return {
    postings: one('SELECT COUNT(*) FROM temp.market_seen'),
    vacancies: one('SELECT COUNT(*) FROM temp.market_speaker'),
    vacanciesInWindow: one('SELECT COUNT(*) FROM temp.market_fact'),
    liveOnDay: Number(
      db
        .prepare(
          // Live is what the last complete visit of a source listed. A file says what was live once, not what is.
          `WITH last AS (
             SELECT rs.source_id, MAX(rs.run_source_id) AS run_source_id FROM run_source rs JOIN run r USING (run_id)
             WHERE rs.outcome = 'complete' AND r.kind <> 'import' AND r.seen_on_date <= :day GROUP BY rs.source_id
           )
           SELECT COUNT(*) FROM temp.market_fact f WHERE EXISTS (
             SELECT 1 FROM temp.market_seen m JOIN posting p USING (posting_id) JOIN last l ON l.source_id = p.source_id
             JOIN sighting s ON s.posting_id = p.posting_id AND s.run_source_id = l.run_source_id
             WHERE m.vacancy_id = f.vacancy_id)`,
        )
        .pluck()
        .get({ day: window.asOfDate }) ?? 0,
    ),
    employers: one('SELECT COUNT(DISTINCT cluster_no) FROM temp.market_fact'),
    withPay: one('SELECT COUNT(*) FROM temp.market_fact WHERE pay IS NOT NULL'),
    withoutDate: one('SELECT COUNT(*) FROM vacancy WHERE first_seen_on_date IS NULL'),
  }
}

/** Vacancies of the window by title role and content role, in the order of the codes. */
export function readTitleByContent(
  db: VigieDatabase,
): readonly { readonly titleRole: Role; readonly role: Role; readonly vacancies: number }[] {
  return db
    .prepare<[], { readonly titleRole: Role; readonly role: Role; readonly vacancies: number }>(
      `SELECT title_role AS titleRole, role, COUNT(*) AS vacancies FROM temp.market_fact
       GROUP BY title_role, role ORDER BY title_role, role`,
    )
    .all()
}

/** Numbers of the sources that are aggregators, as the fact table numbers them. */
export function readAggregators(db: VigieDatabase): ReadonlySet<number> {
  return new Set(
    db
      .prepare<[], number>(
        `SELECT source_no FROM (SELECT kind, ROW_NUMBER() OVER (ORDER BY source_id) AS source_no FROM source)
         WHERE kind = 'aggregator'`,
      )
      .pluck()
      .all(),
  )
}
