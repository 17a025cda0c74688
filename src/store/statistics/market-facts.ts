import type { VigieDatabase } from '../open-database.ts'
import { assignTermBits, fillPostingTerms, type TermBits } from './term-bits.ts'

/** Which vacancies a snapshot judges. */
export interface MarketWindow {
  /** Nothing first seen after this ISO day is used. */
  readonly asOfDate: string
  /** First ISO day of the flow; null for all, undated vacancies included. */
  readonly fromDate: string | null
}

/** The fact table of one window, and how to ask it for terms. */
export interface MarketFacts {
  readonly window: MarketWindow
  readonly bits: TermBits
}

/** France and its overseas territories, ISO 3166-1 alpha-2, as a list of SQL. */
export const FRANCE = "('FR','GP','MQ','GF','RE','YT','PM','BL','MF','WF','PF','NC','TF')"
const KIND_ORDER =
  "CASE s.kind WHEN 'employer' THEN 0 WHEN 'public-service' THEN 1 WHEN 'job-board' THEN 2 WHEN 'aggregator' THEN 3 ELSE 4 END"
// Full time is 35 h a week in France (Code du travail, L3121-27); hourly pay is annualised at full time already.
const FULL_TIME_FACTOR = `CASE
  WHEN rp.work_time = 'full' OR sal.period = 'hour' THEN 1.0
  WHEN rp.work_time IS NULL AND COALESCE(rp.weekly_hours, 35) >= 30 THEN 1.0
  WHEN rp.weekly_hours BETWEEN 5 AND 34.9 THEN 35.0 / rp.weekly_hours
END`

/** The facts made last in each database, and the state that it was in right after. */
const made = new WeakMap<VigieDatabase, { readonly key: string; readonly state: string; readonly facts: MarketFacts }>()

/** Changes with every row written through this connection, and with every commit of another. */
function stateOf(db: VigieDatabase): string {
  return `${db.prepare('SELECT total_changes()').pluck().get()} ${db.pragma('data_version', { simple: true })}`
}

/**
 * Makes the temporary table `market_fact`, unless it is there already and nothing has changed since: one narrow row for
 * each vacancy of the market watched (first seen in the window, place of work in France, text not truncated), as it was
 * known on the day. A vacancy whose place is unknown counts when its text is French. Rows lie in the order of title role and cluster, so that the populations of claims are
 * stretches of the table and grouping them by cluster needs no sort; `market_fact_by_content` holds the same rows in the
 * order of the content role.
 */
export function makeMarketFacts(
  db: VigieDatabase,
  window: MarketWindow,
  wordQueries: readonly string[] = [],
): MarketFacts {
  const key = JSON.stringify([window, wordQueries])
  const last = made.get(db)
  if (last?.key === key && last.state === stateOf(db)) return last.facts
  const facts = fillMarketFacts(db, window, wordQueries)
  made.set(db, { key, state: stateOf(db), facts })
  return facts
}

function fillMarketFacts(db: VigieDatabase, window: MarketWindow, wordQueries: readonly string[]): MarketFacts {
  const day = window.asOfDate
  db.exec('DROP TABLE IF EXISTS temp.market_seen; DROP TABLE IF EXISTS temp.market_speaker')
  db.exec(
    `CREATE TEMP TABLE market_seen (
       vacancy_id INTEGER, posting_id INTEGER, is_speaker INTEGER, is_pay INTEGER, kind_order INTEGER,
       PRIMARY KEY (vacancy_id, posting_id)) WITHOUT ROWID`,
  )
  db.prepare(
    `INSERT INTO temp.market_seen
     SELECT v.vacancy_id, p.posting_id, p.posting_id = v.speaker_posting_id, p.posting_id IS v.pay_posting_id, ${KIND_ORDER}
     FROM vacancy v JOIN vacancy_posting vp ON vp.vacancy_id = v.vacancy_id
     JOIN posting p ON p.posting_id = vp.posting_id JOIN source s ON s.source_id = p.source_id
     WHERE (p.first_seen_on_date <= :day OR (p.first_seen_on_date IS NULL AND :from IS NULL))`,
  ).run({ day, from: window.fromDate })
  db.exec(`
    CREATE TEMP TABLE market_speaker AS
    SELECT vacancy_id, posting_id, pay_posting_id, postings FROM (
      SELECT m.vacancy_id, m.posting_id,
        ROW_NUMBER() OVER (PARTITION BY m.vacancy_id ORDER BY m.is_speaker DESC, m.kind_order, m.posting_id) AS place,
        FIRST_VALUE(m.posting_id) OVER (
          PARTITION BY m.vacancy_id
          ORDER BY m.is_pay DESC, sal.kind IS 'stated' DESC, m.is_speaker DESC, m.kind_order, m.posting_id) AS pay_posting_id,
        COUNT(*) OVER (PARTITION BY m.vacancy_id) AS postings
      FROM temp.market_seen m LEFT JOIN salary_reading sal ON sal.posting_id = m.posting_id
    ) WHERE place = 1;
    CREATE INDEX temp.market_speaker_posting ON market_speaker (posting_id);
  `)
  const bits = assignTermBits(db, wordQueries)
  fillPostingTerms(db, bits)
  createFactTable(db, bits, 'market_fact', 'title_role')
  fillFactTable(db, bits, window)
  createFactTable(db, bits, 'market_fact_by_content', 'role')
  db.exec(
    'INSERT INTO temp.market_fact_by_content SELECT * FROM temp.market_fact ORDER BY role, cluster_no, vacancy_id',
  )
  db.exec(`
    DROP TABLE IF EXISTS temp.market_cluster;
    CREATE TEMP TABLE market_cluster (cluster_no INTEGER PRIMARY KEY, cluster_key TEXT);
    INSERT INTO temp.market_cluster
    SELECT f.cluster_no, MIN(v.cluster_key) FROM temp.market_fact f JOIN vacancy v USING (vacancy_id) GROUP BY f.cluster_no`)
  db.exec('CREATE INDEX temp.market_fact_vacancy ON market_fact (vacancy_id)')
  return { window, bits }
}

