import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import type { VigieDatabase } from '../open-database.ts'
import { csvLine } from './csv-line.ts'
import { type DataPackageFacts, type ExportedFile, renderDataPackage } from './data-package.ts'
import { DERIVED_RELATIONS, type ExportRelation, STORED_RELATIONS } from './export-relations.ts'
import { type FileFacts, HashedFile } from './hashed-file.ts'
import { type ExportColumn, type ExportValue, relationColumns, relationRows } from './relation-columns.ts'
import { writeParquet } from './write-parquet.ts'
import { writeSqlite } from './write-sqlite.ts'

/** Formats of exports. */
export const EXPORT_FORMATS = ['csv', 'jsonl', 'parquet', 'sqlite'] as const

/** Format of an export. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What to export, and where to. */
export interface ExportOptions extends DataPackageFacts {
  /** Made when it does not exist; files of the same names are replaced. */
  readonly folder: string
  /** Needed for `sqlite` alone: the schema of the new database. */
  readonly migrationsFolder: string
}

/**
 * Exports the tables researchers need with a `datapackage.json` beside them. All tables show the same moment, rows are
 * streamed. No file holds more than 200 characters of any ad.
 */
export async function exportTables(database: VigieDatabase, options: ExportOptions): Promise<readonly ExportedFile[]> {
  makeFolder(options.folder)
  // One reading transaction, so that a crawl going on beside cannot part the tables in time.
  database.exec('BEGIN')
  try {
    const files =
      options.format === 'sqlite' ? [await exportDatabase(database, options)] : await exportFiles(database, options)
    const descriptor = new HashedFile(join(options.folder, 'datapackage.json'))
    descriptor.write(renderDataPackage(descriptionsOf(database), files, options))
    descriptor.finish()
    return files
  } finally {
    database.exec('ROLLBACK')
  }
}

async function exportDatabase(database: VigieDatabase, options: ExportOptions): Promise<ExportedFile> {
  const path = 'vigie.sqlite'
  const { bytes, sha256, rows } = await writeSqlite(database, join(options.folder, path), options.migrationsFolder)
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  return { name: 'vigie', path, rows: total, bytes, sha256, columns: [] }
}

async function exportFiles(database: VigieDatabase, options: ExportOptions): Promise<readonly ExportedFile[]> {
  const files: ExportedFile[] = []
  for (const relation of [...STORED_RELATIONS, ...DERIVED_RELATIONS]) {
    files.push(await exportRelation(database, relation, options))
  }
  return files
}

async function exportRelation(
  database: VigieDatabase,
  relation: ExportRelation,
  { folder, format }: ExportOptions,
): Promise<ExportedFile> {
  const columns = relationColumns(database, relation)
  const path = `${relation.name}.${format}`
  const counted = { rows: 0 }
  const rows = countRows(relationRows(database, relation), counted)
  const facts = await writeRows(join(folder, path), format, columns, rows)
  return { name: relation.name, path, rows: counted.rows, columns, ...facts }
}

async function writeRows(
  path: string,
  format: ExportFormat,
  columns: readonly ExportColumn[],
  rows: Iterable<readonly ExportValue[]>,
): Promise<FileFacts> {
  if (format === 'parquet') return await writeParquet(path, columns, rows)
  const names = columns.map(({ name }) => name)
  const toLine = format === 'csv' ? csvLine : (row: readonly ExportValue[]) => jsonLine(names, row)
  const file = new HashedFile(path)
  try {
    if (format === 'csv') file.write(csvLine(names))
    for (const row of rows) file.write(toLine(row))
    return file.finish()
  } catch (error) {
    file.abandon()
    throw error
  }
}

function jsonLine(names: readonly string[], row: readonly ExportValue[]): string {
  return `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])))}\n`
}

function* countRows(
  rows: Iterable<readonly ExportValue[]>,
  counted: { rows: number },
): Generator<readonly ExportValue[]> {
  for (const row of rows) {
    counted.rows++
    yield row
  }
}

function descriptionsOf(database: VigieDatabase): ReadonlyMap<string, string> {
  return new Map(
    database
      .prepare<[], [string, string]>(`SELECT table_name, description FROM data_dictionary WHERE column_name = ''`)
      .raw(true)
      .all(),
  )
}
