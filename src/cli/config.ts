import { z } from 'zod'
import { sources } from '../scrapers/registry.ts'
import { readConfig } from './config/read-config.ts'
import { COMMON_SOURCE_KEYS, configSchema } from './config/schema.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { sayJson } from './say.ts'

/** `vigie config [--schema]`: the configuration as vigie understands it, or its JSON Schema for editors. */
export async function runConfig(options: GlobalOptions & { readonly schema?: boolean }): Promise<ExitCode> {
  if (options.schema !== true) {
    sayJson(readConfig(options))
    return EXIT.ok
  }
  sayJson(configJsonSchema())
  return EXIT.ok
}

/** JSON Schema (draft 2020-12) of the configuration, with the keys that each source type takes. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as Record<string, unknown>
  const properties = schema['properties'] as Record<string, Record<string, unknown>>
  const entry = properties['sources']?.['items'] as Record<string, unknown>
  const common = entry['properties'] as Record<string, unknown>
  entry['oneOf'] = Object.entries(sources).map(([use, type]) => ({
    properties: {
      ...Object.fromEntries(COMMON_SOURCE_KEYS.map((key) => [key, common[key] ?? true])),
      use: { const: use },
      ...Object.fromEntries(
        Object.entries(type.options).map(([key, kind]) => [key, JSON_TYPES[kind as keyof typeof JSON_TYPES]]),
      ),
    },
    additionalProperties: false,
    required: ['id', 'use'],
  }))
  delete entry['additionalProperties']
  return { ...schema, title: 'vigie configuration' }
}

const JSON_TYPES = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  'string[]': { type: 'array', items: { type: 'string' } },
} as const
