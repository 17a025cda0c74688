import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DatabaseUnusableError } from './database-unusable-error.ts'

/** An open database of vigie. */
export type VigieDatabase = Database.Database

/** How a database file is opened. */
export interface OpenDatabaseOptions {
  /** File path, or `:memory:`. */
  readonly path: string
  /** Folder of the numbered SQL migrations (`NNNN-name.sql`). */
  readonly migrationsFolder: string
  /** Refuses to write and to migrate; the file must exist. Default false. */
  readonly readOnly?: boolean
}

const MIGRATION_FILE = /^(\d{4})-[a-z0-9-]+\.sql$/

/**
 * Opens a database file, brings it to the newest schema and sets the pragmas every connection needs.
 *
 * @throws DatabaseUnusableError when the file is no SQLite database, is damaged, or is newer than this code.
 */
export function openDatabase(options: OpenDatabaseOptions): VigieDatabase {
  const database = connect(options)
  try {
    database.pragma('busy_timeout = 5000')
    database.pragma('foreign_keys = ON')
    if (options.readOnly !== true) {
      database.pragma('page_size = 16384')
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = NORMAL')
    }
    migrate(database, options)
    return database
  } catch (error) {
    database.close()
    throw DatabaseUnusableError.from(error, options.path)
  }
}

function connect({ path, readOnly }: OpenDatabaseOptions): VigieDatabase {
  try {
    return new Database(path, readOnly === true ? { readonly: true, fileMustExist: true } : {})
  } catch (error) {
    throw DatabaseUnusableError.from(error, path)
  }
}

function migrate(database: VigieDatabase, { path, migrationsFolder, readOnly }: OpenDatabaseOptions): void {
  const migrations = readMigrations(migrationsFolder)
  const newest = migrations.at(-1)?.version ?? 0
  const current = Number(database.pragma('user_version', { simple: true }))
  if (current > newest) throw DatabaseUnusableError.newer(path, current, newest)
  if (current === newest) return
  if (readOnly === true) throw DatabaseUnusableError.older(path, current, newest)
  for (const { version, sql } of migrations) {
    if (version <= current) continue
    database.transaction(() => {
      database.exec(sql)
      database.pragma(`user_version = ${version}`)
    })()
  }
}

function readMigrations(folder: string): readonly { readonly version: number; readonly sql: string }[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const digits = MIGRATION_FILE.exec(name)?.[1]
      return digits === undefined ? [] : [{ version: Number(digits), sql: readFileSync(join(folder, name), 'utf8') }]
    })
    .sort((a, b) => a.version - b.version)
}
