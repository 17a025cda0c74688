import { loadAttributeTables } from '../classify/attributes/attribute-tables.ts'
import { type AttributeResult, createAttributeReader } from '../classify/attributes/read-attributes.ts'
import { loadProfiles } from '../classify/lexicon/load-profiles.ts'
import { createReader } from '../classify/read-posting.ts'
import { loadPayTables } from '../classify/salary/pay-tables.ts'
import { createSalaryReader } from '../classify/salary/read-salary.ts'
import type { PostingReading, ReadInput } from '../domain/reading.ts'
import { shipped } from './package-root.ts'

/** Folder of the shipped lexicon, models and tables. */
export const PROFILES_FOLDER: string = shipped('profiles')

/** Joins the readers of role, missions, pay and attributes over the shipped profiles. */
export function openReader(): (input: ReadInput) => PostingReading {
  const attributesOf = createAttributeReader(loadAttributeTables(PROFILES_FOLDER))
  const salaryOf = createSalaryReader(loadPayTables(PROFILES_FOLDER))
  // Pay is read in the light of the contract, so the attributes of an ad are read first and used twice.
  let last: { readonly input: ReadInput; readonly result: AttributeResult } | null = null
  const readAttributes = (input: ReadInput): AttributeResult => {
    if (last?.input !== input) last = { input, result: attributesOf(input) }
    return last.result
  }
  return createReader(loadProfiles(PROFILES_FOLDER), {
    readAttributes,
    readSalary: (input) => salaryOf(input, readAttributes(input).attributes.contract),
  })
}
