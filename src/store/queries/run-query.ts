import type { VigieDatabase } from '../open-database.ts'
import type { NamedQuery } from './named-query.ts'
import { QueryRefusedError } from './query-refused-error.ts'

/** A value in a result. */
export type QueryValue = string | number | bigint | Buffer | null

/** The rows of a query, read one by one while the caller asks for them. */
export interface QueryResult {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly QueryValue[]>
}

const READING = /^\s*(?:--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*(?:select|with|values|explain)\b/i

/**
 * Runs a named query; parameters left out are empty.
 *
 * @throws QueryRefusedError when a parameter is unknown or SQLite cannot run the query with it.
 */
export function runNamedQuery(
  database: VigieDatabase,
  query: NamedQuery,
  parameters: Readonly<Record<string, string | number | null>> = {},
): QueryResult {
  const known = query.parameters.map(({ name }) => name)
  for (const name of Object.keys(parameters)) {
    if (known.includes(name)) continue
    const wanted = known.length === 0 ? 'It takes none.' : `It takes ${known.join(', ')}.`
    throw new QueryRefusedError(`The query ${query.name} has no parameter ${name}. ${wanted}`)
  }
  const bound = Object.fromEntries(known.map((name) => [name, parameters[name] ?? null]))
  return read(database, query.sql, known.length === 0 ? undefined : bound)
}

/**
 * Runs one reading statement written by a person. Nothing can be written: only SELECT, WITH, VALUES and EXPLAIN are
 * taken, and only when SQLite itself calls the statement read-only. Open the database read-only besides.
 *
 * @throws QueryRefusedError when the statement could write, is none, or cannot be run.
 */
export function runReadOnlySql(database: VigieDatabase, sql: string): QueryResult {
  if (!READING.test(sql)) {
    throw new QueryRefusedError('Only one reading statement can be run: begin with SELECT, WITH, VALUES or EXPLAIN.')
  }
  return read(database, sql, undefined)
}

function read(
  database: VigieDatabase,
  sql: string,
  parameters: Readonly<Record<string, string | number | null>> | undefined,
): QueryResult {
  try {
    const statement = database.prepare(sql)
    if (!(statement.readonly && statement.reader)) {
      throw new QueryRefusedError('This statement would change the database. Only reading statements can be run.')
    }
    const columns = statement.columns().map(({ name }) => name)
    const rows = statement.raw(true)
    return {
      columns,
      rows: explained(() => (parameters === undefined ? rows.iterate() : rows.iterate(parameters))),
    }
  } catch (error) {
    throw refused(error)
  }
}

/** The rows of a statement, with what SQLite says of a wrong one turned into a message for its author. */
function* explained(start: () => IterableIterator<unknown>): Generator<readonly QueryValue[]> {
  try {
    for (const row of start()) yield row as readonly QueryValue[]
  } catch (error) {
    throw refused(error)
  }
}

function refused(error: unknown): unknown {
  if (error instanceof QueryRefusedError || !(error instanceof Error)) return error
  if (error.name !== 'SqliteError' && !(error instanceof RangeError)) return error
  return new QueryRefusedError(`SQLite cannot run this query: ${error.message}.`, { cause: error })
}
