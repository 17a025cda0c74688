import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'

/** What the command line may say of the configuration. */
export interface ConfigOptions {
  /** `--config`; without it `vigie.yaml` of the current folder, then built-in defaults. */
  readonly config?: string | undefined
  /** `--database` wins over the file. */
  readonly database?: string | true | undefined
}

/** The configuration that is read: the one that is named, `vigie.yaml` of the current folder, or null for the defaults. */
export function findConfigFile({ config }: ConfigOptions): string | null {
  return config ?? (existsSync('vigie.yaml') ? 'vigie.yaml' : null)
}

/** Path of the database when no configuration is read. */
export function defaultDatabase(): string {
  return resolve('db/vigie.sqlite')
}

/** Path of the database when the configuration `file` (an absolute path) names it so, or does not name it. */
export function databaseOf(file: string, named: string | undefined): string {
  return resolve(dirname(file), named ?? 'vigie.sqlite')
}

/**
 * Path of the database by a glance at the configuration, a tenth of the work of checking it all; null when the file
 * cannot be read so: `readConfig` then says why.
 */
export function findDatabase(options: ConfigOptions): string | null {
  if (typeof options.database === 'string') return resolve(options.database)
  const file = findConfigFile(options)
  if (file === null) return defaultDatabase()
  try {
    const raw = (parse(readFileSync(file, 'utf8')) ?? {}) as { readonly database?: unknown }
    const { database } = raw
    return database === undefined || typeof database === 'string' ? databaseOf(resolve(file), database) : null
  } catch {
    return null
  }
}
