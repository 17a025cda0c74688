import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearScale, niceDomain, niceStep, px } from '../../../src/report/charts/scale.ts'
import { fitText, textWidth, wrapText } from '../../../src/report/charts/text-width.ts'

describe('linearScale', () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [20_000, 45_000, 5, [20_000, 25_000, 30_000, 35_000, 40_000, 45_000]],
    [-0.1, 0.3, 4, [-0.1, 0, 0.1, 0.2, 0.3]],
  ])('from %d to %d has round ticks', (from, to, most, ticks) => {
    expect(linearScale([from, to], [0, 100], most).ticks).toEqual(ticks)
  })

  it('keeps every value inside the plot, in order, however odd the domain', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(number, number, number, number, (from, to, a, b) => {
        const scale = linearScale([Math.min(from, to), Math.max(from, to)], [10, 290], 5)
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(scale.at(low)).toBeGreaterThanOrEqual(10)
        expect(scale.at(high)).toBeLessThanOrEqual(290.0001)
        expect(scale.at(low)).toBeLessThanOrEqual(scale.at(high) + 1e-9)
        expect(scale.ticks.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it.each([
    [1e6, 1e6 + 1e-10],
    [0, Number.MIN_VALUE],
    [-1e15, -1e15 + 0.25],
    [3, 3],
  ])('ends on a domain as narrow as %d to %d', (from, to) => {
    const { ticks } = linearScale([from, to], [0, 100], 5)
    expect(ticks.length).toBeLessThanOrEqual(24)
    expect(ticks.every(Number.isFinite)).toBe(true)
  })

  it('rounds domains outwards', () => {
    expect(niceDomain(21_300, 44_100, 5)).toEqual([20_000, 45_000])
    expect(niceDomain(5, 5, 4)[1]).toBeGreaterThan(5)
    expect(niceStep(0, 4)).toBe(1)
  })

  it('writes short coordinates', () => {
    expect([px(1.04), px(1.06), px(-0.04)]).toEqual(['1', '1.1', '0'])
  })
})

describe('text', () => {
  it('fits and wraps whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        expect(textWidth(fitText(text, width, 13), 13)).toBeLessThanOrEqual(Math.max(width, textWidth('M…', 13)))
        expect(wrapText(text, width, 13).length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('leaves a label that fits as it is, and cuts with an ellipsis', () => {
    expect(fitText('Rédiger', 200, 13)).toBe('Rédiger')
    expect(fitText('M'.repeat(10_000), 100, 13)).toMatch(/^M+…$/)
    expect(wrapText('Veiller à la réputation de la marque', 160, 13)).toHaveLength(2)
  })
})
