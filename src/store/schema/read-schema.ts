import type { VigieDatabase } from '../open-database.ts'

/** The statements that make the present schema, in the order in which they were run: what `db/schema.sql` holds. */
export function readSchema(database: VigieDatabase): string {
  const statements = database
    .prepare<[], string>(`
      SELECT sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT GLOB 'posting_fts_*'
      ORDER BY rowid`)
    .pluck()
    .all()
  const version = Number(database.pragma('user_version', { simple: true }))
  const head = `-- Generated from db/migrations by tests/schema.test.ts; schema version ${version}. Do not edit.\n`
  return `${head}${statements.map((sql) => `\n${sql};\n`).join('')}`
}
