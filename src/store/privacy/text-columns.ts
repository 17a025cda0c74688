import type { VigieDatabase } from '../open-database.ts'

/** A column of the store that may hold words from outside. */
export interface TextColumn {
  readonly table: string
  readonly column: string
  readonly isJson: boolean
}

/** Tables that hold the project's or the operator's own words. */
const OWN_TABLES = "('source', 'claim', 'data_dictionary', 'forgotten_words')"
/** Columns of codes, days and hashes: no words. */
const CODES = /_date$|_at$|sha256$|_code$|^(?:source_id|claim_id|snapshot_id|outcome|state|purpose|stage|kind|version)$/

/** Every text column that words of a person could have come into, found in the schema itself. */
export function textColumns(database: VigieDatabase): readonly TextColumn[] {
  return database
    .prepare<[], { readonly table: string; readonly column: string }>(`
      SELECT l.name AS "table", i.name AS "column"
      FROM pragma_table_list l, pragma_table_xinfo(l.name) i
      WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT GLOB 'sqlite_*' AND l.name NOT IN ${OWN_TABLES}
        AND i.type = 'TEXT' AND i.hidden = 0
      ORDER BY l.name, i.cid`)
    .all()
    .filter(({ column }) => !CODES.test(column))
    .map(({ table, column }) => ({ table, column, isJson: column.endsWith('_json') }))
}