function createFactTable(db: VigieDatabase, bits: TermBits, name: string, role: 'title_role' | 'role'): void {
  db.exec(`
    DROP TABLE IF EXISTS temp.${name};
    CREATE TEMP TABLE ${name} (
      cluster_no INTEGER, vacancy_id INTEGER, posting_id INTEGER, source_no INTEGER, postings INTEGER,
      is_unnamed INTEGER, first_seen_on_date TEXT, title_role TEXT, role TEXT, is_mismatch INTEGER, contract TEXT,
      pay REAL, is_pay_open INTEGER, day_rate REAL, experience REAL, education REAL, weekly_hours REAL, team_size REAL,
      budget REAL, strategy TEXT, work_time TEXT, remote TEXT, employer_kind TEXT, employer_size TEXT, reports_to TEXT,
      region TEXT, has_study_field INTEGER, ${termColumns(bits).join(' INTEGER, ')} INTEGER,
      PRIMARY KEY (${role}, cluster_no, vacancy_id)
    ) WITHOUT ROWID`)
}

function fillFactTable(db: VigieDatabase, bits: TermBits, { fromDate, asOfDate }: MarketWindow): void {
  db.prepare(
    `INSERT INTO temp.market_fact
     WITH numbered_source AS (SELECT source_id, ROW_NUMBER() OVER (ORDER BY source_id) AS source_no FROM source)
     SELECT DENSE_RANK() OVER (ORDER BY v.cluster_key), v.vacancy_id, p.posting_id, ns.source_no, m.postings,
       v.employer_id IS NULL, v.first_seen_on_date, r.title_role, r.role, r.is_mismatch, r.contract,
       CASE WHEN sal.kind = 'stated' AND sal.currency_code = 'EUR' THEN
         (COALESCE(sal.salary_gross_annual_eur_min, sal.salary_gross_annual_eur_max)
          + COALESCE(sal.salary_gross_annual_eur_max, sal.salary_gross_annual_eur_min)) / 2.0 * ${FULL_TIME_FACTOR} END,
       (sal.salary_gross_annual_eur_min IS NULL) + (sal.salary_gross_annual_eur_max IS NULL) = 1,
       CASE WHEN sal.kind = 'stated' AND sal.currency_code = 'EUR' AND sal.period = 'day' AND r.contract = 'freelance' THEN
         (COALESCE(sal.amount_min, sal.amount_max) + COALESCE(sal.amount_max, sal.amount_min)) / 2.0 END,
       r.experience_years_min, r.education_years_min, r.weekly_hours, r.team_size_count,
       (SELECT MAX(b.budget_eur) FROM budget_reading b WHERE b.posting_id = p.posting_id),
       r.strategy_level, r.work_time, r.remote,
       COALESCE(NULLIF(e.employer_kind, 'unknown'), r.employer_kind), r.employer_size, r.reports_to, r.region_code,
       EXISTS (SELECT 1 FROM term_reading t WHERE t.posting_id = p.posting_id AND t.kind = 'study-field'),
       ${termColumns(bits)
         .map((name) => `COALESCE(pt.${name}, 0)`)
         .join(', ')}
     FROM temp.market_speaker m
     JOIN vacancy v ON v.vacancy_id = m.vacancy_id
     JOIN posting p ON p.posting_id = m.posting_id
     JOIN numbered_source ns ON ns.source_id = p.source_id
     JOIN posting_reading r ON r.posting_id = p.posting_id
     LEFT JOIN posting_reading rp ON rp.posting_id = m.pay_posting_id
     LEFT JOIN salary_reading sal ON sal.posting_id = m.pay_posting_id
     LEFT JOIN employer e ON e.employer_id = v.employer_id
     LEFT JOIN temp.posting_terms pt ON pt.posting_id = p.posting_id
     WHERE p.is_truncated = 0
       AND (r.country_code IN ${FRANCE} OR (r.country_code IS NULL AND r.language_code IS 'fr'))
       AND (:from IS NULL OR (v.first_seen_on_date >= :from AND v.first_seen_on_date <= :day))`,
  ).run({ from: fromDate, day: asOfDate })
}

function termColumns(bits: TermBits): readonly string[] {
  return Array.from({ length: bits.words }, (_, word) => `terms_${word}`)
}
