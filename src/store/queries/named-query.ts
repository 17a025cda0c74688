import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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
  readonly description: string
}

const QUERY_FILE = /^([a-z0-9-]+)\.sql$/
const HEADER = /^-- (titre|title|description|param ([a-z_]+)): (.+)$/

/** All named queries of a folder, by name. */
export function readNamedQueries(folder: string): readonly NamedQuery[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const name = QUERY_FILE.exec(file)?.[1]
      return name === undefined ? [] : [parseNamedQuery(name, readFileSync(join(folder, file), 'utf8'))]
    })
}

/** Reads the header of comment lines (`titre`, `title`, `description`, `param name`) and the statement under it. */
export function parseNamedQuery(name: string, text: string): NamedQuery {
  const facts = new Map<string, string>()
  const parameters: QueryParameter[] = []
  const lines = text.split('\n')
  const start = lines.findIndex((line) => !line.startsWith('--'))
  for (const line of lines.slice(0, start)) {
    const [, key = '', parameter, value = ''] = HEADER.exec(line) ?? []
    if (parameter === undefined) facts.set(key, value)
    else parameters.push({ name: parameter, description: value })
  }
  return {
    name,
    title: { fr: facts.get('titre') ?? name, en: facts.get('title') ?? name },
    description: facts.get('description') ?? '',
    parameters,
    sql: lines.slice(start).join('\n').trim(),
  }
}
