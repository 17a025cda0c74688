import { describe, expect, it } from 'vitest'
import type { Comparator } from '../../../src/domain/claim.ts'
import { bandOf, decide } from '../../../src/report/judge/decide.ts'
import type { Measured, Unit } from '../../../src/report/judge/measured.ts'

const measured = (low: number, high: number, unit: Unit = 'share', more: Partial<Measured> = {}): Measured => ({
  unit,
  figure: { value: (low + high) / 2, at: () => ({ low, high }) },
  inside: null,
  holds: null,
  groups: [],
  caveats: [],
  readerTooWeak: false,
  ...more,
})
const inside = (low: number): Partial<Measured> => ({
  inside: { value: low + 0.05, at: () => ({ low, high: low + 0.1 }) },
})
const about = (value: number, tolerance?: number): Comparator =>
  tolerance === undefined ? { kind: 'about', value } : { kind: 'about', value, tolerance }

describe('bands', () => {
  it.each([
    ['share', 0.93, 0.83, 1.03],
    ['ratio', 2, 1.8, 2.2],
    ['eur-year', 28_000, 26_600, 29_400],
    ['years', 4, 3.5, 4.5],
  ] as const)('%s about %d is %d to %d', (unit, value, low, high) => {
    const band = bandOf(about(value), unit)
    expect(band.low).toBeCloseTo(low, 9)
    expect(band.high).toBeCloseTo(high, 9)
  })

  it('may be stricter than the default, never wider', () => {
    expect(bandOf(about(0.5, 0.02), 'share')).toEqual({ low: 0.48, high: 0.52 })
    expect(bandOf(about(0.5, 0.4), 'share')).toEqual({ low: 0.4, high: 0.6 })
  })
})

describe('the table of verdicts', () => {
  it.each<[string, Measured, Comparator, string]>([
    ['inside the band', measured(0.45, 0.58), about(0.5), 'supported'],
    ['wholly below: the article says more', measured(0.2, 0.39), about(0.5), 'overstated'],
    ['wholly above: the article says less', measured(0.61, 0.7), about(0.5), 'understated'],
    ['across an edge', measured(0.35, 0.5), about(0.5), 'inconclusive'],
    [
      'median and half of the salaries inside',
      measured(26e3, 28e3, 'eur-year', inside(0.55)),
      { kind: 'range', from: 24e3, to: 30e3 },
      'supported',
    ],
    [
      'median inside, salaries scattered',
      measured(26e3, 28e3, 'eur-year', inside(0.4)),
      { kind: 'range', from: 24e3, to: 30e3 },
      'inconclusive',
    ],
    [
      'median below the range',
      measured(20e3, 23e3, 'eur-year', inside(0.1)),
      { kind: 'range', from: 24e3, to: 30e3 },
      'overstated',
    ],
    [
      'median above the range',
      measured(31e3, 33e3, 'eur-year', inside(0.1)),
      { kind: 'range', from: 24e3, to: 30e3 },
      'understated',
    ],
    ['some reach it', measured(0.06, 0.2), { kind: 'can-reach' }, 'supported'],
    ['hardly any does', measured(0, 0.009), { kind: 'can-reach' }, 'overstated'],
    ['between hardly any and some', measured(0.005, 0.04), { kind: 'can-reach' }, 'inconclusive'],
    ['most, on the claimed side', measured(0.5, 0.7), { kind: 'at-least', value: 0.5 }, 'supported'],
    ['most, on the other side', measured(0.2, 0.49), { kind: 'at-least', value: 0.5 }, 'contradicted'],
    ['rarely, on the claimed side', measured(0.05, 0.2), { kind: 'at-most', value: 0.2 }, 'supported'],
    ['rarely, on the other side', measured(0.21, 0.4), { kind: 'at-most', value: 0.2 }, 'contradicted'],
    ['more than, undecided', measured(-0.02, 0.1, 'points'), { kind: 'above', value: 0 }, 'inconclusive'],
    ['more than, wholly above', measured(0.01, 0.1, 'points'), { kind: 'above', value: 0 }, 'supported'],
    ['less than, wholly above', measured(0.01, 0.1, 'points'), { kind: 'below', value: 0 }, 'contradicted'],
    ['an order that holds', measured(1, 1, 'share', { holds: 0.96 }), { kind: 'in-order' }, 'supported'],
    ['an order that does not', measured(0, 0, 'share', { holds: 0.03 }), { kind: 'in-order' }, 'contradicted'],
    ['an order that may', measured(0.5, 0.5, 'share', { holds: 0.9 }), { kind: 'in-order' }, 'inconclusive'],
    ['a rank that holds', measured(1, 1, 'rank', { holds: 1 }), { kind: 'rank-at-most', value: 1 }, 'supported'],
    ['nothing measured', { ...measured(0, 0), figure: null }, about(0.5), 'insufficient_data'],
  ])('%s', (_, found, comparator, verdict) => {
    expect(decide(found, comparator, 0.95)).toBe(verdict)
  })
})
