/** A bug or a full disk, told apart from what a host or page does: in words, since the other sources go on. */
export function explainUnexpected(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `The crawl of this source stopped on an unexpected error (${what}). Please report it.`
}
