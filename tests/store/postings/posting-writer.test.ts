import { beforeEach, describe, expect, it } from 'vitest'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { PostingWriter } from '../../../src/store/postings/posting-writer.ts'
import { upsertSource } from '../../../src/store/sources/upsert-source.ts'
import { BOARD, draft, temporaryDatabase } from '../temporary-database.ts'

let database: VigieDatabase
let writer: PostingWriter
beforeEach(() => {
  database = temporaryDatabase()
  upsertSource(database, BOARD)
  writer = new PostingWriter(database)
})

const search = (words: string) =>
  database.prepare('SELECT rowid FROM posting_fts WHERE posting_fts MATCH ?').pluck().all(words)
const posting = () => database.prepare('SELECT * FROM posting').get()
const startRun = () => {
  database.exec(
    `INSERT INTO run (kind, started_at, seen_on_date, version) VALUES ('crawl', '2026-01-01T00:00:00Z', '2026-01-01', '1')`,
  )
  database.exec(
    `INSERT INTO run_source (run_id, source_id, started_at, outcome) VALUES (1, 'board', '2026-01-01T00:00:00Z', 'running')`,
  )
}

describe('PostingWriter', () => {
  it('stores a posting once and tells what was new', () => {
    expect(writer.write('board', draft(), '2026-01-02')).toEqual({ postingId: 1, isNew: true, isTextNew: true })
    expect(writer.write('board', draft(), '2026-01-05')).toEqual({ postingId: 1, isNew: false, isTextNew: false })
    expect(writer.write('board', draft({ salaryText: '30 k€' }), '2026-01-01')).toMatchObject({ isTextNew: false })
    expect(posting()).toMatchObject({
      first_seen_on_date: '2026-01-01',
      last_seen_on_date: '2026-01-05',
      salary_text: '30 k€',
    })
  })

  it('keeps every version of a text once and finds the words of each', () => {
    writer.write('board', draft(), '2026-01-02')
    const changed = draft({ description: 'Vous élaborez la stratégie éditoriale.' })
    expect(writer.write('board', changed, '2026-01-03').isTextNew).toBe(true)
    expect(writer.write('board', draft(), '2026-01-04').isTextNew).toBe(true)
    expect(database.prepare('SELECT COUNT(*) FROM posting_text').pluck().get()).toBe(2)
    expect(posting()).toMatchObject({ current_text_id: 1 })
    expect(search('strategie')).toEqual([2])
    expect(search('communautés')).toEqual([1])
  })

  it('writes the search index once per transaction, not after every ad', () => {
    startRun()
    database.transaction(() => {
      for (let number = 1; number <= 20; number += 1) {
        const { postingId } = writer.write('board', draft({ extId: `${number}` }), '2026-01-02')
        writer.sight(postingId, 1, '2026-01-02', null)
      }
    })()
    expect(database.prepare('SELECT COUNT(DISTINCT segid) FROM posting_fts_idx').pluck().get()).toBe(1)
    expect(search('communautés')).toHaveLength(20)
  })

  it('keeps a full text when a shortened copy comes by', () => {
    writer.write('board', draft(), '2026-01-02')
    const teaser = draft({ description: 'Vous animez…', isTruncated: true })
    expect(writer.write('board', teaser, '2026-01-03')).toMatchObject({ isTextNew: false })
    expect(posting()).toMatchObject({ current_text_id: 1, is_truncated: 0, last_seen_on_date: '2026-01-03' })
  })

  it('leaves the days empty when an import gives none, and fills them later', () => {
    writer.write('board', draft(), null)
    expect(posting()).toMatchObject({ first_seen_on_date: null, last_seen_on_date: null })
    writer.write('board', draft(), '2026-01-03')
    expect(posting()).toMatchObject({ first_seen_on_date: '2026-01-03', last_seen_on_date: '2026-01-03' })
  })

  it('sights a posting once per run and brings a gone one back', () => {
    startRun()
    const { postingId } = writer.write('board', draft(), '2026-01-01')
    database.exec(`UPDATE posting SET gone_on_date = '2026-01-03'`)
    writer.sight(postingId, 1, '2026-01-02', null)
    expect(posting()).toMatchObject({ gone_on_date: '2026-01-03' })
    writer.sight(postingId, 1, '2026-01-04', null)
    expect(posting()).toMatchObject({ gone_on_date: null, last_seen_on_date: '2026-01-04' })
    expect(database.prepare('SELECT COUNT(*) FROM sighting').pluck().get()).toBe(1)
  })

  it('restores a text that was erased when the ad comes back', () => {
    writer.write('board', draft(), '2026-01-01')
    database.exec(`INSERT INTO posting_fts (posting_fts, rowid, title, description)
      SELECT 'delete', text_id, title, description FROM posting_text`)
    database.exec(`UPDATE posting_text SET title = '', description = '', erased_on_date = '2026-01-09'`)
    database.exec(`INSERT INTO posting_fts (rowid, title, description) VALUES (1, '', '')`)
    expect(search('communautés')).toEqual([])
    expect(writer.write('board', draft(), '2026-02-01').isTextNew).toBe(true)
    expect(search('communautés')).toEqual([1])
    database.exec(`INSERT INTO posting_fts (posting_fts, rank) VALUES ('integrity-check', 1)`)
  })
})
