import { type Accounting, balances } from '../../domain/accounting.ts'
import type { VigieDatabase } from '../open-database.ts'
import { FRANCE, type MarketFacts } from './market-facts.ts'

/** Parameters of every count: the day of the snapshot and the first day of its window, null for all. */
interface Window {
  readonly day: string
  readonly from: string | null
}

/** What becomes of each record of a stage, counted; `kept` is what goes on. */
type Fates = Readonly<Record<string, number>>

/**
 * The funnel: what each stage of the runs up to the day took in, passed on and left out (pages, ads found or imported),
 * then every posting of the database to its end, each counted once with what became of it: known on the day, without
 * duplicates, read, inside the window and the market.
 *
 * @throws Error when a count of the store does not balance: a bug, never the data's fault.
 */
export function readFunnel(db: VigieDatabase, { window }: MarketFacts): readonly Accounting[] {
  const runs = readRunStages(db, window.asOfDate)
  const asked: Window = { day: window.asOfDate, from: window.fromDate }
  const stored = [
    postingsStage(db, asked),
    toStage('unique', readFates(db, UNIQUE, asked)),
    toStage('classify', readFates(db, CLASSIFY, asked)),
    toStage('window', readFates(db, WINDOW, asked)),
  ]
  if (runs.length === 0 && stored[0]?.in === 0) return []
  requireBalance(db, stored)
  return [...runs, ...stored]
}

/** Each stage hands on what it let pass, and the last what the figures are made of. */
function requireBalance(db: VigieDatabase, stages: readonly Accounting[]): void {
  const judged = Number(db.prepare('SELECT COUNT(*) FROM temp.market_fact').pluck().get())
  for (const [index, stage] of stages.entries()) {
    const next = stages[index + 1]?.in ?? judged
    if (balances(stage) && stage.out === next) continue
    throw new Error(
      `The funnel does not balance at ${stage.stage}: ${stage.in} in, ${stage.out} out, ${next} taken on (${JSON.stringify(stage.skipped)}).`,
    )
  }
}

function readFates(db: VigieDatabase, sql: string, window: Window): Fates {
  const rows = db.prepare<[Window], readonly [string, number]>(sql).raw().all(window)
  return Object.fromEntries(rows)
}

function toStage(stage: string, { kept = 0, ...skipped }: Fates): Accounting {
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0)
  return { stage, in: kept + left, out: kept, skipped }
}

// Ads dated after the day belong to it when a run up to the day brought them: those of later runs are not there yet.
const POSTINGS = `
  SELECT CASE
    WHEN vp.posting_id IS NULL THEN 'not-grouped'
    WHEN p.first_seen_on_date > :day THEN 'after-day'
    WHEN p.first_seen_on_date IS NULL AND :from IS NOT NULL THEN 'no-date'
    ELSE 'kept' END AS fate, COUNT(*)
  FROM posting p LEFT JOIN vacancy_posting vp ON vp.posting_id = p.posting_id
  WHERE p.first_seen_on_date IS NULL OR p.first_seen_on_date <= :day OR EXISTS (
    SELECT 1 FROM sighting s JOIN run_source rs USING (run_source_id) JOIN run r USING (run_id)
    WHERE s.posting_id = p.posting_id AND r.seen_on_date <= :day)
  GROUP BY fate ORDER BY fate`

const UNIQUE = `
  SELECT CASE WHEN s.posting_id IS m.posting_id THEN 'kept' ELSE 'duplicate' END AS fate, COUNT(*)
  FROM temp.market_seen m LEFT JOIN temp.market_speaker s ON s.posting_id = m.posting_id
  WHERE :day IS NOT NULL OR :from IS NULL GROUP BY fate ORDER BY fate`

