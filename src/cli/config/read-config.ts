import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { whyUnreadable } from '../../domain/file-fault.ts'
import { sources as registry } from '../../scrapers/registry.ts'
import { UserError } from '../user-error.ts'
import type { Config, ConfiguredSource } from './config.ts'
import { type ConfigOptions, databaseOf, defaultDatabase, findConfigFile } from './find-database.ts'
import { COMMON_SOURCE_KEYS, configSchema, type sourceSchema } from './schema.ts'
import { nearest } from './suggest.ts'

const LEAST_COVERAGE = 0.5

/**
 * Reads and validates the configuration.
 *
 * @param as path it is read as though it lay there, for what is relative in it; its own when left out.
 *
 * @throws UserError with file, line, what is wrong and the nearest known word.
 */
export function readConfig(options: ConfigOptions, as?: string): Config {
  const file = findConfigFile(options)
  const config = file === null ? defaults() : parseConfig(readConfigFile(file), resolve(as ?? file))
  return typeof options.database === 'string' ? { ...config, database: resolve(options.database) } : config
}

function defaults(): Config {
  return {
    file: null,
    database: defaultDatabase(),
    reports: resolve('reports'),
    contact: null,
    delayMs: null,
    coverage: LEAST_COVERAGE,
    language: 'fr',
    ping: null,
    sources: [],
    allowHosts: [],
  }
}

function readConfigFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UserError(
      `Cannot read the configuration ${file}: ${whyUnreadable(error)}. Check the path given to --config.`,
      { cause: error },
    )
  }
}

/** Validates the text of a configuration; `file` is its absolute path, to which its paths are relative. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const fault = document.errors[0]
  if (fault !== undefined) throw new UserError(`${file}: ${fault.message}`)
  const parsed = configSchema.safeParse(document.toJS() ?? {})
  if (!parsed.success) throw new UserError(describeIssue(file, parsed.error.issues[0]))
  const folder = dirname(file)
  const raw = parsed.data
  return {
    file,
    database: databaseOf(file, raw.database),
    reports: resolve(folder, raw.reports ?? 'reports'),
    contact: raw.contact ?? null,
    delayMs: raw.delay ?? null,
    coverage: raw.coverage ?? LEAST_COVERAGE,
    language: raw.language ?? 'fr',
    ping: raw.ping ?? null,
    sources: checkSources(file, raw.sources ?? []),
    allowHosts: raw.allowHosts ?? [],
  }
}

function describeIssue(file: string, issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return `${file}: not a valid configuration.`
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return `${file}: unknown key \`${key}\`${path === '' ? '' : ` in ${path}`}.${didYouMean(key, Object.keys(configSchema.shape))}`
  }
  if (path === '') return `${file}: it must hold keys such as \`sources:\` at the top. See vigie config --schema.`
  return `${file}: \`${path}\`: ${issue.message}.`
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === null ? ` Known: ${known.join(', ')}.` : ` Did you mean \`${near}\`?`
}

function checkSources(file: string, list: readonly z.output<typeof sourceSchema>[]): ConfiguredSource[] {
  const seen = new Set<string>()
  return list.map((entry) => {
    if (seen.has(entry.id)) throw new UserError(`${file}: two sources are named \`${entry.id}\`. Give each its own id.`)
    seen.add(entry.id)
    return checkSource(file, entry)
  })
}

function checkSource(file: string, entry: z.output<typeof sourceSchema>): ConfiguredSource {
  const { id, use, url, delay, ...extra } = entry
  const types = Object.keys(registry)
  if (!Object.hasOwn(registry, use)) {
    throw new UserError(`${file}: source \`${id}\` uses unknown type \`${use}\`.${didYouMean(use, types)}`)
  }
  const known = registry[use as keyof typeof registry].options as Readonly<Record<string, string>>
  for (const [key, value] of Object.entries(extra)) {
    const wanted = known[key]
    if (wanted === undefined) {
      const keys = [...COMMON_SOURCE_KEYS, ...Object.keys(known)]
      throw new UserError(`${file}: source \`${id}\` (${use}) has unknown key \`${key}\`.${didYouMean(key, keys)}`)
    }
    const found = Array.isArray(value) ? 'string[]' : typeof value
    if (found !== wanted) throw new UserError(`${file}: source \`${id}\`: \`${key}\` must be ${wanted}, got ${found}.`)
  }
  return { id, use, url: url ?? null, delayMs: delay ?? null, extra }
}
