import { z } from 'zod'
import { readDuration } from './read-duration.ts'

const duration = z
  .string()
  .refine((text) => readDuration(text) !== null, 'must be a duration such as 500ms, 2s or 5min')
  .transform((text) => readDuration(text) ?? 0)
  .describe('A duration: 500ms, 2s, 5min')

const sourceValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

/** Keys that every source takes; all others belong to its type and are checked against the registry. */
export const COMMON_SOURCE_KEYS = ['id', 'use', 'url', 'delay'] as const

/** One entry of `sources`; the type's own keys pass through here and are checked by `readConfig`. */
export const sourceSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes')
      .describe('Free name of the place, unique'),
    use: z.string().describe('Source type (vigie sources lists them)'),
    url: z.url().optional().describe('Where the place begins'),
    delay: duration.optional().describe('Least delay between two requests; may only be slower, except on loopback'),
  })
  .catchall(sourceValue)

/** The whole configuration file. */
export const configSchema = z.strictObject({
  database: z.string().optional().describe('SQLite file, relative to this file'),
  reports: z.string().optional().describe('Folder of the reports, relative to this file'),
  contact: z
    .string()
    .regex(/^(https?:\/\/|mailto:)\S+$|^\S+@\S+\.\S+$/, 'must be a web or e-mail address')
    .optional()
    .describe('Goes into the User-Agent; required for any host but loopback'),
  delay: duration.optional().describe('Least delay between two requests to one host'),
  coverage: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'Least share (0–1) of these sources read completely in the last 7 nights for claims to be judged; 0.5 unless given',
    ),
  language: z.enum(['fr', 'en']).optional().describe('Language of the report'),
  ping: z.url().optional().describe('Asked once after each night without a fault: a dead-man switch'),
  sources: z.array(sourceSchema).optional(),
  allowHosts: z.array(z.string()).optional().describe('Private or loopback hosts that may be fetched'),
})
