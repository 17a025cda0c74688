/**
 * Address of one employer's board. `template` holds `{board}` for the employer's slug. The config names the slug, or
 * the endpoint itself (`url` with a path), or another origin for the slug (`url` without a path: a test server).
 * @throws Error when the config names neither; the message says what to write.
 */
export function boardUrl(url: string | null, board: unknown, template: string): URL {
  const slug = typeof board === 'string' && board !== '' ? encodeURIComponent(board) : null
  const standard = slug === null ? null : new URL(template.replace('{board}', slug))
  if (url === null) {
    if (standard !== null) return standard
    throw new Error('The source names no board: add `board: <slug>` or the `url` of its endpoint to the config.')
  }
  const given = new URL(url)
  if (given.pathname !== '/' || standard === null) return given
  return new URL(standard.pathname + standard.search, given)
}
