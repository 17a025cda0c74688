import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPayTables } from '../../../src/classify/salary/pay-tables.ts'
import { createSalaryReader } from '../../../src/classify/salary/read-salary.ts'
import { readInput } from './read-input.ts'

const read = createSalaryReader(loadPayTables(resolve(import.meta.dirname, '../../../profiles')))

describe('createSalaryReader', () => {
  it.each([
    ['35-40K€', 35_000, 40_000, 'year'],
    ['28/32K', 28_000, 32_000, 'year'],
    ['36K€B', 36_000, 36_000, 'year'],
    ['420-500 €⁄j', 420, 500, 'day'],
    ['€28,000 - €32,000', 28_000, 32_000, 'year'],
    ['Mensuel de 28000.0 Euros à 40000.0 Euros', 28_000, 40_000, 'year'],
  ])('reads the label %s', (salary, min, max, period) => {
    expect(read(readInput({ salary }), 'unknown').salary).toMatchObject({ kind: 'stated', min, max, period })
  })
})
