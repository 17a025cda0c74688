import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type VigieDatabase } from '../../../src/store/open-database.ts'
import { readNamedQueries } from '../../../src/store/queries/named-query.ts'
import { QueryRefusedError } from '../../../src/store/queries/query-refused-error.ts'
import { runNamedQuery, runReadOnlySql } from '../../../src/store/queries/run-query.ts'
import { fillSampleMarket } from '../sample-market.ts'
import { migrationsFolder, temporaryPath } from '../temporary-database.ts'

const queries = readNamedQueries(join(import.meta.dirname, '../../../db/queries'))
const path = temporaryPath()
let database: VigieDatabase
let views: readonly string[]

beforeAll(() => {
  const writing = openDatabase({ path, migrationsFolder })
  fillSampleMarket(writing, 400)
  views = writing.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'view'`).pluck().all()
  writing.close()
  database = openDatabase({ path, migrationsFolder, readOnly: true })
})

/** Runs a statement in Debian's own command line and returns its rows as JSON. */
function cli(sql: string): readonly Record<string, unknown>[] {
  const printed = execFileSync('sqlite3', ['-json', '-readonly', path, sql], { encoding: 'utf8' })
  return printed.trim() === '' ? [] : (JSON.parse(printed) as Record<string, unknown>[])
}

/** Fractions cut after two digits more than halves need: SQLite 3.40 rounds ties otherwise than later versions. */
function tenths(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 10 + 0.02) / 10 : value,
    ]),
  )
}

describe('named queries', () => {
  it('are at least twenty, each with its titles, description and parameters', () => {
    expect(queries.length).toBeGreaterThanOrEqual(20)
    for (const { name, title, description, parameters, sql } of queries) {
      expect(title.fr, name).not.toBe(name)
      expect(title.en, name).not.toBe(name)
      expect(description, name).not.toBe('')
      const used = new Set(sql.match(/(?<=[\s(]:)[a-z_]+/g) ?? [])
      expect(new Set(parameters.map((parameter) => parameter.name)), name).toEqual(used)
    }
  })

  it.each(queries)('$name gives the same rows here and in the sqlite3 command line', (query) => {
    const { columns, rows } = runNamedQuery(database, query)
    const here = [...rows].map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
    expect(here.length).toBeGreaterThan(0)
    expect(here.map(tenths)).toEqual(cli(query.sql).map(tenths))
  })

  it('opens in the sqlite3 command line, every view readable, no file left behind', () => {
    expect(cli('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(views.length).toBeGreaterThanOrEqual(10)
    for (const view of views) expect(cli(`SELECT COUNT(*) AS n FROM ${view}`)[0]?.['n'], view).toBeGreaterThan(0)
  })

  it('takes parameters, and says which when one is unknown', () => {
    const search = queries.find(({ name }) => name === 'top-employers')
    if (search === undefined) throw new Error('top-employers is missing')
    expect([...runNamedQuery(database, search, { limit: 3 }).rows]).toHaveLength(3)
    // A command line and a web form give texts.
    expect([...runNamedQuery(database, search, { limit: '3' }).rows]).toHaveLength(3)
    const merged = queries.find(({ name }) => name === 'merged-ads')
    const few = merged === undefined ? [] : [...runNamedQuery(database, merged, { least: '2', limit: '500' }).rows]
    const many = merged === undefined ? [] : [...runNamedQuery(database, merged, { least: '4', limit: '' }).rows]
    expect(few.length).toBeGreaterThan(many.length)
    expect(many.length).toBeGreaterThan(0)
    expect(() => runNamedQuery(database, search, { top: 3 })).toThrow(/no parameter top\. It takes limit/)
  })

  it('explains a search that SQLite cannot read', () => {
    const search = queries.find(({ name }) => name === 'search-ads')
    if (search === undefined) throw new Error('search-ads is missing')
    expect(() => [...runNamedQuery(database, search, { words: '"' }).rows]).toThrow(QueryRefusedError)
  })
})

describe('runReadOnlySql', () => {
  it('runs reading statements', () => {
    const { columns, rows } = runReadOnlySql(
      database,
      '-- how many\nWITH n AS (SELECT COUNT(*) AS c FROM posting) SELECT c FROM n',
    )
    expect(columns).toEqual(['c'])
    expect([...rows]).toEqual([[402]])
  })

  it.each([
    'DELETE FROM posting',
    'WITH x AS (SELECT 1) DELETE FROM posting',
    'PRAGMA writable_schema = ON',
    "ATTACH 'other.sqlite' AS other",
    'SELECT 1; DELETE FROM posting',
    'VACUUM',
    'BEGIN',
    'SELEC 1',
    '',
    'SELECT * FROM nothing',
  ])('refuses %j, also on a connection that may write', (sql) => {
    const writing = openDatabase({ path, migrationsFolder })
    expect(() => [...runReadOnlySql(writing, sql).rows]).toThrow(QueryRefusedError)
    expect(writing.prepare('SELECT COUNT(*) FROM posting').pluck().get()).toBe(402)
    writing.close()
  })
})
