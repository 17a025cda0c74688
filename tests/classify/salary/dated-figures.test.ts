import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { figureOn, latestFigure, monthlyAtLegalHours } from '../../../src/classify/salary/dated-figures.ts'
import { leastApprenticePay } from '../../../src/classify/salary/trainee-pay.ts'
import { payTables } from './readers.ts'

describe('dated figures', () => {
  it.each([
    ['2026-06-01', 12.31, 1867.02],
    ['2026-05-31', 12.02, 1823.03],
    ['2025-06-30', 11.88, 1801.8],
    ['2022-07-31', 10.85, 1645.58],
  ])('knows the minimum wage of %s', (day, hourly, monthly) => {
    const figure = figureOn(payTables.minimumWage, day)
    expect(figure?.eur).toBe(hourly)
    expect(monthlyAtLegalHours(hourly)).toBe(monthly)
    expect(figure?.source).not.toBe('')
  })

  it('knows no figure before the table begins nor after the last year that was checked', () => {
    expect(figureOn(payTables.minimumWage, '2009-01-01')).toBeNull()
    expect(figureOn(payTables.minimumWage, '2027-01-01')).toBeNull()
    expect(latestFigure(payTables.minimumWage).eur).toBe(12.31)
  })

  it('keeps its days in order', () => {
    for (const { hourly } of [payTables.minimumWage, payTables.trainee.internship]) {
      const days = hourly.map(({ from }) => from)
      expect(days).toEqual([...days].sort())
    }
  })

  it.each([
    [17, 1, '2026-07-01', 504.1],
    [22, 2, '2026-02-01', 1112.05],
    [27, 1, '2026-07-01', 1867.02],
    [40, 1, '2026-07-01', null],
  ] as const)('scales an apprentice of %i in year %i', (age, contractYear, day, eur) => {
    expect(leastApprenticePay(payTables.trainee, payTables.minimumWage, { age, contractYear, day })).toBe(eur)
  })

  it('pays an intern fifteen percent of the hourly ceiling', () => {
    expect(figureOn(payTables.trainee.internship, '2026-03-01')?.eur).toBe(4.5)
    expect(figureOn(payTables.trainee.internship, '2021-03-01')?.eur).toBe(3.9)
  })

  it('has a rising price index without gaps, and none for a year that is not over', () => {
    const file = resolve(import.meta.dirname, '../../../profiles/pay/price-index.yaml')
    const { index } = parse(readFileSync(file, 'utf8')) as { index: Record<string, number> }
    const years = Object.keys(index).map(Number)
    expect(years).toEqual(years.map((_, i) => 2010 + i))
    expect(index['2015']).toBe(100)
    expect(index['2026']).toBeUndefined()
    for (const year of years.slice(1)) expect(index[String(year)]).toBeGreaterThan(index[String(year - 1)] ?? 0)
  })
})
