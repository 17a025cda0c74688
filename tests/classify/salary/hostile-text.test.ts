import { describe, expect, it } from 'vitest'
import { readAttributes, readInput, readSalary } from './readers.ts'

// Texts made to keep a pattern busy. Each is read twice as long in about twice the time: no quadratic walk.
const UNITS = [
  '1 000 ',
  '35K€ - ',
  'Aa',
  '2.',
  '5 à 6 ',
  'contrat ',
  'recherche un ',
  'bac + ',
  '3 ans ',
  '(',
  'e\u0301',
]

function seconds(text: string): number {
  const started = process.cpuUsage()
  const input = readInput({
    title: text.slice(0, 2000),
    description: text,
    salary: text,
    contract: text.slice(0, 2000),
  })
  readSalary(input, readAttributes(input).attributes.contract)
  const used = process.cpuUsage(started)
  return (used.user + used.system) / 1e6
}

describe('a hostile text', () => {
  it.each(UNITS.map((unit) => [unit]))('of %j does not keep the readers busy', (unit) => {
    const short = unit.repeat(Math.ceil(20_000 / unit.length))
    const long = unit.repeat(Math.ceil(160_000 / unit.length))
    seconds(short)
    // Eight times the text: sixty-four times the work would show; the constant absorbs small measurements.
    expect(seconds(long)).toBeLessThan(24 * seconds(short) + 0.5)
  })
})
