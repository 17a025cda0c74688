import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NON_AMOUNTS } from '../../../src/classify/salary/non-amount.ts'
import type { ReadInput } from '../../../src/domain/reading.ts'
import { sharedPath } from '../../shared-folder.ts'
import { readAttributes, readSalary } from './readers.ts'

const path = sharedPath('data/ads.jsonl')
const REASONS = new Set<string>([...NON_AMOUNTS, 'period-unclear', 'implausible-amount'])

describe.skipIf(path === null)('every real ad', () => {
  const ads =
    path === null
      ? []
      : readFileSync(path, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line): ReadInput => JSON.parse(line))

  it('is read without an exception, with evidence that quotes it and a reason from the closed list', () => {
    const reasons = new Map<string, number>()
    for (const ad of ads) {
      const { attributes, evidence } = readAttributes(ad)
      const pay = readSalary(ad, attributes.contract)
      for (const { field, start, end, quoted } of [...evidence, ...pay.evidence]) {
        if ((ad[field as keyof ReadInput] as string).slice(start, end) !== quoted) throw new Error(`${ad.id} ${field}`)
      }
      const { salary } = pay
      if (salary.kind === 'unreadable') reasons.set(salary.reason, (reasons.get(salary.reason) ?? 0) + 1)
      if (salary.kind === 'stated' && salary.grossAnnualEur !== null) {
        const figures = [salary.grossAnnualEur.min, salary.grossAnnualEur.max].filter((value) => value !== null)
        expect(Math.min(...figures), ad.id).toBeGreaterThanOrEqual(1500)
        expect(Math.max(...figures), ad.id).toBeLessThanOrEqual(250_000)
      }
    }
    expect([...reasons.keys()].filter((reason) => !REASONS.has(reason))).toEqual([])
    // A tenth of the ads speak of pay without stating it: the reasons are counted, not lost.
    expect([...reasons.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(ads.length / 20)
  })
})
