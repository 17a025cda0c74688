import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { MISSIONS } from '../../../src/domain/mission.ts'
import { ROLES } from '../../../src/domain/role.ts'
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

  it('tell the verdicts of one day in the order of its snapshots, without those that found no vacancy', () => {
    const writing = openDatabase({ path: ':memory:', migrationsFolder })
    writing.exec("INSERT INTO claim VALUES ('A-one', 'A', 'f', 'e', '{}')")
    for (const [id, verdict, vacancies] of [
      ['2026-01-01', 'insufficient_data', 0],
      ['2026-01-01-2', 'supported', 5],
      ['2026-01-01-10', 'overstated', 5],
    ] as const) {
      writing.prepare("INSERT INTO snapshot VALUES (?, '2026-01-01', '2025-01-02', '{}')").run(id)
      writing
        .prepare("INSERT INTO stat_cell VALUES (?, 'vacancies', 'all', 'count', NULL, NULL, NULL, 0, ?, 0, 0)")
        .run(id, vacancies)
      writing
        .prepare("INSERT INTO verdict VALUES (?, 'A-one', ?, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, '[]')")
        .run(id, verdict)
    }
    const history = queries.find(({ name }) => name === 'verdict-history')
    if (history === undefined) throw new Error('verdict-history is missing')
    const { columns, rows } = runNamedQuery(writing, history)
    const at = (name: string) => columns.indexOf(name)
    expect([...rows].map((row) => [row[at('verdict_before')], row[at('verdict')]])).toEqual([
      [null, 'supported'],
      ['supported', 'overstated'],
    ])
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

  const find = (name: string) => {
    const query = queries.find((each) => each.name === name)
    if (query === undefined) throw new Error(`${name} is missing`)
    return query
  }
  const run = (name: string, parameters: Readonly<Record<string, string>>) => [
    ...runNamedQuery(database, find(name), parameters).rows,
  ]

  it('explains a search that SQLite cannot read', () => {
    expect(() => run('search-ads', { words: '"' })).toThrow(QueryRefusedError)
  })

  it.each([`a b"`, 'community-manager', `c'est`, '*', 'ville:Lyon', '('])(
    'says in a sentence that %s cannot be searched, and how it can',
    (words) => {
      const quoted = `"${words.replaceAll('"', '""')}"`
      expect(() => run('search-ads', { words })).toThrow(
        `${words} cannot be searched: the full-text search takes words, word*, "a phrase", AND, OR and NOT. Put anything with other signs in double quotes: ${quoted}.`,
      )
      expect(() => run('search-ads', { words: quoted })).not.toThrow()
    },
  )

  it.each([
    ['mismatched-ads', 'role', 'zzz', 'give one of cm, smm, hybrid, other'],
    ['mismatched-ads', 'limit', 'abc', 'give a whole number from 1 to 999,999,999'],
    ['mismatched-ads', 'limit', '-1', 'give a whole number from 1 to 999,999,999'],
    ['mismatched-ads', 'limit', '0', 'give a whole number from 1 to 999,999,999'],
    ['mismatched-ads', 'limit', '2.5', 'give a whole number from 1 to 999,999,999'],
    ['search-ads', 'limit', '9999999999', 'give a whole number from 1 to 999,999,999'],
    ['merged-ads', 'least', 'many', 'give a whole number from 1 to 999,999,999'],
    ['missions-together', 'mission', 'dance', `give one of ${MISSIONS.join(', ')}`],
    ['verdict-history', 'claim', 'A-pay-cn', 'no claim judged in this database is called so'],
    ['verdict-board', 'snapshot', '1999-01-01', 'the newest snapshots are 20'],
    ['words-behind', 'reading', 'tool:abacus', 'nothing in this database is read so'],
  ])('refuses in %s the %s %s', (name, parameter, value, possible) => {
    expect(() => run(name, { [parameter]: value })).toThrow(`${parameter}=${value} is not possible: ${possible}`)
  })

  it('takes every value that a row can have', () => {
    for (const role of ROLES) expect(() => run('mismatched-ads', { role })).not.toThrow()
    for (const mission of MISSIONS) expect(() => run('missions-together', { mission })).not.toThrow()
    expect(run('mismatched-ads', { role: '', limit: '' })).toEqual(run('mismatched-ads', {}))
    const of = (sql: string) => String(database.prepare(sql).pluck().get())
    expect(run('verdict-history', { claim: of('SELECT claim_id FROM verdict') }).length).toBeGreaterThan(0)
    expect(run('verdict-board', { snapshot: of('SELECT snapshot_id FROM verdict') }).length).toBeGreaterThan(0)
    expect(run('words-behind', { reading: of('SELECT reading FROM evidence') }).length).toBeGreaterThan(0)
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

  it.each(['a:b', 'community-manager', '"open'])('says that %s is no full-text search', (words) => {
    const sql = `SELECT rowid FROM posting_fts WHERE posting_fts MATCH '${words}'`
    expect(() => [...runReadOnlySql(database, sql).rows]).toThrow(/what stands after MATCH is no full-text search/)
  })

  it('says which column the statement itself asks for in vain', () => {
    expect(() => runReadOnlySql(database, 'SELECT absent FROM posting')).toThrow(/no such column: absent/)
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
