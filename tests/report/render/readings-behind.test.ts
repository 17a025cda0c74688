import { describe, expect, it } from 'vitest'
import type { Measure } from '../../../src/domain/claim.ts'
import { excerptBehind, readingsBehind } from '../../../src/report/render/readings-behind.ts'
import type { AdLine, ClaimVerdict } from '../../../src/report/report-model.ts'
import { sampleModel } from './sample-model.ts'

const [line] = sampleModel(1).verdicts.filter(({ claim }) => claim.test.testable === 'yes')
const [ad] = sampleModel(1).ads
if (line === undefined || ad === undefined) throw new Error('The sample has a testable claim and an ad.')

function readingsOf(measure: Measure): readonly string[] {
  const { claim } = line as ClaimVerdict
  if (claim.test.testable === 'no') throw new Error('A testable claim was chosen.')
  return [...readingsBehind({ ...(line as ClaimVerdict), claim: { ...claim, test: { ...claim.test, measure } } })]
}

describe('readingsBehind', () => {
  it.each([
    [{ kind: 'share', of: 'mission:video' }, ['mission:video']],
    [{ kind: 'share', of: 'strategy:define' }, ['mission:strategy']],
    [{ kind: 'share', of: 'experience:>=3' }, ['experience']],
    [{ kind: 'share', of: { any: ['contract:stage', 'contract:alternance'] } }, ['contract']],
    [{ kind: 'share', of: { all: ['tool:canva', 'reports-to:marketing'] } }, ['tool:canva', 'reports-to']],
    [{ kind: 'share', of: { not: 'mission:video' } }, []],
    [{ kind: 'share', of: 'pay:>=30000' }, ['salary']],
    [{ kind: 'median', of: 'day-rate' }, ['salary']],
    [{ kind: 'employers-with', also: {} }, []],
  ] satisfies readonly (readonly [Measure, readonly string[]])[])('%j rests on %j', (measure, expected) => {
    expect(readingsOf(measure)).toEqual(expected)
  })
})

describe('excerptBehind', () => {
  const mark = (reading: string, start: number, end: number) => ({ reading, start, end })
  const read: AdLine = {
    ...ad,
    pay: '28 k€ brut',
    excerpts: [
      { text: 'Vous filmez et vous montez.', marks: [mark('mission:video', 5, 11), mark('tool:canva', 15, 19)] },
    ],
  }

  it('marks the words of the claim and no others', () => {
    expect(excerptBehind(read, new Set(['mission:video']))?.marks).toEqual([mark('mission:video', 5, 11)])
  })

  it('quotes nothing rather than words of another claim', () => {
    expect(excerptBehind(read, new Set(['mission:budget']))).toBeNull()
    expect(excerptBehind({ ...read, pay: null }, new Set(['salary']))).toBeNull()
  })

  it('quotes pay by itself', () => {
    expect(excerptBehind(read, new Set(['salary']))).toEqual({ text: '28 k€ brut', marks: [mark('salary', 0, 10)] })
  })
})
