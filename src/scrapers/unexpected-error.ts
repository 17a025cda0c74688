/** A bug or a full disk, told apart from what a host or page does: in words, since the other sources go on. */
export function explainUnexpected(error: unknown): string {
  if (isDiskFull(error)) {
    return 'The disk is full: what was read before is kept, the rest is not. Make room, then run the same command again.'
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `The crawl of this source stopped on an unexpected error (${what}). Please report it.`
}

/** SQLite's and the system's codes for a full disk or quota. */
const FULL: readonly unknown[] = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT']

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL.includes(error.code)
}
