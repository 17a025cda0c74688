import { describe, expect, it } from 'vitest'
import { Random } from '../../fixtures/market/generator/random.ts'
import { detectDrift, type NightFigures } from '../../src/domain/drift.ts'

const night = (more: Partial<NightFigures> = {}): NightFigures => ({
  postings: 120,
  roleShares: { cm: 0.5, smm: 0.3, hybrid: 0.05, other: 0.15 },
  payShare: 0.4,
  medianPayEur: 28_000,
  payQuartilesEur: [25_000, 33_000],
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
    expect(codes(night({ postings: 0, payCount: 0, medianPayEur: null, payQuartilesEur: null }), nights(9))).toEqual([])
  })
})

const SOURCES = 150
const NIGHTS = 25

/** Figures of the pay of one night's ads. */
function payOf(pays: readonly number[]): Partial<NightFigures> {
  const sorted = [...pays].sort((a, b) => a - b)
  const at = (place: number) => sorted[place - 1] ?? 0
  const { length } = sorted
  if (length === 0) return { payCount: 0, medianPayEur: null, payQuartilesEur: null }
  const medianPayEur = (at((length + 1) >> 1) + at((length + 2) >> 1)) / 2
  return { payCount: length, medianPayEur, payQuartilesEur: [at((length + 3) >> 2), at((3 * length + 3) >> 2)] }
}

/** Sources with about so many ads that state pay, a fifth of them of trainees; one ad in sixteen goes each night. */
function watchSources(usually: number) {
  const rang = { quiet: 0, monthly: 0, half: 0 }
  for (let source = 0; source < SOURCES; source += 1) {
    const random = new Random(`pay of source ${source} of ${usually} ads`)
    const draw = () => (random.chance(0.2) ? 13_000 : 32_000) * Math.exp(0.22 * random.normal())
    const rings = (pays: readonly number[], past: readonly NightFigures[]) =>
      codes(night(payOf(pays)), past).includes('pay-drift')
    let live = Array.from({ length: usually }, draw)
    const past: NightFigures[] = []
    for (let index = 0; index < NIGHTS; index += 1) {
      const fresh = Array.from({ length: usually }, () => random.chance(1 / 16))
        .filter(Boolean)
        .map(draw)
      live = [...live.filter(() => !random.chance(1 / 16)), ...fresh]
      if (rings(live, past)) rang.quiet += 1
      past.push(night(payOf(live)))
    }
    if (
      rings(
        live.map((pay) => pay / 12),
        past,
      )
    )
      rang.monthly += 1
    if (
      rings(
        live.map((pay) => pay / 2),
        past,
      )
    )
      rang.half += 1
  }
  return { quiet: rang.quiet / (SOURCES * NIGHTS), monthly: rang.monthly / SOURCES, half: rang.half / SOURCES }
}

describe('the alarm about pay', () => {
  it.each([
    [8, 0.8, 0],
    [12, 0.95, 0.2],
    [30, 1, 0.6],
    [100, 1, 1],
  ])(
    'on about %d ads rings on fewer than one quiet night in a thousand, and when pay is read wrong',
    (usually, monthly, half) => {
      const rang = watchSources(usually)
      expect(rang.quiet).toBeLessThan(0.001)
      expect(rang.monthly, 'a month’s pay taken for a year’s').toBeGreaterThanOrEqual(monthly)
      expect(rang.half, 'half of the pay').toBeGreaterThanOrEqual(half)
    },
  )
})
