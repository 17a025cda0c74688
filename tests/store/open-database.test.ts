import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DatabaseUnusableError } from '../../src/store/database-unusable-error.ts'
import { openDatabase } from '../../src/store/open-database.ts'

const migrationsFolder = join(import.meta.dirname, '../../db/migrations')
const folder = () => mkdtempSync(join(tmpdir(), 'vigie-db-'))

describe('openDatabase', () => {
  it('creates the schema and leaves it alone the second time', () => {
    const path = join(folder(), 'vigie.sqlite')
    openDatabase({ path, migrationsFolder }).close()
    const database = openDatabase({ path, migrationsFolder })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    database.close()
  })

  it('refuses a newer file, a file that is no database, and leaves both as they were', () => {
    const path = join(folder(), 'newer.sqlite')
    const database = openDatabase({ path, migrationsFolder })
    database.pragma('user_version = 9999')
    database.close()
    expect(() => openDatabase({ path, migrationsFolder })).toThrow(/schema 9999.*Update vigie/)
    const text = join(folder(), 'text.sqlite')
    writeFileSync(text, 'this is no database, only words, and more of them than a header has'.repeat(20))
    expect(() => openDatabase({ path: text, migrationsFolder })).toThrow(DatabaseUnusableError)
  })
})
