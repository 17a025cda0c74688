import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One numbered step of the schema. */
export interface Migration {
  readonly version: number
  readonly sql: string
  /** Its first line is `-- rewrites data`: the file is copied before it runs. */
  readonly rewritesData: boolean
}

const MIGRATION_FILE = /^(\d{4})-[a-z0-9-]+\.sql$/
const REWRITES_DATA = /^--\s*rewrites data/i

/** The migrations of a folder (`NNNN-name.sql`), by number. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const digits = MIGRATION_FILE.exec(name)?.[1]
      if (digits === undefined) return []
      const sql = readFileSync(join(folder, name), 'utf8')
      return [{ version: Number(digits), sql, rewritesData: REWRITES_DATA.test(sql) }]
    })
    .sort((a, b) => a.version - b.version)
}
