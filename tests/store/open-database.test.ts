import { cpSync, existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { CaptureWriter } from '../../src/store/crawl/capture-writer.ts'
import { DatabaseUnusableError } from '../../src/store/database-unusable-error.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { upsertSource } from '../../src/store/sources/upsert-source.ts'
import { fillSampleMarket } from './sample-market.ts'
import { BOARD, migrationsFolder } from './temporary-database.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'vigie-db-'))

describe('openDatabase', () => {
  it('creates the schema, and its folder, and leaves it alone the second time', () => {
    const path = join(folder(), 'deep', 'vigie.sqlite')
    openDatabase({ path, migrationsFolder }).close()
    const database = openDatabase({ path, migrationsFolder })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('page_size', { simple: true })).toBe(8_192)
    database.close()
  })

  it('refuses a newer file and leaves it as it was', () => {
    const path = join(folder(), 'newer.sqlite')
    const database = openDatabase({ path, migrationsFolder })
    database.pragma('user_version = 9999')
    database.close()
    const before = readFileSync(path)
    expect(() => openDatabase({ path, migrationsFolder })).toThrow(/schema 9999.*Update vigie/)
    expect(() => openDatabase({ path, migrationsFolder, readOnly: true })).toThrow(/schema 9999.*Update vigie/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('refuses a file that is no database', () => {
    const path = join(folder(), 'text.sqlite')
    const words = 'this is no database, only words, and more of them than a header has'.repeat(20)
    writeFileSync(path, words)
    expect(() => openDatabase({ path, migrationsFolder })).toThrow(/no SQLite database.*restore it from a backup/)
    expect(readFileSync(path, 'utf8')).toBe(words)
  })

  it("refuses another program's database and leaves it as it was", () => {
    const path = join(folder(), 'other.sqlite')
    const other = new Database(path)
    other.exec('CREATE TABLE bookmark (url TEXT)')
    other.close()
    const before = readFileSync(path)
    expect(() => openDatabase({ path, migrationsFolder })).toThrow(/belongs to another program/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('says what to do with a damaged file, a missing one and a folder', () => {
    const path = join(folder(), 'damaged.sqlite')
    const database = openDatabase({ path, migrationsFolder })
    fillSampleMarket(database, 40)
    database.close()
    truncateSync(path, 16_384 * 3)
    const open = () => {
      const damaged = openDatabase({ path, migrationsFolder, readOnly: true })
      try {
        damaged.prepare('SELECT COUNT(*) FROM posting_text').get()
      } catch (error) {
        throw DatabaseUnusableError.from(error, path)
      } finally {
        damaged.close()
      }
    }
    expect(open).toThrow(/damaged.*(restore|\.recover)/)
    const missing = join(folder(), 'missing.sqlite')
    expect(() => openDatabase({ path: missing, migrationsFolder, readOnly: true })).toThrow(/does not exist/)
    expect(existsSync(missing)).toBe(false)
    expect(() => openDatabase({ path: folder(), migrationsFolder })).toThrow(DatabaseUnusableError)
  })

  it('copies the file before a migration that rewrites data, and only then', () => {
    const place = folder()
    const path = join(place, 'vigie.sqlite')
    const database = openDatabase({ path, migrationsFolder })
    upsertSource(database, BOARD)
    database.close()
    const grown = join(place, 'migrations')
    cpSync(migrationsFolder, grown, { recursive: true })
    writeFileSync(join(grown, '9001-note.sql'), 'ALTER TABLE source ADD COLUMN note TEXT;')
    openDatabase({ path, migrationsFolder: grown }).close()
    expect(existsSync(`${path}.before-9001`)).toBe(false)
    writeFileSync(join(grown, '9002-shout.sql'), '-- rewrites data\nUPDATE source SET name = upper(name);')
    const migrated = openDatabase({ path, migrationsFolder: grown })
    expect(migrated.prepare('SELECT name FROM source').pluck().get()).toBe('A BOARD')
    migrated.close()
    const copy = new Database(`${path}.before-9002`, { readonly: true })
    expect(copy.prepare('SELECT name FROM source').pluck().get()).toBe('A board')
    expect(copy.pragma('user_version', { simple: true })).toBe(9001)
    copy.close()
  })

  it('brings a file of an earlier schema up to date, with what it holds', () => {
    const place = folder()
    const path = join(place, 'vigie.sqlite')
    const earlier = join(place, 'migrations')
    cpSync(migrationsFolder, earlier, { recursive: true, filter: (name) => !/00(?:09|1\d)-/.test(name) })
    const before = openDatabase({ path, migrationsFolder: earlier })
    before.exec("INSERT INTO snapshot VALUES ('2026-01-01', '2026-01-01', NULL, '{}', NULL)")
    upsertSource(before, BOARD)
    before.exec(`
      INSERT INTO run (kind, started_at, seen_on_date, version) VALUES ('crawl', '2026-01-01T00:00:00Z', '2026-01-01', '1');
      INSERT INTO run_source (run_id, source_id, started_at, outcome) VALUES (1, 'board', '2026-01-01T00:00:00Z', 'complete')`)
    before
      .prepare(`INSERT INTO capture (source_id, run_source_id, url, final_url, fetched_at_ms, status, request_json,
        headers_json, sha256, body_bytes, body_deflated, rung)
        VALUES ('board', 1, 'u', 'u', 0, 200, '{"via":"http"}', '{}', printf('%064d', 1), 8, ?, 'api')`)
      .run(deflateRawSync('une page'))
    before.close()
    const after = openDatabase({ path, migrationsFolder })
    expect(after.prepare('SELECT * FROM snapshot').all()).toEqual([
      { snapshot_id: '2026-01-01', as_of_date: '2026-01-01', window_from_date: null, versions_json: '{}' },
    ])
    const captures = new CaptureWriter(after, { sourceId: 'board', runSourceId: 1, seenOnDate: '2026-01-02' })
    expect(captures.readLast('u')?.capture.body.toString()).toBe('une page')
    after.close()
  })

  it('rolls a failing migration back whole', () => {
    const place = folder()
    const path = join(place, 'vigie.sqlite')
    openDatabase({ path, migrationsFolder }).close()
    const broken = join(place, 'migrations')
    cpSync(migrationsFolder, broken, { recursive: true })
    writeFileSync(
      join(broken, '9001-broken.sql'),
      'CREATE TABLE half (x TEXT) STRICT; CREATE TABLE half (x TEXT) STRICT;',
    )
    expect(() => openDatabase({ path, migrationsFolder: broken })).toThrow(/already exists/)
    const database = openDatabase({ path, migrationsFolder })
    expect(database.prepare(`SELECT COUNT(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
    database.close()
  })
})
