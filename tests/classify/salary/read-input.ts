import type { ReadInput } from '../../../src/domain/reading.ts'

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

/** The input of a reader with everything but the given fields empty. */
export function readInput(fields: Partial<ReadInput>): ReadInput {
  return { ...EMPTY, ...fields }
}