const CLASSIFY = `
  SELECT CASE WHEN r.posting_id IS NULL THEN 'not-read' ELSE 'kept' END AS fate, COUNT(*)
  FROM temp.market_speaker s LEFT JOIN posting_reading r ON r.posting_id = s.posting_id
  WHERE :day IS NOT NULL OR :from IS NULL GROUP BY fate ORDER BY fate`

/** In the order of the conditions of the fact table. */
const WINDOW = `
  SELECT CASE
    WHEN p.is_truncated <> 0 THEN 'truncated'
    WHEN r.country_code IS NOT NULL AND r.country_code NOT IN ${FRANCE} THEN 'abroad'
    WHEN r.country_code IS NULL AND r.language_code IS NOT 'fr' THEN 'place-unknown'
    WHEN :from IS NULL THEN 'kept'
    WHEN v.first_seen_on_date IS NULL THEN 'no-date'
    WHEN v.first_seen_on_date < :from THEN 'before-window'
    WHEN v.first_seen_on_date > :day THEN 'after-day'
    ELSE 'kept' END AS fate, COUNT(*)
  FROM temp.market_speaker s JOIN vacancy v ON v.vacancy_id = s.vacancy_id
  JOIN posting p ON p.posting_id = s.posting_id JOIN posting_reading r ON r.posting_id = s.posting_id
  GROUP BY fate ORDER BY fate`

/**
 * From the ads found and imported to the postings known on the day. An ad seen again is one posting; one erased since is
 * none. Where postings came without a run the count begins at the postings of the database.
 */
function postingsStage(db: VigieDatabase, window: Window): Accounting {
  const stored = toStage('postings', readFates(db, POSTINGS, window))
  const runs = db
    .prepare<{ day: string }, { readonly found: number; readonly fresh: number }>(
      `SELECT COALESCE(SUM(a.found), 0) AS found, COALESCE(SUM(rs.postings_new), 0) AS fresh
       FROM run_source rs JOIN run r USING (run_id) LEFT JOIN (
         SELECT run_source_id, SUM(out_count) AS found FROM accounting WHERE stage IN ('parse', 'import') GROUP BY run_source_id
       ) a USING (run_source_id)
       WHERE r.seen_on_date <= :day`,
    )
    .get({ day: window.day })
  if (runs === undefined || runs.fresh < stored.in || runs.found < runs.fresh) return stored
  const before = { 'seen-before': runs.found - runs.fresh, erased: runs.fresh - stored.in }
  const counted = Object.entries(before).filter(([, count]) => count > 0)
  return { ...stored, in: runs.found, skipped: { ...Object.fromEntries(counted), ...stored.skipped } }
}

/** What each stage of the runs up to a day took in, passed on and left out. */
function readRunStages(db: VigieDatabase, asOfDate: string): readonly Accounting[] {
  const stages = db
    .prepare<{ day: string }, { readonly stage: string; readonly taken: number; readonly passed: number }>(
      `SELECT a.stage, SUM(a.in_count) AS taken, SUM(a.out_count) AS passed
       FROM accounting a JOIN run_source rs USING (run_source_id) JOIN run r USING (run_id)
       WHERE r.seen_on_date <= :day GROUP BY a.stage ORDER BY a.stage`,
    )
    .all({ day: asOfDate })
  const skips = db
    .prepare<{ day: string }, { readonly stage: string; readonly reason: string; readonly skipped: number }>(
      `SELECT k.stage, k.reason, SUM(k.skipped_count) AS skipped
       FROM accounting_skip k JOIN run_source rs USING (run_source_id) JOIN run r USING (run_id)
       WHERE r.seen_on_date <= :day GROUP BY k.stage, k.reason ORDER BY k.stage, k.reason`,
    )
    .all({ day: asOfDate })
  return stages.map(({ stage, taken, passed }) => ({
    stage,
    in: taken,
    out: passed,
    skipped: Object.fromEntries(
      skips.filter((one) => one.stage === stage).map(({ reason, skipped }) => [reason, skipped]),
    ),
  }))
}
