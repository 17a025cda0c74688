import { beforeEach, describe, expect, it } from 'vitest'
import { checkDatabase } from '../../../src/store/integrity/check-database.ts'
import { openDatabase, type VigieDatabase } from '../../../src/store/open-database.ts'
import { fillSampleMarket } from '../sample-market.ts'
import { migrationsFolder, temporaryPath } from '../temporary-database.ts'

let path: string
let database: VigieDatabase
beforeEach(() => {
  path = temporaryPath()
  database = openDatabase({ path, migrationsFolder })
  fillSampleMarket(database, 60)
})

const failing = () =>
  checkDatabase(database)
    .filter(({ problems }) => problems.length > 0)
    .map(({ name }) => name)

describe('checkDatabase', () => {
  it('finds nothing wrong with a sound database, also read-only', () => {
    expect(failing()).toEqual([])
    database.close()
    database = openDatabase({ path, migrationsFolder, readOnly: true })
    expect(failing()).toEqual([])
  })

  it.each([
    ['foreign keys', `PRAGMA foreign_keys = OFF; DELETE FROM source WHERE source_id = 'source-1'`],
    ['accounting balances', 'UPDATE accounting SET out_count = out_count - 1 WHERE run_source_id = 2'],
    ['postings have their text', 'UPDATE posting SET current_text_id = NULL WHERE posting_id = 7'],
    ['vacancies match their postings', 'UPDATE vacancy SET posting_count = 9 WHERE vacancy_id = 1'],
    ['erased texts are empty', `UPDATE posting_text SET erased_on_date = '2026-01-01' WHERE text_id = 3`],
    ['search index matches the texts', `UPDATE posting_text SET description = 'autre' WHERE text_id = 3`],
  ])('notices when it is not so: %s', (name, damage) => {
    database.exec(damage)
    expect(failing()).toContain(name)
  })

  it('says which run of which source does not balance, and by how much', () => {
    database.exec('UPDATE accounting SET in_count = 20 WHERE run_source_id = 1')
    expect(checkDatabase(database).flatMap(({ problems }) => problems)).toEqual([
      'run 1, source-0, parse: in 20 ≠ out 10 + skipped 2',
    ])
  })
})
