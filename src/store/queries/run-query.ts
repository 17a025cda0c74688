import type { VigieDatabase } from '../open-database.ts'
import { checkParameter } from './check-parameter.ts'
import type { NamedQuery } from './named-query.ts'
import { QueryRefusedError } from './query-refused-error.ts'

/** A value in a result. */
export type QueryValue = string | number | bigint | Buffer | null

/** The rows of a query, read one by one while the caller asks for them. */
export interface QueryResult {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly QueryValue[]>
}

/** What the full-text search takes, and how anything else is searched. */
const SEARCH_TAKES = 'words, word*, "a phrase", AND, OR and NOT'
const OF_SEARCH = /^(?:fts5: |unterminated string|unknown special query)/
/** Said of the statement while it is prepared, and of a search (`a:b`) once its rows are asked for. */
const NO_COLUMN = /^no such column: /
const READING = /^\s*(?:--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*(?:select|with|values|explain)\b/i

/**
 * Runs a named query; parameters left out are empty.
 *
 * @throws QueryRefusedError when a parameter is unknown, has a value it cannot have, or holds words that cannot be searched.
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
  const bound = Object.fromEntries(
    query.parameters.map((each) => [each.name, checkParameter(database, each, parameters[each.name] ?? null)]),
  )
  const words = query.parameters.find(({ kind }) => kind === 'words')
  const searched = words === undefined ? null : (bound[words.name] ?? null)
  try {
    const { columns, rows } = read(database, query.sql, known.length === 0 ? undefined : bound)
    return { columns, rows: orWordsRefused(rows, searched) }
  } catch (error) {
    throw wordsRefused(error, searched)
  }
}

function* orWordsRefused(
  rows: QueryResult['rows'],
  searched: string | number | null,
): Generator<readonly QueryValue[]> {
  try {
    yield* rows
  } catch (error) {
    throw wordsRefused(error, searched)
  }
}

/** The statement itself is known to be right: what fails are the words searched. */
function wordsRefused(error: unknown, searched: string | number | null): unknown {
  if (searched === null || !(error instanceof QueryRefusedError)) return error
  // A database that is busy or damaged is another matter.
  const { cause } = error
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_ERROR')) return error
  const quoted = `"${String(searched).replaceAll('"', '""')}"`
  return new QueryRefusedError(
    `${searched} cannot be searched: the full-text search takes ${SEARCH_TAKES}. Put anything with other signs in double quotes: ${quoted}.`,
    { cause },
  )
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
    throw refused(error, { isRunning: true })
  }
}

function refused(error: unknown, { isRunning = false } = {}): unknown {
  if (error instanceof QueryRefusedError || !(error instanceof Error)) return error
  if (error.name !== 'SqliteError' && !(error instanceof RangeError)) return error
  if (OF_SEARCH.test(error.message) || (isRunning && NO_COLUMN.test(error.message)))
    return new QueryRefusedError(
      `SQLite cannot run this query: what stands after MATCH is no full-text search. It takes ${SEARCH_TAKES}; put anything with other signs in double quotes.`,
      { cause: error },
    )
  return new QueryRefusedError(`SQLite cannot run this query: ${error.message}.`, { cause: error })
}
