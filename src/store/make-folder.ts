import { accessSync, constants, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it, one by one: where the system takes no folder at all (`/proc`), the recursive
 * `mkdir` of Node 20 never ends.
 *
 * @throws Error of the file system, with its `code`.
 */
export function makeFolder(path: string): void {
  for (const folder of missingFolders(path)) makeOne(folder)
}

/**
 * Makes a folder in which files can be made.
 *
 * @throws Error of the file system, with its `code`.
 */
export function makeWritableFolder(path: string): void {
  makeFolder(path)
  accessSync(path, constants.W_OK | constants.X_OK)
}

/** The folder that is there already, on the way to `path`. Throws like a file system when it is a file. */
export function nearestFolder(path: string): string {
  let folder = resolve(path)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  if (isFolder(folder)) return folder
  throw Object.assign(new Error(`ENOTDIR: not a directory, '${folder}'`), { code: 'ENOTDIR' })
}

/** True for a path at which there is a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Throws like a file system when a folder is where a file is to be put. */
export function requireFilePlace(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return
  throw Object.assign(new Error(`EISDIR: is a directory, '${path}'`), { code: 'EISDIR' })
}

function missingFolders(path: string): string[] {
  const nearest = nearestFolder(path)
  const missing: string[] = []
  for (let folder = resolve(path); folder !== nearest; folder = dirname(folder)) missing.unshift(folder)
  return missing
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error
  }
}
