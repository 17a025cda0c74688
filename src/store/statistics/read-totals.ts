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
          // A dump says what was live once, not what is: only sources that are visited again can tell.
          `SELECT COUNT(*) FROM temp.market_fact f WHERE EXISTS (
             SELECT 1 FROM temp.market_seen m JOIN posting p USING (posting_id) JOIN source s USING (source_id)
             WHERE m.vacancy_id = f.vacancy_id AND s.kind <> 'dump' AND p.first_seen_on_date <= :day
               AND (p.gone_on_date IS NULL OR p.gone_on_date > :day))`,
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
