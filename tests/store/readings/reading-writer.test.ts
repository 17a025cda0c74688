import { beforeEach, describe, expect, it } from 'vitest'
import type { PostingReading } from '../../../src/domain/reading.ts'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { PostingWriter } from '../../../src/store/postings/posting-writer.ts'
import { countPostingsToRead, postingsToRead } from '../../../src/store/readings/postings-to-read.ts'
import { ReadingWriter } from '../../../src/store/readings/reading-writer.ts'
import { upsertSource } from '../../../src/store/sources/upsert-source.ts'
import { reading } from '../reading.ts'
import { BOARD, draft, temporaryDatabase } from '../temporary-database.ts'

let database: VigieDatabase
let postings: PostingWriter
beforeEach(() => {
  database = temporaryDatabase()
  upsertSource(database, BOARD)
  postings = new PostingWriter(database)
})

const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
const stale = (version = '1', all = false) =>
  [...postingsToRead(database, { version, all })].map(({ postingId }) => postingId)

describe('ReadingWriter', () => {
  it('stores a reading whole and replaces it whole', () => {
    const { postingId } = postings.write('board', draft(), '2026-01-01')
    const writer = new ReadingWriter(database)
    const first: PostingReading = reading({
      missions: ['animation', 'moderation'],
      tools: ['canva'],
      evidence: [{ reading: 'mission:animation', field: 'description', start: 5, end: 11, quoted: 'animez' }],
      salary: {
        kind: 'stated',
        min: 2_000,
        max: 2_200,
        period: 'month',
        basis: 'gross',
        currency: 'EUR',
        months: null,
        grossAnnualEur: { min: 24_000, max: 26_400 },
        grossAnnualEurEstimated: null,
        repaired: null,
        quoted: '2 000–2 200 € brut',
      },
    })
    writer.write(postingId, first)
    expect(rows('posting_reading')).toMatchObject([{ posting_id: 1, text_id: 1, reading_version: '1', role: 'cm' }])
    expect(rows('salary_reading')).toMatchObject([{ amount_min: 2_000, salary_gross_annual_eur_max: 26_400 }])
    expect(rows('term_reading')).toHaveLength(3)
    expect(rows('evidence')).toMatchObject([{ evidence_no: 1, start_offset: 5, quoted: 'animez' }])
    writer.write(postingId, reading({ version: '2', missions: ['video'] }))
    expect(rows('term_reading')).toEqual([{ posting_id: 1, kind: 'mission', code: 'video' }])
    expect(rows('salary_reading')).toMatchObject([{ kind: 'absent', amount_min: null }])
    expect(rows('evidence')).toEqual([])
  })

  it('hands out what is unread, stale by version, text or field, and nothing else', () => {
    const writer = new ReadingWriter(database)
    for (let index = 1; index <= 450; index++) postings.write('board', draft({ extId: `a-${index}` }), '2026-01-01')
    expect(countPostingsToRead(database, { version: '1' })).toBe(450)
    for (const { postingId, input } of postingsToRead(database, { version: '1' })) {
      expect(input.title).toBe('Community manager F/H')
      writer.write(postingId, reading())
    }
    expect(stale()).toEqual([])
    expect(stale('2')).toHaveLength(450)
    expect(stale('1', true)).toHaveLength(450)
    postings.write('board', draft({ extId: 'a-7', description: 'Un autre texte.' }), '2026-01-02')
    postings.write('board', draft({ extId: 'a-9', salaryText: '30 k€' }), '2026-01-02')
    expect(stale()).toEqual([7, 9])
    database.exec(`UPDATE posting_text SET erased_on_date = '2026-01-09' WHERE posting_id = 9`)
    expect(stale()).toEqual([7])
  })
})
