import { join } from 'node:path'
import { whyUnwritable } from '../domain/file-fault.ts'
import { makeWritableFolder, requireFilePlace } from '../store/make-folder.ts'
import { UserError } from './user-error.ts'

/** Name of the page that lists the reports of a folder. */
export const INDEX_FILE = 'index.html'

/**
 * Makes a folder that a command will write to: said before its work, not after it.
 *
 * @param what what is written there, e.g. `the reports`.
 * @throws UserError when it cannot be written.
 */
export function requireWritable(folder: string, what: string, cure: string): void {
  try {
    makeWritableFolder(folder)
  } catch (error) {
    throw new UserError(`Cannot write ${what} to ${folder}: ${whyUnwritable(error)}. ${cure}`, { cause: error })
  }
}

/**
 * Makes the folder in which every report has one of its own, and sees that the page which lists them has its place: found
 * missing after the work, each try would leave one more report.
 *
 * @throws UserError when either cannot be written.
 */
export function requireReportsFolder(folder: string, what: string, cure: string): void {
  requireWritable(folder, what, cure)
  const page = join(folder, INDEX_FILE)
  try {
    requireFilePlace(page)
  } catch (error) {
    throw new UserError(
      `Cannot write the list of reports ${page}: ${whyUnwritable(error)}. Move it away, then run the same command again.`,
      { cause: error },
    )
  }
}
