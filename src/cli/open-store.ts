import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { whyUnwritable } from '../domain/file-fault.ts'
import { DatabaseUnusableError } from '../store/database-unusable-error.ts'
import { isFolder, makeFolder } from '../store/make-folder.ts'
import { openDatabase, type VigieDatabase } from '../store/open-database.ts'
import { shipped } from './package-root.ts'
import { UserError } from './user-error.ts'

/** Folder of the shipped SQL migrations. */
export const MIGRATIONS_FOLDER: string = shipped('db', 'migrations')

/**
 * Makes the folder of a database when there is none.
 *
 * @throws UserError when it cannot be made; DatabaseUnusableError when a folder is where the file should be.
 */
export function makeDatabaseFolder(path: string): void {
  if (isFolder(path)) throw DatabaseUnusableError.folder(path)
  try {
    makeFolder(dirname(path))
  } catch (error) {
    throw new UserError(
      `Cannot make the folder of the database ${path}: ${whyUnwritable(error)}. Choose a writable place with --database.`,
      { cause: error },
    )
  }
}

/**
 * Opens the configured database for writing, making its folder when needed.
 *
 * @throws UserError when the folder cannot be made; DatabaseUnusableError when the file is damaged or newer.
 */
export function openStore(path: string): VigieDatabase {
  makeDatabaseFolder(path)
  return openDatabase({ path, migrationsFolder: MIGRATIONS_FOLDER })
}

/**
 * Opens a database that must exist already.
 *
 * @throws UserError when there is none yet.
 */
export function openExistingStore(path: string): VigieDatabase {
  requireFile(path)
  return openDatabase({ path, migrationsFolder: MIGRATIONS_FOLDER })
}

/**
 * Opens a database for reading alone, beside a run that may be writing.
 *
 * @throws UserError when there is none yet.
 */
export function openForReading(path: string): VigieDatabase {
  requireFile(path)
  return openDatabase({ path, migrationsFolder: MIGRATIONS_FOLDER, readOnly: true })
}

function requireFile(path: string): void {
  if (existsSync(path)) return
  throw new UserError(
    `There is no database ${path} yet. Fill one first: vigie import FILE…, vigie crawl --config FILE, or vigie demo.`,
  )
}
