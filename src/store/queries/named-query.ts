import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PARAMETER_KINDS, type ParameterKind, valuesOf } from './check-parameter.ts'

/** A question researchers ask, as a file of `db/queries/`. */
export interface NamedQuery {
  /** File name without `.sql`. */
  readonly name: string
  readonly title: { readonly fr: string; readonly en: string }
  readonly description: string
  readonly parameters: readonly QueryParameter[]
  readonly sql: string
}

/** A parameter of a named query; every one may be left empty. */
export interface QueryParameter {
  readonly name: string
  readonly kind: ParameterKind
  /** All values it may have; null where they are too many to list or the database has them. */
  readonly values: readonly string[] | null
  readonly description: string
}

const QUERY_FILE = /^([a-z0-9-]+)\.sql$/
const HEADER = /^-- (titre|title|description|param ([a-z_]+) \(([a-z]+)\)): (.+)$/

/** All named queries of a folder, by name. */
export function readNamedQueries(folder: string): readonly NamedQuery[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const name = QUERY_FILE.exec(file)?.[1]
      return name === undefined ? [] : [parseNamedQuery(name, readFileSync(join(folder, file), 'utf8'))]
    })
}

/** Reads the header of comment lines (`titre`, `title`, `description`, `param name (kind)`) and the statement under it. */
export function parseNamedQuery(name: string, text: string): NamedQuery {
  const facts = new Map<string, string>()
  const parameters: QueryParameter[] = []
  const lines = text.split('\n')
  const start = lines.findIndex((line) => !line.startsWith('--'))
  for (const line of lines.slice(0, start)) {
    const [, key = '', parameter, kind = '', value = ''] = HEADER.exec(line) ?? []
    if (parameter === undefined) facts.set(key, value)
    else parameters.push(toParameter(parameter, kind, value))
  }
  return {
    name,
    title: { fr: facts.get('titre') ?? name, en: facts.get('title') ?? name },
    description: facts.get('description') ?? '',
    parameters,
    sql: lines.slice(start).join('\n').trim(),
  }
}

function toParameter(name: string, written: string, description: string): QueryParameter {
  const kind = PARAMETER_KINDS.find((known) => known === written)
  if (kind === undefined) throw new TypeError(`db/queries: parameter ${name} is of no kind that is known: ${written}`)
  return { name, kind, values: valuesOf(kind), description }
}
