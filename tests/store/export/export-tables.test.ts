import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ExportedFile } from '../../../src/store/export/data-package.ts'
import { DERIVED_RELATIONS, type ExportRelation, STORED_RELATIONS } from '../../../src/store/export/export-relations.ts'
import { type ExportFormat, exportTables } from '../../../src/store/export/export-tables.ts'
import { openDatabase, type VigieDatabase } from '../../../src/store/open-database.ts'
import { PostingWriter } from '../../../src/store/postings/posting-writer.ts'
import { readNamedQueries } from '../../../src/store/queries/named-query.ts'
import { runNamedQuery } from '../../../src/store/queries/run-query.ts'
import { fillSampleMarket } from '../sample-market.ts'
import { draft, migrationsFolder, temporaryDatabase } from '../temporary-database.ts'

const relations: readonly ExportRelation[] = [...STORED_RELATIONS, ...DERIVED_RELATIONS]
const root = mkdtempSync(join(tmpdir(), 'vigie-export-'))
let database: VigieDatabase
beforeAll(() => {
  database = temporaryDatabase()
  fillSampleMarket(database, 300, 900)
  const hostile = draft({
    extId: '=cmd',
    title: '=HYPERLINK("x")',
    hiringOrganization: '@SUM(1), "deux"\n+3',
    jobLocation: '-2+3',
  })
  new PostingWriter(database).write('source-0', hostile, '2026-01-01')
})

const exportTo = (format: ExportFormat, name: string = format): Promise<readonly ExportedFile[]> =>
  exportTables(database, {
    folder: join(root, name),
    format,
    createdAt: '2026-10-01T00:00:00Z',
    version: 'test',
    migrationsFolder,
  })
const rowsOf = ({ sql }: ExportRelation) => database.prepare(sql).all() as readonly Record<string, unknown>[]
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('exportTables', () => {
  it.each(['csv', 'jsonl', 'parquet', 'sqlite'] as const)(
    'writes %s with a data package whose sizes, counts and hashes are true, the same bytes each time',
    async (format) => {
      const files = await exportTo(format)
      const folder = join(root, format)
      const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
        resources: { path: string; bytes: number; hash: string; rowCount: number }[]
      }
      expect(readdirSync(folder).sort()).toEqual([...files.map(({ path }) => path), 'datapackage.json'].sort())
      for (const { path, bytes, hash } of descriptor.resources) {
        expect(hash).toBe(`sha256:${sha256(join(folder, path))}`)
        expect(bytes).toBe(readFileSync(join(folder, path)).length)
      }
      const again = await exportTo(format, `${format}-again`)
      expect(again.map((file) => file.sha256)).toEqual(files.map((file) => file.sha256))
    },
  )

  it('JSON lines hold every row as it is', async () => {
    await exportTo('jsonl')
    for (const relation of relations) {
      const lines = readFileSync(join(root, 'jsonl', `${relation.name}.jsonl`), 'utf8')
        .split('\n')
        .slice(0, -1)
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rowsOf(relation))
    }
  })

  it('CSV reads back equal, formulas made harmless', async () => {
    await exportTo('csv')
    for (const relation of relations) {
      const text = readFileSync(join(root, 'csv', `${relation.name}.csv`), 'utf8')
      const [, ...records] = parse(text, { record_delimiter: '\r\n' }) as string[][]
      const expected = rowsOf(relation).map((row) =>
        Object.values(row).map((value) =>
          value === null
            ? ''
            : typeof value === 'string' && /^[=+\-@\t\r\n']/.test(value)
              ? `'${value}`
              : String(value),
        ),
      )
      expect(records).toEqual(expected)
      const texts = records.flat().filter((field) => !/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(field))
      expect(texts.filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([])
    }
  })

  it('Parquet reads back equal in DuckDB', async () => {
    await exportTo('parquet')
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    for (const relation of relations) {
      const reader = await duck.runAndReadAll(`SELECT * FROM '${join(root, 'parquet', relation.name)}.parquet'`)
      const rows = reader
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
          ),
        )
      expect(rows, relation.name).toEqual(rowsOf(relation))
    }
    const summed = await duck.runAndReadAll(
      `SELECT COUNT(*) AS n, SUM(salary_gross_annual_eur_mid) AS eur FROM '${join(root, 'parquet', 'v_vacancy')}.parquet'`,
    )
    expect(summed.getRowsJS().map((row) => row.map(Number))).toEqual(
      database.prepare('SELECT COUNT(*), SUM(salary_gross_annual_eur_mid) FROM v_vacancy').raw().all(),
    )
    duck.closeSync()
  })

  it('the SQLite export is one immutable file on which every named query runs', async () => {
    await exportTo('sqlite')
    const path = join(root, 'sqlite', 'vigie.sqlite')
    const before = sha256(path)
    const copy = openDatabase({ path, migrationsFolder, readOnly: true })
    for (const relation of STORED_RELATIONS.filter(({ name }) => name !== 'evidence')) {
      expect(copy.prepare(relation.sql).all(), relation.name).toEqual(rowsOf(relation))
    }
    for (const query of readNamedQueries(join(import.meta.dirname, '../../../db/queries'))) {
      expect(() => [...runNamedQuery(copy, query).rows], query.name).not.toThrow()
    }
    expect(copy.prepare('SELECT COUNT(*) FROM capture').pluck().get()).toBe(0)
    copy.close()
    const counted = execFileSync('sqlite3', [`file:${path}?immutable=1`, 'SELECT COUNT(*) FROM v_vacancy'])
    expect(Number(counted)).toBe(database.prepare('SELECT COUNT(*) FROM v_vacancy').pluck().get())
    expect(readdirSync(join(root, 'sqlite')).sort()).toEqual(['datapackage.json', 'vigie.sqlite'])
    expect(sha256(path)).toBe(before)
  })

  it('lets at most 200 characters of an ad out', () => {
    database.exec(`
      UPDATE posting_text SET title = '${'très long '.repeat(40)}' WHERE text_id = 1;
      INSERT INTO evidence SELECT 1, 100 + value, 'mission:video', 'description', 0, 60, '${'mots '.repeat(12)}'
        FROM json_each('[1,2,3,4,5,6,7,8]')`)
    const texts = STORED_RELATIONS.filter(({ name }) => ['posting_text', 'evidence'].includes(name))
    const chars = new Map<unknown, number>()
    for (const relation of texts) {
      for (const row of rowsOf(relation)) {
        const length = [row['title'], row['description'], row['quoted']].join('').length
        chars.set(row['posting_id'], (chars.get(row['posting_id']) ?? 0) + length)
      }
    }
    expect(Math.max(...chars.values())).toBeLessThanOrEqual(200)
    expect(chars.get(1)).toBeGreaterThan(100)
  })
})
