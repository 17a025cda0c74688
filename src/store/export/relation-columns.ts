import type { VigieDatabase } from '../open-database.ts'
import type { ExportRelation } from './export-relations.ts'

/** Type of a column as SQLite's strict tables have it; no export holds blobs. */
export type ColumnType = 'INTEGER' | 'REAL' | 'TEXT'

/** A column of an exported table. */
export interface ExportColumn {
  readonly name: string
  readonly type: ColumnType
  readonly description: string
  readonly unit: string | null
}

/** A value of an exported row. */
export type ExportValue = string | number | null

/** Columns of a relation with their types and descriptions. */
export function relationColumns(database: VigieDatabase, { name, sql }: ExportRelation): readonly ExportColumn[] {
  const declared = new Map(
    database
      .prepare<[string], { readonly name: string; readonly type: string }>(
        'SELECT name, type FROM pragma_table_xinfo(?)',
      )
      .all(name)
      .map((column) => [column.name, column.type]),
  )
  const describe = database.prepare<[string, string], { readonly description: string; readonly unit: string | null }>(
    'SELECT description, unit FROM data_dictionary WHERE table_name = ? AND column_name = ?',
  )
  return database
    .prepare(sql)
    .columns()
    .map((column) => {
      const described = describe.get(name, column.name)
      return {
        name: column.name,
        type: toType(declared.get(column.name) || column.type),
        description: described?.description ?? '',
        unit: described?.unit ?? null,
      }
    })
}

/** Rows of a relation, one by one. */
export function* relationRows(database: VigieDatabase, { sql }: ExportRelation): Generator<readonly ExportValue[]> {
  for (const row of database.prepare(sql).raw(true).iterate()) yield row as readonly ExportValue[]
}

/** Expressions of views have no declared type; all that are exported are texts. */
function toType(declared: string | null | undefined): ColumnType {
  return declared === 'INTEGER' || declared === 'REAL' ? declared : 'TEXT'
}
