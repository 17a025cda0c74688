import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { DatabaseUnusableError } from './database-unusable-error.ts'
import { isFolder, makeFolder } from './make-folder.ts'
import { type Migration, readMigrations } from './schema/read-migrations.ts'

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

/** Marks a file as vigie's own in its header (`vigi`), so that no other program's database is ever migrated. */
const APPLICATION_ID = 0x76696769
const CACHE_KIB = 32_768

/**
 * Opens a database file, brings it to the newest schema and sets the pragmas every connection needs. Several processes
 * may open a new file at once. Before a migration that rewrites data, a copy `<file>.before-NNNN` is made.
 *
 * @throws DatabaseUnusableError when the file is no SQLite database, is damaged, is another program's, or is newer
 * than this code.
 */
export function openDatabase(options: OpenDatabaseOptions): VigieDatabase {
  const database = connect(options)
  try {
    database.pragma('busy_timeout = 5000')
    database.pragma('foreign_keys = ON')
    database.pragma(`cache_size = -${CACHE_KIB}`)
    database.pragma('temp_store = MEMORY')
    if (options.readOnly === true) requireNewest(database, options)
    else {
      refuseForeign(database, options.path)
      // A compressed page of ads and little else fits: with 16 KB pages a file of captures is half as large again.
      database.pragma('page_size = 8192')
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = NORMAL')
      migrate(database, options)
    }
    return database
  } catch (error) {
    database.close()
    throw DatabaseUnusableError.from(error, options.path)
  }
}

function connect({ path, readOnly }: OpenDatabaseOptions): VigieDatabase {
  if (isFolder(path)) throw DatabaseUnusableError.folder(path)
  try {
    if (readOnly === true) return new Database(path, { readonly: true, fileMustExist: true })
    if (path !== ':memory:') makeFolder(dirname(path))
    return new Database(path)
  } catch (error) {
    throw DatabaseUnusableError.from(error, path)
  }
}

function versionOf(database: VigieDatabase): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** A file with tables that carries neither our mark nor our version is not ours to change. */
function refuseForeign(database: VigieDatabase, path: string): void {
  if (Number(database.pragma('application_id', { simple: true })) === APPLICATION_ID) return
  const tables = Number(database.prepare('SELECT COUNT(*) FROM sqlite_schema').pluck().get())
  if (tables > 0) throw DatabaseUnusableError.foreign(path)
}

function requireNewest(database: VigieDatabase, { path, migrationsFolder }: OpenDatabaseOptions): void {
  const newest = readMigrations(migrationsFolder).at(-1)?.version ?? 0
  const current = versionOf(database)
  if (current > newest) throw DatabaseUnusableError.newer(path, current, newest)
  if (current < newest) throw DatabaseUnusableError.older(path, current, newest)
}

function migrate(database: VigieDatabase, { path, migrationsFolder }: OpenDatabaseOptions): void {
  const migrations = readMigrations(migrationsFolder)
  const newest = migrations.at(-1)?.version ?? 0
  const before = versionOf(database)
  if (before > newest) throw DatabaseUnusableError.newer(path, before, newest)
  if (before === newest) return
  if (before > 0) copyBeforeRewriting(database, path, migrations, before)
  // One transaction for all, its write lock taken first: of two processes the second finds the work done.
  database
    .transaction(() => {
      const current = versionOf(database)
      for (const { version, sql } of migrations) {
        if (version <= current) continue
        database.exec(sql)
        database.pragma(`user_version = ${version}`)
      }
      database.pragma(`application_id = ${APPLICATION_ID}`)
    })
    .immediate()
}

function copyBeforeRewriting(
  database: VigieDatabase,
  path: string,
  migrations: readonly Migration[],
  current: number,
): void {
  const rewriting = migrations.find(({ version, rewritesData }) => version > current && rewritesData)
  if (rewriting === undefined || path === ':memory:') return
  const stamp = String(rewriting.version).padStart(4, '0')
  database.prepare('VACUUM INTO ?').run(`${path}.before-${stamp}`)
}
