import { loadAttributeTables } from '../classify/attributes/attribute-tables.ts'
import {
  type AttributeReader,
  type AttributeResult,
  createAttributeReader,
} from '../classify/attributes/read-attributes.ts'
import { loadProfiles } from '../classify/lexicon/load-profiles.ts'
import { createReader } from '../classify/read-posting.ts'
import { loadPayTables } from '../classify/salary/pay-tables.ts'
import { createSalaryReader, type SalaryReader } from '../classify/salary/read-salary.ts'
import type { PostingReading, ReadInput } from '../domain/reading.ts'
import { shipped } from './package-root.ts'

/** Folder of the shipped lexicon, models and tables. */
export const PROFILES_FOLDER: string = shipped('profiles')

/** The readers of pay and attributes over the shipped tables. Pay is read in the light of the contract. */
export function openPartReaders(): { readonly readSalary: SalaryReader; readonly readAttributes: AttributeReader } {
  return {
    readSalary: createSalaryReader(loadPayTables(PROFILES_FOLDER)),
    readAttributes: createAttributeReader(loadAttributeTables(PROFILES_FOLDER)),
  }
}

/** Joins the readers of role, missions, pay and attributes over the shipped profiles. */
export function openReader(): (input: ReadInput) => PostingReading {
  const { readSalary, readAttributes } = openPartReaders()
  // The attributes of an ad are read first, and used twice.
  let last: { readonly input: ReadInput; readonly result: AttributeResult } | null = null
  const attributesOf = (input: ReadInput): AttributeResult => {
    if (last?.input !== input) last = { input, result: readAttributes(input) }
    return last.result
  }
  return createReader(loadProfiles(PROFILES_FOLDER), {
    readAttributes: attributesOf,
    readSalary: (input) => readSalary(input, attributesOf(input).attributes.contract),
  })
}
