import type { DescribedColumn, DescribedTable } from './data-dictionary.ts'

const INTRODUCTION = `# Data dictionary

Generated from the database (table \`data_dictionary\`); do not edit. What to know before counting:

- Statistics count **vacancies**, never postings: one opening is often published several times.
- Units stand in the names: \`_eur\`, \`_years\`, \`_months\`, \`_ms\`, \`_bytes\`; \`_on_date\` is an ISO day of
  Europe/Paris, \`_at\` an ISO 8601 time in UTC, \`is_…\` is 0 or 1, \`_code\` a code of the list named beside it.
- NULL means that the ad or its source does not say.
- E-mail addresses, phone numbers and contact persons are masked (\`[e-mail]\`, \`[téléphone]\`, \`[contact]\`).
- Any SQLite client reads every table and view; ready-made questions stand in \`db/queries/\`.
`

/** The data dictionary as Markdown, views first: what `docs/data-dictionary.md` holds. */
export function renderDataDictionary(tables: readonly DescribedTable[]): string {
  return `${INTRODUCTION}\n${tables.map(renderTable).join('\n')}`
}

function renderTable({ name, kind, description, columns }: DescribedTable): string {
  const rows = columns.map((column) => `| \`${column.name}\` | ${typeOf(column)} | ${meaningOf(column)} |\n`).join('')
  return `## \`${name}\` (${kind})\n\n${description}\n\n| column | type | meaning |\n|---|---|---|\n${rows}`
}

function typeOf({ type, isKey, isRequired, isGenerated }: DescribedColumn): string {
  const parts = [type, isKey ? 'key' : isRequired ? 'required' : '', isGenerated ? 'generated' : '']
  return parts.filter((part) => part !== '').join(', ')
}

function meaningOf({ description, unit, references }: DescribedColumn): string {
  const parts = [description, unit === null ? '' : `Unit: ${unit}.`, references === null ? '' : `→ \`${references}\`.`]
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('|', '\\|')
}
