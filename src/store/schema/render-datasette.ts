import { stringify } from 'yaml'
import type { NamedQuery } from '../queries/named-query.ts'
import type { DescribedTable } from './data-dictionary.ts'

/**
 * The metadata that Datasette shows beside the database: the same descriptions as the data dictionary, the same
 * queries as `db/queries/`. What `datasette.yaml` holds; run it with `datasette db/vigie.sqlite -m datasette.yaml`.
 */
export function renderDatasette(tables: readonly DescribedTable[], queries: readonly NamedQuery[]): string {
  const metadata = {
    title: 'vigie',
    description:
      'French job ads of community managers and social media managers: what they ask and pay, with the words as evidence.',
    databases: {
      vigie: {
        queries: Object.fromEntries(queries.map((query) => [query.name, toQuery(query)])),
        tables: Object.fromEntries(tables.map((table) => [table.name, toTable(table)])),
      },
    },
  }
  return `# Generated from the database and db/queries; do not edit.\n${stringify(metadata, { lineWidth: 0 })}`
}

function toQuery({ title, description, sql }: NamedQuery) {
  return { title: title.fr, description: `${title.en}. ${description}`, sql }
}

function toTable({ name, description, columns }: DescribedTable) {
  return {
    description,
    ...(HIDDEN.has(name) ? { hidden: true } : {}),
    columns: Object.fromEntries(
      columns.map((column) => [column.name, `${column.description}${column.unit === null ? '' : ` (${column.unit})`}`]),
    ),
  }
}

/** Tables that only the program needs. */
const HIDDEN: ReadonlySet<string> = new Set([
  'frontier_request',
  'host',
  'host_file',
  'forgotten_words',
  'posting_signature',
  'posting_fts',
])
