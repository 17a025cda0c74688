import { describe, expect, it } from 'vitest'
import type { Feature } from '../../../src/domain/claim.ts'
import { correctionFor } from '../../../src/report/judge/read-accuracy.ts'
import { allowForErrors } from '../../../src/report/statistics/allow-for-errors.ts'

const accuracies = {
  'mission:writing': { sensitivity: 0.9, specificity: 0.8, positives: 90, negatives: 100 },
  'mission:visual': { sensitivity: 0.8, specificity: 0.9, positives: 50, negatives: 120 },
  'mission:budget': { sensitivity: 0.9, specificity: 0.9, positives: 14, negatives: 150 },
}

describe('correctionFor', () => {
  it.each<[Feature, string]>([
    ['tool:canva', 'exact'],
    ['mission:writing', 'measured'],
    ['mission:budget', 'too-weak'],
    ['mission:press', 'too-weak'],
    ['strategy:define', 'too-weak'],
    [{ any: ['tool:canva', 'tool:figma'] }, 'exact'],
    [{ any: ['tool:canva', 'mission:writing'] }, 'bounded'],
    [{ all: ['mission:writing', 'mission:budget'] }, 'too-weak'],
  ])('%j is %s', (feature, kind) => {
    expect(correctionFor(feature, accuracies).kind).toBe(kind)
  })

  it.each<[Feature, number, number]>([
    [{ any: ['mission:writing', 'mission:visual'] }, 0.3, 0.2],
    [{ all: ['mission:writing', 'mission:visual'] }, 0.2, 0.3],
    [{ not: { all: ['mission:writing', 'mission:visual'] } }, 0.3, 0.2],
    [{ any: ['mission:writing', 'tool:canva'] }, 0.2, 0.1],
  ])('%j is invented in at most %d and missed in at most %d of the ads', (feature, invented, missed) => {
    const correction = correctionFor(feature, accuracies)
    const bounds = correction.kind === 'bounded' ? correction.bounds : null
    expect(bounds?.invented).toBeCloseTo(invented, 9)
    expect(bounds?.missed).toBeCloseTo(missed, 9)
  })
})

describe('allowForErrors', () => {
  it('holds the true share whatever the errors are within their bounds', () => {
    for (const truth of [0, 0.1, 0.5, 0.9, 1]) {
      for (const [invented, missed] of [
        [0, 0],
        [0.2, 0],
        [0, 0.3],
        [0.2, 0.3],
        [0.1, 0.15],
      ] as const) {
        const read = truth * (1 - missed) + (1 - truth) * invented
        const { low, high } = allowForErrors(
          { value: read, at: () => ({ low: read, high: read }) },
          { invented: 0.2, missed: 0.3 },
        ).at(0.95)
        expect(low).toBeLessThanOrEqual(truth + 1e-12)
        expect(high).toBeGreaterThanOrEqual(truth - 1e-12)
      }
    }
  })
})
