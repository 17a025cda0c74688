import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluatePay, type PayEvaluation } from '../../../src/classify/eval/pay-evaluation.ts'
import { parsePayAds, parsePayWordings } from '../../../src/classify/eval/pay-gold.ts'
import { renderPayEvaluation } from '../../../src/classify/eval/pay-markdown.ts'
import { shareOf } from '../../../src/classify/eval/pay-wilson.ts'
import { sharedPath } from '../../shared-folder.ts'
import { readAttributes, readSalary } from './readers.ts'

const GOLD = resolve(import.meta.dirname, '../../../fixtures/gold')
const readers = { readSalary, readAttributes }

function read(path: string): string {
  return readFileSync(path, 'utf8')
}

function expectFloors({ wordings }: PayEvaluation): void {
  expect(wordings.precision.value).toBeGreaterThanOrEqual(0.98)
  expect(wordings.recall.value).toBeGreaterThanOrEqual(0.95)
  expect(wordings.exact.value).toBeGreaterThanOrEqual(0.97)
  expect(wordings.annual.value).toBeGreaterThanOrEqual(0.97)
  expect(wordings.falseAmounts.value).toBeLessThanOrEqual(0.01)
}

describe('pay on labelled wordings of the project', () => {
  const wordings = parsePayWordings(read(resolve(GOLD, 'salary.jsonl')))

  it('covers every spelling family with at least 120 wordings', () => {
    expect(wordings.length).toBeGreaterThanOrEqual(120)
    expect(new Set(wordings.map(({ id }) => id)).size).toBe(wordings.length)
  })

  it('keeps its floors, and prints them as Markdown with intervals', () => {
    const evaluation = evaluatePay(readers, wordings, [])
    expectFloors(evaluation)
    expect(evaluation.families.size).toBe(9)
    const markdown = renderPayEvaluation(evaluation)
    expect(markdown).toContain('| detection precision |')
    expect(markdown).toContain('| form-label |')
  })
})

const wordingsPath = sharedPath('gold/salary.dev.jsonl')
const adsPath = sharedPath('gold/ads.dev.jsonl')

describe.skipIf(wordingsPath === null || adsPath === null)('pay on labelled real wordings and ads', () => {
  it('keeps its floors', () => {
    const evaluation = evaluatePay(
      readers,
      parsePayWordings(read(wordingsPath ?? '')),
      parsePayAds(read(adsPath ?? '')),
    )
    expectFloors(evaluation)
    expect(evaluation.ads.precision.value).toBeGreaterThanOrEqual(0.95)
    expect(evaluation.ads.recall.value).toBeGreaterThanOrEqual(0.9)
    expect(evaluation.attributes.contract.value).toBeGreaterThanOrEqual(0.95)
    expect(evaluation.attributes.education.value).toBeGreaterThanOrEqual(0.9)
    expect(evaluation.attributes.experienceMin.value).toBeGreaterThanOrEqual(0.9)
    expect(evaluation.attributes.experienceMax.value).toBeGreaterThanOrEqual(0.9)
  })
})

describe('Wilson’s interval', () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ])('of %i in %i', (hits, of, low, high) => {
    const share = shareOf(hits, of)
    expect(share.low).toBeCloseTo(low, 4)
    expect(share.high).toBeCloseTo(high, 4)
  })
})
