import { existsSync, linkSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFolder, makeFolder, requireFilePlace } from '../../store/make-folder.ts'

/** Files of one folder that are written whole under other names, and wait to be put in place. */
export interface StagedFiles {
  /** Puts all of them in place by renaming, or none. @throws Error of the file system, with its `code`. */
  readonly publish: () => void
  /** Lets go of the files that were there before. */
  readonly settle: () => void
  /** Takes the files away again, whether they are in place or not, and puts back those that were there before. */
  readonly discard: () => void
}

/**
 * Writes files into a folder, made when there is none, under other names.
 *
 * @param contents name and content of each; they are put in place in this order.
 * @throws Error of the file system, with its `code`; nothing is left behind then.
 */
export function stageFiles(folder: string, contents: readonly (readonly [string, string])[]): StagedFiles {
  const fresh = (name: string) => join(folder, `.${name}.new-${process.pid}`)
  const former = (name: string) => join(folder, `.${name}.old-${process.pid}`)
  const names = contents.map(([name]) => name)
  const settle = () => {
    for (const name of names) removeQuietly(former(name))
  }
  const published: string[] = []
  const isOurs = !isFolder(folder)
  const discard = () => {
    for (const name of published.splice(0)) putBack(former(name), join(folder, name))
    for (const name of names) removeQuietly(fresh(name))
    settle()
    if (isOurs) removeEmptyFolder(folder)
  }
  const orDiscard = (work: () => void) => {
    try {
      work()
    } catch (error) {
      discard()
      throw error
    }
  }
  orDiscard(() => {
    makeFolder(folder)
    removeStaged(folder, names)
    for (const name of names) requireFilePlace(join(folder, name))
    for (const [name, content] of contents) writeFileSync(fresh(name), content)
  })
  return {
    settle,
    discard,
    publish: () =>
      orDiscard(() => {
        for (const name of names) {
          requireFilePlace(join(folder, name))
          keep(join(folder, name), former(name))
          published.push(name)
          renameSync(fresh(name), join(folder, name))
        }
      }),
  }
}

/**
 * Clears away what processes that were killed have left of such files, named in the order in which they are put in place.
 * A set of which some were in place and some not goes back whole. A folder that cannot be read is left as it is.
 */
export function removeStaged(folder: string, names: readonly string[]): void {
  for (const holder of deadHolders(folder, names)) {
    const staged = (form: 'new' | 'old', name: string) => join(folder, `.${name}.${form}-${holder}`)
    // The last one was written but is not in place: those without a new file are in place already.
    const isHalfPlaced = existsSync(staged('new', names.at(-1) ?? ''))
    for (const name of names) {
      const isPlaced = isHalfPlaced && !existsSync(staged('new', name))
      if (isPlaced || !existsSync(join(folder, name))) putBackQuietly(staged('old', name), join(folder, name))
      removeQuietly(staged('new', name))
      removeQuietly(staged('old', name))
    }
  }
}

const STAGED = /^\.(.+)\.(?:new|old)-(\d+)$/

/** Our own number is that of a dead process too: in a container every run has the same, and we have no such files yet. */
function deadHolders(folder: string, names: readonly string[]): ReadonlySet<number> {
  const holders = new Set<number>()
  for (const file of filesOf(folder)) {
    const [, name = '', digits] = STAGED.exec(file) ?? []
    const holder = Number(digits)
    if (names.includes(name) && (holder === process.pid || !isAlive(holder))) holders.add(holder)
  }
  return holders
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not there, or not ours (`lost+found`).
    return []
  }
}

/** Another user's process is alive too, though it may not be sent anything. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Gives a file a second name, so that its own is never without one; where the disk has no such names, moves it away. */
function keep(path: string, as: string): void {
  try {
    linkSync(path, as)
  } catch (error) {
    if (isMissing(error)) return
    renameSync(path, as)
  }
}

/** A file that was kept comes back; where there was none before, the new one goes. */
function putBack(kept: string, path: string): void {
  try {
    renameSync(kept, path)
  } catch (error) {
    if (isMissing(error)) removeQuietly(path)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path)
  } catch {
    // Somebody has put something into it meanwhile, or it was never made.
  }
}

function putBackQuietly(kept: string, path: string): void {
  try {
    putBack(kept, path)
  } catch {
    // The folder takes no change: all stays as it is.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The folder itself is no folder, or takes no change any more: the file stays.
  }
}
