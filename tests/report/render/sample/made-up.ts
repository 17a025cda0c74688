import type { Bilingual } from '../../../../src/domain/claim.ts'
import type { Estimate } from '../../../../src/domain/verdict.ts'

/** Numbers from 0 to 1, the same at every run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A text in French and English. */
export const both = (fr: string, en: string): Bilingual => ({ fr, en })

/** An estimate whose interval reaches `half` below it and a little more above. */
export function estimate(unit: Estimate['unit'], value: number, half: number, n = 214): Estimate {
  return {
    unit,
    value,
    low: value - half,
    high: value + half * 1.1,
    nVacancies: n,
    nEmployers: Math.round(n * 0.7),
    nPostings: Math.round(n * 1.2),
    shareMissing: unit === 'share' ? 0 : 0.58,
  }
}
