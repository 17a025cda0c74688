import { csvLine } from '../store/export/csv-line.ts'
import type { NamedQuery, QueryParameter } from '../store/queries/named-query.ts'
import { readNamedQueries } from '../store/queries/named-query.ts'
import { type QueryResult, type QueryValue, runNamedQuery, runReadOnlySql } from '../store/queries/run-query.ts'
import { readConfig } from './config/read-config.ts'
import { nearest } from './config/suggest.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openForReading } from './open-store.ts'
import { shipped } from './package-root.ts'
import { say, sayJson } from './say.ts'
import { formatTable } from './table.ts'
import { UserError } from './user-error.ts'

interface QueryOptions extends GlobalOptions {
  readonly sql?: string
  readonly format?: 'table' | 'csv' | 'json'
  readonly lang?: 'fr' | 'en'
}

const PARAMETER = /^([a-z_]+)=(.*)$/s

/** `vigie query [name] [parameter=value…]`: lists the questions, answers one, or runs read-only SQL. */
export async function runQuery(options: QueryOptions, [name, ...pairs]: readonly string[]): Promise<ExitCode> {
  const config = readConfig(options)
  const queries = readNamedQueries(shipped('db', 'queries'))
  if (name === undefined && options.sql === undefined) {
    listQueries(queries, options.lang ?? 'en', options.json === true)
    return EXIT.ok
  }
  if (name !== undefined && options.sql !== undefined) {
    throw new UserError('Give the name of a query or --sql, not both.')
  }
  const database = openForReading(config.database)
  try {
    const result =
      options.sql === undefined
        ? runNamedQuery(database, findQuery(queries, name ?? ''), readParameters(pairs))
        : runReadOnlySql(database, options.sql)
    write(result, options.json === true ? 'json' : (options.format ?? 'table'))
    return EXIT.ok
  } finally {
    database.close()
  }
}

function listQueries(queries: readonly NamedQuery[], lang: 'fr' | 'en', json: boolean): void {
  if (json) {
    sayJson(queries)
    return
  }
  for (const { name, title, parameters } of queries) {
    const takes = parameters.length === 0 ? '' : `  [${parameters.map(shownParameter).join(' ')}]`
    say(`${name.padEnd(30)} ${title[lang]}${takes}`)
  }
  say('\nvigie query NAME [parameter=value …] answers one; --sql runs your own reading SQL.')
}

/** A parameter with its values, where they are few. */
function shownParameter({ name, values }: QueryParameter): string {
  return `${name}=${values !== null && values.length <= MOST_SHOWN ? values.join('|') : '…'}`
}

const MOST_SHOWN = 5

function findQuery(queries: readonly NamedQuery[], name: string): NamedQuery {
  const query = queries.find((each) => each.name === name)
  if (query !== undefined) return query
  const near = nearest(
    name,
    queries.map((each) => each.name),
  )
  throw new UserError(
    `No query is called ${name}.${near === null ? ' vigie query lists them all.' : ` Did you mean ${near}?`}`,
  )
}

function readParameters(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, key, value] = PARAMETER.exec(pair) ?? []
      if (key === undefined || value === undefined) throw new UserError(`"${pair}" is not parameter=value.`)
      return [key, value]
    }),
  )
}

function write({ columns, rows }: QueryResult, format: 'table' | 'csv' | 'json'): void {
  const all = [...rows]
  if (format === 'json') {
    sayJson(all.map((row) => Object.fromEntries(columns.map((column, index) => [column, plain(row[index] ?? null)]))))
  } else if (format === 'csv') {
    process.stdout.write(csvLine(columns))
    for (const row of all) process.stdout.write(csvLine(row.map(plain)))
  } else
    say(
      formatTable(
        columns,
        all.map((row) => row.map(plain)),
      ),
    )
}

/** Blobs are shown as hexadecimal, big integers as numbers or, past what those hold, as text. */
function plain(value: QueryValue): string | number | null {
  if (Buffer.isBuffer(value)) return value.toString('hex')
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  return value
}
