import { describe, expect, it } from 'vitest'
import { adjustPValues } from '../../../src/report/statistics/benjamini-hochberg.ts'
import type { Figure } from '../../../src/report/statistics/figure.ts'
import { differenceOf, ratioOf } from '../../../src/report/statistics/mover.ts'
import { correctDifference, correctShare } from '../../../src/report/statistics/rogan-gladen.ts'
import { quantileOf, sortValues } from '../../../src/report/statistics/sorted-values.ts'
import { studentCdf, studentQuantile } from '../../../src/report/statistics/student-t.ts'
import { wilsonInterval } from '../../../src/report/statistics/wilson-interval.ts'
import { woodruffQuantile } from '../../../src/report/statistics/woodruff-quantile.ts'
import { independent } from './sample-of.ts'

const Z = 1.959964

describe('published values', () => {
  // Any table of Student's t, two-sided.
  it.each([
    [0.95, 1, 12.706],
    [0.95, 6, 2.447],
    [0.95, 21, 2.08],
    [0.95, 120, 1.98],
    [0.99, 10, 3.169],
    [0.9, 4, 2.132],
    [0.95, 1e7, 1.96],
  ])('Student’s t at %d with %d degrees of freedom is %d', (confidence, df, t) => {
    expect(studentQuantile(confidence, df)).toBeCloseTo(t, 3)
    expect(studentCdf(studentQuantile(confidence, df), df)).toBeCloseTo((1 + confidence) / 2, 9)
  })

  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson’s interval of %d/%d', (hits, n, low, high) => {
    const interval = wilsonInterval(hits / n, n, Z)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10 (MOVER of Wilson's intervals).
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('MOVER difference of %d/%d and %d/%d', (a, m, b, n, low, high) => {
    const wilson = (hits: number, size: number): Figure => ({
      value: hits / size,
      at: () => wilsonInterval(hits / size, size, Z),
    })
    const interval = differenceOf(wilson(a, m), wilson(b, n)).at(0.95)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('MOVER ratio of two lognormal estimates is the textbook interval exp(log ratio ± z·√(s₁² + s₂²))', () => {
    const estimate = (value: number, error: number): Figure => ({
      value,
      at: () => ({ low: value * Math.exp(-Z * error), high: value * Math.exp(Z * error) }),
    })
    const { low, high } = ratioOf(estimate(60_000, 0.03), estimate(30_000, 0.04)).at(0.95)
    expect(low).toBeCloseTo(2 * Math.exp(-Z * 0.05), 9)
    expect(high).toBeCloseTo(2 * Math.exp(Z * 0.05), 9)
  })

  // Benjamini & Hochberg, JRSS B 57 (1995), §3.2: fifteen p-values of which four are rejected at 5 %.
  it('Benjamini–Hochberg rejects four of the fifteen hypotheses of the paper', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ]
    const adjusted = adjustPValues([...p].reverse()).toReversed()
    expect(adjusted.filter((one) => one <= 0.05)).toHaveLength(4)
    expect(adjusted.slice(0, 5).map((one) => Number(one.toFixed(4)))).toEqual([0.0015, 0.003, 0.0095, 0.0356, 0.0603])
    expect(adjustPValues([])).toEqual([])
  })

  // Hyndman & Fan, definition 2, as computed by R's quantile(1:10, type = 2).
  it.each([
    [0.1, 1.5],
    [0.25, 3],
    [0.5, 5.5],
    [0.75, 8],
    [0.33, 4],
  ])('quantile %d of 1 … 10 is %d', (probability, value) => {
    expect(quantileOf(sortValues(independent([10, 3, 1, 2, 5, 4, 9, 7, 8, 6])), probability)).toBe(value)
  })

  // For independent values Woodruff's interval is the classical one between order statistics; Wilson's interval of one
  // half with n = 100 is 40.4 % to 59.6 % (Newcombe's formula), which the 41st and the 60th value reach.
  it('Woodruff’s median of 1 … 100 lies between the 41st and the 60th value', () => {
    const figure = woodruffQuantile(independent(Array.from({ length: 100 }, (_, index) => index + 1)), 0.5, 1)
    expect(figure.value).toBe(50.5)
    const { low, high } = figure.at(0.95)
    expect(low).toBeGreaterThanOrEqual(40)
    expect(low).toBeLessThanOrEqual(41)
    expect(high).toBeGreaterThanOrEqual(60)
    expect(high).toBeLessThanOrEqual(61)
  })

  // Rogan & Gladen (1978): prevalence from a screening test.
  it('Rogan–Gladen gives back the true share behind a reader’s', () => {
    const accuracy = { sensitivity: 0.8, specificity: 0.95, positives: 1e9, negatives: 1e9 }
    const read: Figure = { value: 0.5, at: () => ({ low: 0.45, high: 0.55 }) }
    const figure = correctShare(read, accuracy)
    expect(figure.value).toBeCloseTo(0.6, 9)
    expect(figure.at(0.95).low).toBeCloseTo(0.6 - 0.05 / 0.75, 4)
    expect(figure.at(0.95).high).toBeCloseTo(0.6 + 0.05 / 0.75, 4)
  })

  it('a difference read by one reader is stretched, and its sign is that of what was read', () => {
    const exact = { sensitivity: 0.8, specificity: 0.95, positives: 1e9, negatives: 1e9 }
    const read: Figure = { value: 0.15, at: () => ({ low: 0.06, high: 0.24 }) }
    expect(correctDifference(read, exact).value).toBeCloseTo(0.2, 9)
    expect(correctDifference(read, exact).at(0.95).low).toBeCloseTo(0.08, 4)
    expect(correctDifference(read, exact).at(0.95).high).toBeCloseTo(0.32, 4)
    const measured = { ...exact, positives: 53, negatives: 135 }
    const touching: Figure = { value: 0.15, at: () => ({ low: 0, high: 0.3 }) }
    expect(correctDifference(touching, measured).at(0.95).low).toBeCloseTo(0, 9)
    expect(correctDifference(read, measured).at(0.95).low).toBeLessThan(0.08)
    expect(correctDifference(read, measured).at(0.95).high).toBeGreaterThan(0.32)
  })
})
