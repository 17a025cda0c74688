import type { ExportColumn } from './relation-columns.ts'

/** A file of an export. */
export interface ExportedFile {
  /** Table or view it holds. */
  readonly name: string
  /** File name inside the folder. */
  readonly path: string
  readonly rows: number
  readonly bytes: number
  /** Hex SHA-256. */
  readonly sha256: string
  readonly columns: readonly ExportColumn[]
}

/** What a data package says of itself. */
export interface DataPackageFacts {
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'sqlite'
  /** ISO 8601 UTC. */
  readonly createdAt: string
  /** Version of the program. */
  readonly version: string
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
} as const
const FIELD_TYPES = { INTEGER: 'integer', REAL: 'number', TEXT: 'string' } as const

/** The descriptor of an export (Frictionless Data Package v1), as the text of `datapackage.json`. */
export function renderDataPackage(
  descriptions: ReadonlyMap<string, string>,
  files: readonly ExportedFile[],
  { format, createdAt, version }: DataPackageFacts,
): string {
  const descriptor = {
    profile: format === 'csv' ? 'tabular-data-package' : 'data-package',
    name: 'vigie',
    title: 'French job ads of community managers and social media managers',
    description:
      'What employers ask and offer, read from job ads. Count vacancies, not postings. At most 200 characters of any ad are included; each posting links to its source.',
    version,
    created: createdAt,
    resources: files.map((file) => ({
      profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
      name: file.name.replaceAll('_', '-'),
      title: file.name,
      description: descriptions.get(file.name) ?? '',
      path: file.path,
      format,
      mediatype: MEDIA_TYPES[format],
      ...(format === 'csv' ? { encoding: 'utf-8', dialect: { delimiter: ',', lineTerminator: '\r\n' } } : {}),
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      rowCount: file.rows,
      ...(file.columns.length === 0 ? {} : { schema: { fields: file.columns.map(toField) } }),
    })),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

function toField({ name, type, description, unit }: ExportColumn) {
  return { name, type: FIELD_TYPES[type], description, ...(unit === null ? {} : { unit }) }
}
