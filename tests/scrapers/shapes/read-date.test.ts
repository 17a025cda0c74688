import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../../src/scrapers/shapes/read-date.ts'

describe('readDate', () => {
  it.each([
    ['2026-10-03', '2026-10-03'],
    ['2026-10-03 11:51:01', '2026-10-03'],
    ['2026-10-03T11:22:25.326000+00:00', '2026-10-03'],
    ['2026-10-03T23:30:00Z', '2026-10-04'],
    ['2026-10-03T23:30:00', '2026-10-03'],
    ['2026-10-03T02:00:00+0900', '2026-10-02'],
    ['2026-07-17 22:30:39 UTC', '2026-07-18'],
    ['14 août 2026, 16:00', '2026-08-14'],
    ['1er mars 2026', '2026-03-01'],
    ['lundi 5 octobre 2026', '2026-10-05'],
    ['29/05/2026', '2026-05-29'],
    ['9.5.2026', '2026-05-09'],
    ['29/05/2026 à 14h30', '2026-05-29'],
    ['Wed, 26 Feb 2025 16:40:27 +0100', '2025-02-26'],
    ['Wed, 26 Feb 2025 23:40:27 GMT', '2025-02-27'],
    ['March 3, 2026', '2026-03-03'],
    ['20261003', '2026-10-03'],
    [1793404800000, '2026-10-31'],
    ['1793404800', '2026-10-31'],
    [' 2026-10-03 ', '2026-10-03'],
  ])('reads %j as %s', (written, day) => {
    expect(readDate(written)).toEqual({ kind: 'day', day, isExact: true })
  })

  it.each([
    ['2026-05', '2026-05-01'],
    ['mai 2026', '2026-05-01'],
  ])('takes the first day of %j and says that it is not exact', (written, day) => {
    expect(readDate(written)).toEqual({ kind: 'day', day, isExact: false })
  })

  it.each([
    'hier',
    'il y a 3 jours',
    '31/02/2026',
    '2026-13-01',
    '05/29/2026',
    '2026-02-30T10:00:00Z',
    '0001-01-01',
    'x'.repeat(200),
    {},
    [],
    true,
  ])('finds no day in %j', (written) => {
    expect(readDate(written)).toMatchObject({ kind: 'unreadable' })
  })

  it.each([null, undefined, '', '  '])('takes %j as absent', (written) => {
    expect(readDate(written)).toEqual({ kind: 'absent' })
  })

  it('reads every day of ISO and French spelling, and throws for nothing', () => {
    const dates = fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-')
        expect(readDate(day)).toEqual({ kind: 'day', day, isExact: true })
        expect(readDate(`${dayOfMonth}/${month}/${year}`)).toEqual({ kind: 'day', day, isExact: true })
        const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
        expect(readDate(words)).toEqual({ kind: 'day', day, isExact: true })
      }),
    )
    fc.assert(fc.property(fc.anything(), (value) => void readDate(value)))
  })
})
