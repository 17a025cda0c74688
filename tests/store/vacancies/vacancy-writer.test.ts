import { beforeEach, describe, expect, it } from 'vitest'
import { groupPostings } from '../../../src/classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../../../src/classify/vacancy/sign-text.ts'
import type { VigieDatabase } from '../../../src/store/open-database.ts'
import { PostingWriter } from '../../../src/store/postings/posting-writer.ts'
import { upsertSource } from '../../../src/store/sources/upsert-source.ts'
import { postingsToGroup } from '../../../src/store/vacancies/postings-to-group.ts'
import { signTexts } from '../../../src/store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../../../src/store/vacancies/vacancy-writer.ts'
import { BOARD, draft, temporaryDatabase } from '../temporary-database.ts'

let database: VigieDatabase
beforeEach(() => {
  database = temporaryDatabase()
  upsertSource(database, BOARD)
  upsertSource(database, { ...BOARD, sourceId: 'site', kind: 'employer' })
  const writer = new PostingWriter(database)
  writer.write('board', draft({ extId: 'b-1', hiringOrganization: 'DORVAL SAS' }), '2026-01-01')
  writer.write('site', draft({ extId: 's-1', hiringOrganization: 'Dorval' }), '2026-01-03')
  const other = draft({ extId: 's-2', hiringOrganization: 'Dorval', title: 'Comptable', description: 'Vous comptez.' })
  writer.write('site', other, null)
})

function rebuild(): void {
  signTexts(database, TEXT_SIGNER)
  new VacancyWriter(database).rebuild(groupPostings(postingsToGroup(database)), '2026-01-04T00:00:00Z')
}
const dump = () => [
  database.prepare('SELECT * FROM vacancy').all(),
  database.prepare('SELECT * FROM vacancy_posting').all(),
  database.prepare('SELECT * FROM employer').all(),
]

describe('VacancyWriter', () => {
  it('stores vacancies, and the same ones when built again', () => {
    rebuild()
    const first = dump()
    expect(first[0]).toMatchObject([
      { vacancy_id: 1, speaker_posting_id: 2, posting_count: 2, first_seen_on_date: '2026-01-01' },
      { vacancy_id: 3, posting_count: 1, first_seen_on_date: null },
    ])
    expect(first[2]).toEqual([
      { employer_id: 1, employer_key: 'dorval', employer_name: 'Dorval', employer_kind: 'unknown' },
    ])
    rebuild()
    expect(dump()).toEqual(first)
  })

  it('keeps the vacancy of an ad whose text was erased', () => {
    rebuild()
    const first = dump()
    database.exec(`UPDATE posting_text SET title = '', description = '', erased_on_date = '2026-02-01'`)
    expect(signTexts(database, TEXT_SIGNER)).toBe(0)
    rebuild()
    expect(dump()).toEqual(first)
  })
})
