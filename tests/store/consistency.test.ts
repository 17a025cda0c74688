import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPostings } from '../../src/classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../../src/classify/vacancy/sign-text.ts'
import { checkDatabase } from '../../src/store/integrity/check-database.ts'
import { openDatabase, type VigieDatabase } from '../../src/store/open-database.ts'
import { PostingWriter } from '../../src/store/postings/posting-writer.ts'
import { forget } from '../../src/store/privacy/forget.ts'
import { prune } from '../../src/store/privacy/prune.ts'
import { postingsToRead } from '../../src/store/readings/postings-to-read.ts'
import { ReadingWriter } from '../../src/store/readings/reading-writer.ts'
import { upsertSource } from '../../src/store/sources/upsert-source.ts'
import { postingsToGroup } from '../../src/store/vacancies/postings-to-group.ts'
import { signTexts } from '../../src/store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../../src/store/vacancies/vacancy-writer.ts'
import { syntheticReading } from './sample-market.ts'
import { BOARD, draft, migrationsFolder } from './temporary-database.ts'

const WORDS = ['animez', 'Kerguelen', 'réseaux', 'Yseult Kerguelen', 'écrivez', 'stratégie', '👋', '\u0000', '"']
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const ref = fc.integer({ min: 1, max: 5 }).map((number) => `ref-${number}`)
const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-01-${number}`)

type Step =
  | {
      readonly do: 'write'
      readonly ref: string
      readonly title: string
      readonly text: string
      readonly day: string | null
      readonly cut: boolean
    }
  | { readonly do: 'gone'; readonly ref: string; readonly day: string }
  | { readonly do: 'read' | 'group' | 'prune' | 'forget name' }
  | { readonly do: 'forget ad'; readonly ref: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      ref,
      title: text,
      text,
      day: fc.option(day),
      cut: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gone' as const), ref, day }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('read' as const, 'group' as const, 'prune' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget name' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget ad' as const), ref }) },
)

function take(database: VigieDatabase, one: Step): void {
  switch (one.do) {
    case 'write': {
      const ad = draft({ extId: one.ref, title: one.title, description: one.text, isTruncated: one.cut })
      new PostingWriter(database).write('board', ad, one.day)
      return
    }
    case 'gone':
      database.prepare('UPDATE posting SET gone_on_date = ? WHERE ext_id = ?').run(one.day, one.ref)
      return
    case 'read': {
      const writer = new ReadingWriter(database)
      for (const { postingId, input } of postingsToRead(database, { version: '1' })) {
        writer.write(postingId, syntheticReading(postingId, input.description))
      }
      return
    }
    case 'group':
      signTexts(database, TEXT_SIGNER)
      new VacancyWriter(database).rebuild(groupPostings(postingsToGroup(database)), '2026-01-01T00:00:00Z')
      return
    case 'prune':
      prune(database, { today: '2026-01-20' })
      return
    case 'forget name':
      forget(database, 'yseult kerguelen', '2026-01-20')
      return
    case 'forget ad':
      forget(database, `board:${one.ref}`, '2026-01-20')
  }
}

describe('the store', () => {
  it('stays consistent whatever is written, pruned and forgotten in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) => {
        const database = openDatabase({ path: ':memory:', migrationsFolder })
        upsertSource(database, { ...BOARD, keeps: 'while-live' })
        let isForgotten = false
        for (const one of steps) {
          take(database, one)
          isForgotten ||= one.do === 'forget name'
          expect(checkDatabase(database).flatMap(({ problems }) => problems)).toEqual([])
          const quotes = database
            .prepare<[], { quoted: string; stored: string; start_offset: number; end_offset: number }>(`
              SELECT e.quoted, t.description AS stored, e.start_offset, e.end_offset FROM evidence e
              JOIN posting_reading r USING (posting_id) JOIN posting_text t ON t.text_id = r.text_id
              WHERE e.quoted IS NOT NULL`)
            .all()
          for (const { quoted, stored, start_offset, end_offset } of quotes) {
            expect(stored.slice(start_offset, end_offset)).toBe(quoted)
          }
          const named = database.prepare(
            `SELECT COUNT(*) FROM posting_text WHERE title || description LIKE '%Yseult Kerguelen%'`,
          )
          if (isForgotten) expect(named.pluck().get()).toBe(0)
        }
        database.close()
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
