import { describe, expect, it } from 'vitest'
import { detectDrift, type NightFigures } from '../../src/domain/drift.ts'

const night = (more: Partial<NightFigures> = {}): NightFigures => ({
  postings: 120,
  roleShares: { cm: 0.5, smm: 0.3, hybrid: 0.05, other: 0.15 },
  payShare: 0.4,
  medianPayEur: 28_000,
  payCount: 48,
  ...more,
})
const nights = (count: number) => Array.from({ length: count }, () => night())
const codes = (tonight: NightFigures, past: readonly NightFigures[]) =>
  detectDrift(tonight, past).map(({ code }) => code)

describe('detectDrift', () => {
  const strange = night({
    roleShares: { cm: 0.1, smm: 0.3, hybrid: 0.05, other: 0.55 },
    payShare: 0.02,
    medianPayEur: 2_300,
  })

  it('learns for four nights and speaks from the fifth', () => {
    expect(codes(strange, nights(3))).toEqual([])
    expect(codes(strange, nights(4))).toEqual(['role-mix-drift', 'role-mix-drift', 'pay-share-drift', 'pay-drift'])
  })

  it('is silent about what a small sample may do by chance', () => {
    expect(
      codes(night({ postings: 8, roleShares: { cm: 0.25, smm: 0.5, hybrid: 0, other: 0.25 } }), nights(9)),
    ).toEqual([])
    expect(codes(night({ medianPayEur: 60_000, payCount: 4 }), nights(9))).toEqual([])
    expect(codes(night({ payShare: 0.5, medianPayEur: 31_000 }), nights(9))).toEqual([])
  })

  it('says what moved and by how much', () => {
    expect(detectDrift(night({ medianPayEur: 2_300 }), nights(6))[0]?.message).toBe(
      'The median of stated pay is 2300 EUR a year on 48 ads, 28000 usually.',
    )
  })

  it('has nothing to say of an empty night: the crawl fails that by itself', () => {
    expect(codes(night({ postings: 0, payCount: 0, medianPayEur: null }), nights(9))).toEqual([])
  })
})
