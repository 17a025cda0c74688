/** A query that cannot be run as asked; the message says what, why and what to do. A mistake of the user, not a bug. */
export class QueryRefusedError extends Error {
  override readonly name = 'QueryRefusedError'
}
