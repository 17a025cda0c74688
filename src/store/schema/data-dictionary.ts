import type { VigieDatabase } from '../open-database.ts'

/** One column as the database describes itself. */
export interface DescribedColumn {
  readonly name: string
  /** Declared type; empty for the columns of views. */
  readonly type: string
  readonly isKey: boolean
  readonly isRequired: boolean
  readonly isGenerated: boolean
  readonly description: string
  readonly unit: string | null
  /** `table (column)` that it points to. */
  readonly references: string | null
}

/** One table or view as the database describes itself. */
export interface DescribedTable {
  readonly name: string
  readonly kind: 'table' | 'view' | 'search index'
  readonly description: string
  readonly columns: readonly DescribedColumn[]
}

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
  readonly hidden: number
  readonly description: string | null
  readonly unit: string | null
}

const TABLES = `
  SELECT m.name, m.type, m.sql, d.description
  FROM sqlite_schema m LEFT JOIN data_dictionary d ON d.table_name = m.name AND d.column_name = ''
  WHERE m.type IN ('table', 'view') AND m.name NOT GLOB 'posting_fts_*' AND m.name NOT GLOB 'sqlite_*'
  ORDER BY m.type DESC, m.name`
const COLUMNS = `
  SELECT i.name, i.type, i."notnull", i.pk, i.hidden, d.description, d.unit
  FROM pragma_table_xinfo(:table) i
  LEFT JOIN data_dictionary d ON d.table_name = :table AND d.column_name = i.name
  WHERE i.hidden <> 1 ORDER BY i.cid`

/** Every table and view with its columns, views first; descriptions are empty where the dictionary has none. */
export function readDataDictionary(database: VigieDatabase): readonly DescribedTable[] {
  const columns = database.prepare<[{ table: string }], ColumnRow>(COLUMNS)
  const keys = database.prepare<
    [string],
    { readonly from: string; readonly table: string; readonly to: string | null }
  >('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)')
  return database
    .prepare<
      [],
      { readonly name: string; readonly type: string; readonly sql: string; readonly description: string | null }
    >(TABLES)
    .all()
    .map(({ name, type, sql, description }) => {
      const references = new Map(keys.all(name).map((key) => [key.from, key.table]))
      return {
        name,
        kind: type === 'view' ? 'view' : sql.startsWith('CREATE VIRTUAL') ? 'search index' : 'table',
        description: description ?? '',
        columns: columns.all({ table: name }).map((column) => describe(column, references)),
      }
    })
}

function describe(column: ColumnRow, references: ReadonlyMap<string, string>): DescribedColumn {
  return {
    name: column.name,
    type: column.type,
    isKey: column.pk > 0,
    isRequired: column.notnull === 1 || column.pk > 0,
    isGenerated: column.hidden > 1,
    description: column.description ?? '',
    unit: column.unit,
    references: references.get(column.name) ?? null,
  }
}
