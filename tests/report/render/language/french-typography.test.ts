import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatEuros,
  formatFigure,
  formatInterval,
  formatKiloEuros,
  formatNumber,
  formatShare,
} from '../../../../src/report/render/language/format-figures.ts'
import { frenchTypography } from '../../../../src/report/render/language/lang.ts'
import { fill, wordsOf } from '../../../../src/report/render/language/words.ts'

describe('frenchTypography', () => {
  it.each([
    ['Sur 1 214 offres : 38 % !', 'Sur 1\u202f214 offres\u00a0: 38\u202f%\u202f!'],
    ['« oui » ; non ?', '«\u00a0oui\u00a0»\u202f; non\u202f?'],
    ["l'offre d'emploi", 'l’offre d’emploi'],
    ['de 24 000 à 35 000 €', 'de 24\u202f000 à 35\u202f000\u00a0€'],
    ['30 k€ après 3 ans', '30\u00a0k€ après 3\u00a0ans'],
    ['https://e.example', 'https://e.example'],
    ['en 2026 842 offres', 'en 2026 842 offres'],
  ])('%j', (text, expected) => {
    expect(frenchTypography(text)).toBe(expected)
  })

  it('changes nothing that is well spaced already', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '1', ' ', ':', ';', '«', '»', '%', '€', "'") }), (text) => {
        const once = frenchTypography(text)
        expect(frenchTypography(once)).toBe(once)
      }),
    )
  })

  it('leaves no plain space before high punctuation in the fixed wording', () => {
    const texts = JSON.stringify(wordsOf('fr'))
    expect(texts.match(/.{0,20} [;!?%»].{0,10}/g) ?? []).toEqual([])
  })
})

describe('figures', () => {
  it.each([
    [formatNumber(1_234_567.5, 'fr', 1), '1\u202f234\u202f567,5'],
    [formatNumber(1_234_567.5, 'en', 1), '1,234,567.5'],
    [formatNumber(-3, 'fr'), '\u22123'],
    [formatNumber(-0.01, 'fr'), '0'],
    [formatNumber(Number.NaN, 'fr'), '–'],
    [formatShare(0.0314, 'fr'), '3,1\u202f%'],
    [formatShare(0.384, 'fr'), '38\u202f%'],
    [formatShare(1, 'en'), '100%'],
    [formatEuros(29_600, 'fr'), '29\u202f600\u00a0€'],
    [formatEuros(29_600, 'en'), '€29,600'],
    [formatKiloEuros(27_700, 'fr'), '27,7\u00a0k€'],
    [formatFigure(0.31, 'points', 'fr'), '+31\u00a0pts'],
    [formatFigure(1.24, 'ratio', 'fr'), '×\u00a01,24'],
    [formatFigure(1, 'rank', 'fr'), '1er'],
    [formatFigure(22, 'rank', 'en'), '22nd'],
    [formatFigure(12, 'rank', 'en'), '12th'],
    [formatFigure(1.5, 'years', 'fr'), '1,5\u00a0an'],
    [formatInterval(0.55, 0.68, 'share', 'fr'), '55\u202f%\u00a0à\u00a068\u202f%'],
    [formatDate('2026-11-01', 'fr'), '1er\u00a0novembre 2026'],
    [formatDate('2026-11-20T02:10:00Z', 'en'), '20\u00a0November 2026'],
    [formatDate('pas un jour', 'fr'), 'pas un jour'],
  ])('%j', (text, expected) => {
    expect(text).toBe(expected)
  })

  it('agrees with the platform on grouping', () => {
    const platform = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        expect(formatNumber(value, 'en')).toBe(platform.format(value))
      }),
    )
  })
})

describe('wording', () => {
  const leaves = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
    if (typeof value === 'string') return [[path, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
  }

  it('has the same entries with the same holes in both languages', () => {
    const holes = (lang: 'fr' | 'en') =>
      leaves(wordsOf(lang)).map(
        ([path, text]) =>
          `${path} ${[...text.matchAll(/\{\w+(?=[|}])/g)]
            .map(String)
            .filter((hole, at, all) => all.indexOf(hole) === at)
            .sort()
            .join(' ')}`,
      )
    expect(holes('en')).toEqual(holes('fr'))
  })

  it('fills holes and leaves unknown ones in sight', () => {
    expect(fill('{a} et {b}', { a: 1 })).toBe('1 et {b}')
    expect([1, 2].map((n) => fill('{n} {n|poste|postes}', { n }))).toEqual(['1 poste', '2 postes'])
  })
})
