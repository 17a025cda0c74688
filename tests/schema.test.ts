import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../src/store/open-database.ts'
import { readNamedQueries } from '../src/store/queries/named-query.ts'
import { readDataDictionary } from '../src/store/schema/data-dictionary.ts'
import { readSchema } from '../src/store/schema/read-schema.ts'
import { renderDataDictionary } from '../src/store/schema/render-data-dictionary.ts'
import { renderDatasette } from '../src/store/schema/render-datasette.ts'

// Generated files are compared here; `npx vitest run tests/schema.test.ts -u` writes them anew.
const ROOT = join(import.meta.dirname, '..')
const database = openDatabase({ path: ':memory:', migrationsFolder: join(ROOT, 'db/migrations') })
const queries = readNamedQueries(join(ROOT, 'db/queries'))

describe('schema', () => {
  it('db/schema.sql is what the migrations make', async () => {
    await expect(readSchema(database)).toMatchFileSnapshot(join(ROOT, 'db/schema.sql'))
  })

  it('every table, view and column is described, and nothing else', () => {
    const described = readDataDictionary(database)
    const missing = described.flatMap(({ name, description, columns }) => [
      ...(description === '' ? [name] : []),
      ...columns.filter((column) => column.description === '').map((column) => `${name}.${column.name}`),
    ])
    expect(missing, 'describe these in the migration of the data dictionary').toEqual([])
    const known = described.flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column.name}`)])
    const stale = database
      .prepare(`SELECT table_name || CASE column_name WHEN '' THEN '' ELSE '.' || column_name END FROM data_dictionary`)
      .pluck()
      .all()
      .filter((name) => !known.includes(String(name)))
    expect(stale, 'described but not in the schema').toEqual([])
  })

  it('docs/data-dictionary.md and datasette.yaml are what the database says of itself', async () => {
    const described = readDataDictionary(database)
    await expect(renderDataDictionary(described)).toMatchFileSnapshot(join(ROOT, 'docs/data-dictionary.md'))
    await expect(renderDatasette(described, queries)).toMatchFileSnapshot(join(ROOT, 'datasette.yaml'))
  })

  it('every table is strict', () => {
    const loose = database
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT GLOB 'sqlite_*'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  it.each([
    ['vacancy', 'posting_count', 'posting_count = 0'],
    ['posting_reading', 'role', `role = 'chief'`],
    ['posting', 'first_seen_on_date', `first_seen_on_date = '3 May'`],
    ['source', 'keeps', `keeps = 'forever'`],
    ['vacancy_posting', 'similarity', 'similarity = 2'],
  ])('refuses a wrong value in %s.%s', (table, column) => {
    const sql = database.prepare(`SELECT sql FROM sqlite_schema WHERE name = ?`).pluck().get(table)
    expect(String(sql)).toMatch(new RegExp(`${column}\\s+[A-Z][^\\n]*CHECK`))
  })
})
