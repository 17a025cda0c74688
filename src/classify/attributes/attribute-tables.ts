import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { buildGazetteer, type Gazetteer } from './gazetteer.ts'
import type { CountryNames } from './read-place.ts'

const schema = z.strictObject({
  countries: z.record(z.string().length(2), z.array(z.string())),
  studyFields: z.record(z.string(), z.array(z.string())),
})

/** Everything of `profiles/attributes/` that reading attributes rests on. */
export interface AttributeTables {
  readonly gazetteer: Gazetteer
  readonly countries: CountryNames
  /** Code of a field of study → pattern on folded text. */
  readonly studyFields: ReadonlyMap<string, RegExp>
}

/** Reads and validates `profiles/attributes/` under the given folder of profiles. */
export function loadAttributeTables(folder: string): AttributeTables {
  const read = (name: string): string => readFileSync(join(folder, 'attributes', name), 'utf8')
  const lists = schema.parse(parse(read('attributes.yaml')))
  const countries = new Map<string, string>()
  for (const [code, names] of Object.entries(lists.countries)) for (const name of names) countries.set(name, code)
  const studyFields = new Map<string, RegExp>()
  for (const [code, words] of Object.entries(lists.studyFields)) {
    studyFields.set(code, new RegExp(`(?<![a-z])(?:${words.join('|')})(?![a-z])`))
  }
  return { gazetteer: buildGazetteer(read('communes.csv'), read('departments.csv')), countries, studyFields }
}
