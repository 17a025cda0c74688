import { whyUnwritable } from '../domain/file-fault.ts'
import { makeWritableFolder } from '../store/make-folder.ts'
import { UserError } from './user-error.ts'

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
