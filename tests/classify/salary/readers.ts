import { resolve } from 'node:path'
import { loadAttributeTables } from '../../../src/classify/attributes/attribute-tables.ts'
import { createAttributeReader } from '../../../src/classify/attributes/read-attributes.ts'
import { loadPayTables } from '../../../src/classify/salary/pay-tables.ts'
import { createSalaryReader } from '../../../src/classify/salary/read-salary.ts'
import type { ReadInput } from '../../../src/domain/reading.ts'

const PROFILES = resolve(import.meta.dirname, '../../../profiles')
const EMPTY: ReadInput = {
  id: 'ad',
  title: '',
  description: '',
  company: null,
  contract: null,
  salary: null,
  location: null,
  date: null,
}

/** The shipped pay tables. */
export const payTables = loadPayTables(PROFILES)

/** The reader of pay on the shipped tables. */
export const readSalary = createSalaryReader(payTables)

/** The reader of attributes on the shipped tables. */
export const readAttributes = createAttributeReader(loadAttributeTables(PROFILES))

/** The input of a reader with everything but the given fields empty. */
export function readInput(fields: Partial<ReadInput>): ReadInput {
  return { ...EMPTY, ...fields }
}
