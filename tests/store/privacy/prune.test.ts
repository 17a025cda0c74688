import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { packBody } from '../../../src/store/crawl/packed-body.ts'
import { checkDatabase } from '../../../src/store/integrity/check-database.ts'
import { openDatabase, type VigieDatabase } from '../../../src/store/open-database.ts'
import { PostingWriter } from '../../../src/store/postings/posting-writer.ts'
import { prune } from '../../../src/store/privacy/prune.ts'
import { ReadingWriter } from '../../../src/store/readings/reading-writer.ts'
import { upsertSource } from '../../../src/store/sources/upsert-source.ts'
import { reading } from '../reading.ts'
import { BOARD, draft, migrationsFolder, temporaryPath } from '../temporary-database.ts'

let path: string
let database: VigieDatabase
beforeEach(() => {
  path = temporaryPath()
  database = openDatabase({ path, migrationsFolder })
  upsertSource(database, { ...BOARD, sourceId: 'kept', keeps: 'text' })
  upsertSource(database, { ...BOARD, sourceId: 'lent', keeps: 'while-live' })
  database.exec(`
    INSERT INTO run (kind, started_at, seen_on_date, version) VALUES ('crawl', '2026-01-01T00:00:00Z', '2026-01-01', '1');
    INSERT INTO run_source (run_id, source_id, started_at, outcome) VALUES (1, 'lent', '2026-01-01T00:00:00Z', 'complete')`)
  const capture = database.prepare(`
    INSERT INTO capture (source_id, run_source_id, url, final_url, fetched_at_ms, status, etag, request_json,
      headers_json, sha256, body_bytes, body_packed, body_coding, kept_for_issue, rung)
    VALUES ('lent', 1, 'u', 'u', ?, 200, '"1"', '{}', '{}', printf('%064d', 1), 1, ?, 'br', ?, 'api')`)
  const packed = (page: string) => packBody(Buffer.from(page)).body_packed
  // The page of the ad below; the others are of no ad that is told of here.
  capture.run(Date.parse('2026-03-25'), packed('une page avec gribouillis'), null)
  capture.run(Date.parse('2026-01-10'), packed('une page avec autre chose'), null)
  capture.run(Date.parse('2026-01-10'), packed('une page avec autre chose'), 'unmapped-field')
  capture.run(Date.parse('2024-01-10'), packed('une page avec autre chose'), 'unmapped-field')
  const writer = new PostingWriter(database)
  const readings = new ReadingWriter(database)
  for (const sourceId of ['kept', 'lent']) {
    const ad = draft({
      title: `Animatrice de gribouillis ${sourceId}`,
      description: 'Vous animez les gribouillis.',
      hiringOrganization: 'Dorval',
      salaryText: '30 k€',
    })
    const { postingId } = writer.write(sourceId, ad, '2026-01-01')
    writer.write(sourceId, { ...ad, description: 'Vous animez encore les gribouillis.' }, '2026-01-02')
    readings.write(
      postingId,
      reading({
        missions: ['animation'],
        evidence: [{ reading: 'mission:animation', field: 'description', start: 5, end: 11, quoted: 'animez' }],
      }),
    )
  }
  writer.sight(2, 1, '2026-01-02', 1)
})

const bodies = () => database.prepare('SELECT body_packed IS NOT NULL FROM capture ORDER BY capture_id').pluck().all()
const found = () =>
  database.prepare(`SELECT COUNT(*) FROM posting_fts WHERE posting_fts MATCH 'gribouillis'`).pluck().get()

describe('prune', () => {
  it('lets captures expire after 90 days, those kept for an issue after a year', () => {
    expect(prune(database, { today: '2026-04-20' })).toMatchObject({
      capturesExpired: 2,
      capturesErased: 0,
      postingsErased: 0,
    })
    expect(bodies()).toEqual([1, 0, 1, 0])
    expect(prune(database, { today: '2026-04-20', captureDays: 7 }).capturesExpired).toBe(1)
    expect(database.prepare('SELECT etag FROM capture WHERE capture_id = 2').pluck().get()).toBeNull()
  })

  it('erases the words of a gone ad whose source lends its text, and leaves what was read of it', () => {
    database.exec(`UPDATE posting SET gone_on_date = '2026-04-01'`)
    expect(prune(database, { today: '2026-03-31' }).postingsErased).toBe(0)
    expect(prune(database, { today: '2026-04-01' })).toMatchObject({ postingsErased: 1, capturesErased: 1 })
    const texts = database.prepare('SELECT posting_id, title, description, erased_on_date FROM posting_text').all()
    expect(texts).toMatchObject([
      { posting_id: 1, erased_on_date: null },
      { posting_id: 1, erased_on_date: null },
      { posting_id: 2, title: '', description: '', erased_on_date: '2026-04-01' },
      { posting_id: 2, title: '', description: '', erased_on_date: '2026-04-01' },
    ])
    expect(database.prepare('SELECT quoted, start_offset FROM evidence ORDER BY posting_id').raw().all()).toEqual([
      ['animez', 5],
      [null, 5],
    ])
    expect(database.prepare('SELECT hiring_organization, salary_text FROM posting').raw().all()).toEqual([
      ['Dorval', '30 k€'],
      ['Dorval', null],
    ])
    expect(database.prepare('SELECT COUNT(*) FROM term_reading').pluck().get()).toBe(2)
    expect(found()).toBe(2)
    expect(checkDatabase(database).flatMap((check) => check.problems)).toEqual([])
    expect(prune(database, { today: '2026-04-02' }).postingsErased).toBe(0)
  })

  it('leaves no word of the erased ads in the raw file or the log', () => {
    database.exec(`UPDATE source SET keeps = 'while-live'; UPDATE posting SET gone_on_date = '2026-04-01'`)
    prune(database, { today: '2026-04-01' })
    const raw = readdirSync(join(path, '..'))
      .map((file) => readFileSync(join(path, '..', file)).toString('latin1'))
      .join('\n')
    expect(raw).not.toContain('gribouillis')
    expect(execFileSync('sqlite3', [path, '.dump'], { encoding: 'utf8' })).not.toContain('gribouillis')
  })
})
