import { relative, resolve } from 'node:path'
import { type ExportFormat, exportTables } from '../store/export/export-tables.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { MIGRATIONS_FOLDER, openForReading } from './open-store.ts'
import { packageVersion } from './package-root.ts'
import { requireWritable } from './require-writable.ts'
import { say, sayJson } from './say.ts'
import { systemClock } from './system-clock.ts'
import { formatTable } from './table.ts'

interface ExportCommandOptions extends GlobalOptions {
  readonly format?: ExportFormat
  readonly out?: string
}

/** `vigie export`: tables for other tools, with a data package that describes and hashes them. */
export async function runExport(options: ExportCommandOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const format = options.format ?? 'csv'
  const folder = resolve(options.out ?? `exports/${format}`)
  const database = openForReading(config.database)
  try {
    requireWritable(folder, 'the export', 'Choose another folder with --out.')
    const files = await exportTables(database, {
      ...{ format, folder, migrationsFolder: MIGRATIONS_FOLDER, version: packageVersion() },
      createdAt: new Date(systemClock.now()).toISOString(),
    })
    if (options.json === true) sayJson(files)
    else {
      say(
        formatTable(
          ['file', 'rows', 'bytes', 'sha256'],
          files.map(({ path, rows, bytes, sha256 }) => [path, rows, bytes, sha256]),
        ),
      )
      say(`\n${relative('.', folder) || '.'}/datapackage.json describes them.`)
    }
    return EXIT.ok
  } finally {
    database.close()
  }
}
