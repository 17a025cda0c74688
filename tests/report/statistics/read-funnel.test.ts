import { describe, expect, it } from 'vitest'
import { balances } from '../../../src/domain/accounting.ts'
import { makeMarketFacts } from '../../../src/store/statistics/market-facts.ts'
import { readFunnel } from '../../../src/store/statistics/read-funnel.ts'
import { addVacancies, marketDatabase } from '../market-database.ts'

const YEAR = { asOfDate: '2026-02-01', fromDate: '2025-02-02' }

function drawnMarket() {
  const db = marketDatabase()
  addVacancies(db, [
    { employer: 'judged' },
    { employer: 'twice' },
    { employer: 'twice', source: 'other' },
    { employer: 'future', firstSeenOn: '2027-01-01' },
    { employer: 'undated', firstSeenOn: null },
    { employer: 'old', firstSeenOn: '2024-01-01' },
    { employer: 'cut', truncated: true },
    { employer: 'belgian', country: 'BE' },
    { employer: 'english', country: null, language: 'en' },
    { employer: 'unread' },
    { employer: 'not grouped' },
    { employer: 'of a later run', firstSeenOn: '2026-03-01' },
  ])
  db.exec(`
    UPDATE vacancy_posting SET vacancy_id = 2, dedup_method = 'same-text' WHERE posting_id = 3;
    DELETE FROM vacancy WHERE vacancy_id = 3;
    DELETE FROM posting_reading WHERE posting_id = 10;
    DELETE FROM vacancy_posting WHERE posting_id = 11;
    DELETE FROM vacancy WHERE vacancy_id = 11;
    INSERT INTO run (run_id, kind, started_at, seen_on_date, version)
    VALUES (1, 'crawl', '2026-01-15T02:00:00Z', '2026-01-15', '1'), (2, 'crawl', '2026-03-01T02:00:00Z', '2026-03-01', '1');
    INSERT INTO run_source (run_source_id, run_id, source_id, started_at, outcome, postings_new)
    VALUES (1, 1, 'board', '2026-01-15T02:00:00Z', 'complete', 12), (2, 2, 'board', '2026-03-01T02:00:00Z', 'complete', 1);
    INSERT INTO sighting (posting_id, run_source_id, seen_on_date) VALUES (4, 1, '2027-01-01'), (12, 2, '2026-03-01');
  `)
  return db
}

describe('the funnel', () => {
  it('says of every posting what became of it, ads dated in the future and without a date included', () => {
    const db = drawnMarket()
    const funnel = readFunnel(db, makeMarketFacts(db, YEAR))
    expect(funnel).toEqual([
      { stage: 'postings', in: 11, out: 8, skipped: { 'after-day': 1, 'no-date': 1, 'not-grouped': 1 } },
      { stage: 'unique', in: 8, out: 7, skipped: { duplicate: 1 } },
      { stage: 'classify', in: 7, out: 6, skipped: { 'not-read': 1 } },
      { stage: 'window', in: 6, out: 2, skipped: { abroad: 1, 'before-window': 1, 'place-unknown': 1, truncated: 1 } },
    ])
    expect(funnel.every(balances)).toBe(true)
  })

  it('keeps the undated when all is asked for', () => {
    const db = drawnMarket()
    const funnel = readFunnel(db, makeMarketFacts(db, { asOfDate: '2026-02-01', fromDate: null }))
    expect(funnel.map(({ in: taken, out }) => [taken, out])).toEqual([
      [11, 9],
      [9, 8],
      [8, 7],
      [7, 4],
    ])
  })

  it('joins the ads that the runs found to the postings kept, seen again and erased ones counted', () => {
    const db = drawnMarket()
    db.exec(`
      INSERT INTO accounting (run_source_id, stage, in_count, out_count) VALUES (1, 'parse', 20, 15);
      INSERT INTO accounting_skip (run_source_id, stage, reason, skipped_count) VALUES (1, 'parse', 'no-title', 5);
    `)
    const [parse, postings] = readFunnel(db, makeMarketFacts(db, YEAR))
    expect(parse).toEqual({ stage: 'parse', in: 20, out: 15, skipped: { 'no-title': 5 } })
    expect(postings).toMatchObject({ in: 15, out: 8, skipped: { 'seen-before': 3, erased: 1, 'after-day': 1 } })
  })

  it('is empty for an empty database', () => {
    const db = marketDatabase()
    expect(readFunnel(db, makeMarketFacts(db, YEAR))).toEqual([])
  })
})
