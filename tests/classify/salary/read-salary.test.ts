import { describe, expect, it } from 'vitest'
import { readInput, readSalary } from './readers.ts'

function label(salary: string): unknown {
  return readSalary(readInput({ salary }), 'unknown').salary
}

describe('reading a pay label', () => {
  it.each([
    ['35-40K€', 35_000, 40_000, 'year'],
    ['28/32K', 28_000, 32_000, 'year'],
    ['36K€B', 36_000, 36_000, 'year'],
    ['420-500 €\u2044j', 420, 500, 'day'],
    ['€28,000 - €32,000', 28_000, 32_000, 'year'],
    ['2\u202f000,50 € brut mensuel', 2000.5, 2000.5, 'month'],
    ['2.000,50 € brut mensuel', 2000.5, 2000.5, 'month'],
    ['1800.0 € par mois', 1800, 1800, 'month'],
    ['35-38 000 € brut/an', 35_000, 38_000, 'year'],
  ])('reads %s', (salary, min, max, period) => {
    expect(label(salary)).toMatchObject({ kind: 'stated', min, max, period })
  })

  it.each([
    ['Mensuel de 28000.0 Euros à 40000.0 Euros', 28_000, 40_000, 'year', 'wrong-period'],
    ['Annuel de 2400,00 Euros', 2400, 2400, 'month', 'wrong-period'],
    ['Mensuel de 12.31 Euros', 12.31, 12.31, 'hour', 'wrong-period'],
    ['Annuel de 40,00 Euros à 44,00 Euros', 40_000, 44_000, 'year', 'missing-thousands'],
    ['44-38K€', 38_000, 44_000, 'year', 'swapped-range'],
    ['Mensuel de 2400.0 Euros', 2400, 2400, 'month', null],
  ])('records the repair of %s', (salary, min, max, period, repaired) => {
    expect(label(salary)).toMatchObject({ kind: 'stated', min, max, period, repaired })
  })

  it.each([
    ['Selon profil', 'according-to-profile'],
    ['A négocier', 'negotiable'],
    ['SMIC', 'smic'],
    ['De 55% à 100% du SMIC', 'percent-of-smic'],
    ['Grille indiciaire', 'pay-scale'],
    ['Selon convention collective', 'collective-agreement'],
    ['N/C', 'not-communicated'],
    ['Annuel de', 'amount-missing'],
    ['Annuel de 0.0 Euros', 'amount-missing'],
    ['Mensuel de 26,00 Euros à 35,00 Euros', 'implausible-amount'],
  ])('types %s as %s', (salary, reason) => {
    expect(label(salary)).toMatchObject({ kind: 'unreadable', reason })
  })

  it('rejects an annual figure beside every bound, without moving it', () => {
    expect(label('Annuel de 45000,00 Euros à 550000,00 Euros')).toMatchObject({
      kind: 'stated',
      min: 45_000,
      max: 550_000,
      grossAnnualEur: null,
      annualRejected: 'annual-out-of-bounds',
    })
  })

  it.each([
    ['Mensuel de 2000.0 Euros sur 13 mois', { min: 26_000, max: 26_000 }, null],
    ['15 € brut de l’heure', { min: 27_300, max: 27_300 }, null],
    ['400 €/jour', null, null],
    ['$60,000 per year', null, null],
    ['2000 € net par mois', null, { min: 31_704.1, max: 31_704.1 }],
  ])('annualises %s', (salary, grossAnnualEur, grossAnnualEurEstimated) => {
    expect(label(salary)).toMatchObject({ kind: 'stated', grossAnnualEur, grossAnnualEurEstimated })
  })
})

describe('a minimum wage told by its name alone', () => {
  it.each([
    ['Boutique de thé. Smic + primes. Tu tiens la caisse.', 'smic'],
    ['CDI de 30 heures au SMIC, le samedi compris.', 'smic'],
    ['SMIC horaire', 'smic'],
    ['Contrat d’apprentissage : de 43 % à 78 % du SMIC', 'percent-of-smic'],
  ])('is pay without an amount: %s', (description, reason) => {
    expect(readSalary(readInput({ description }), 'cdi').salary).toMatchObject({ kind: 'unreadable', reason })
  })

  it.each(['Appliquer la revalorisation du SMIC aux bulletins.', 'Vous connaissez le SMIC et les minima de branche.'])(
    'is none where it is work: %s',
    (description) => {
      expect(readSalary(readInput({ description }), 'cdi').salary).toEqual({ kind: 'absent' })
    },
  )
})

describe('reading pay from several fields', () => {
  it('takes the label before the text', () => {
    const input = readInput({ salary: '30-32K€', description: 'Salaire : 40 000 € brut annuel' })
    expect(readSalary(input, 'cdi').salary).toMatchObject({ min: 30_000, max: 32_000 })
  })

  it('takes the text when the label states no amount', () => {
    const input = readInput({ salary: 'A négocier', description: 'Salaire : 40 000 € brut annuel' })
    expect(readSalary(input, 'cdi')).toMatchObject({
      salary: { kind: 'stated', min: 40_000, basis: 'gross' },
      evidence: [{ reading: 'salary', field: 'description', quoted: '40 000 € brut annuel' }],
    })
  })

  it('takes the cents of the text where the form rounded them away', () => {
    const input = readInput({
      salary: 'Mensuel de 812.0 Euros à 1790.0 Euros',
      description: 'Rémunération : entre 812.45€ et 1790.20€ par mois',
    })
    expect(readSalary(input, 'alternance').salary).toMatchObject({ min: 812.45, max: 1790.2 })
  })

  it.each([
    [{ min: 30_000, max: 34_000, unitText: 'YEAR', currency: 'EUR' }, 30_000, 34_000, 'year', null],
    [{ min: 2400, max: 2600, unitText: 'MONTHLY', currency: 'EUR' }, 2400, 2600, 'month', null],
    [{ min: 36_000, max: 32_000, unitText: 'ANNUAL', currency: 'EUR' }, 32_000, 36_000, 'year', 'swapped-range'],
    [{ min: 34_000, max: null, unitText: 'MONTH', currency: 'EUR' }, 34_000, null, 'year', 'wrong-period'],
    [{ min: 2500, max: 2500, unitText: null, currency: '€' }, 2500, 2500, 'month', null],
    [{ min: 0, max: 2500, unitText: 'MONTH', currency: null }, null, 2500, 'month', null],
  ])('reads structured pay %j', (baseSalary, min, max, period, repaired) => {
    const salary = readSalary(readInput({ baseSalary }), 'cdi').salary
    expect(salary).toMatchObject({ kind: 'stated', min, max, period, repaired, currency: 'EUR' })
  })

  it('keeps an unreadable currency apart and nothing where nothing is filled in', () => {
    const foreign = { min: 30_000, max: 30_000, unitText: 'YEAR', currency: 'dollars' }
    expect(readSalary(readInput({ baseSalary: foreign }), 'cdi').salary).toMatchObject({
      currency: 'XXX',
      grossAnnualEur: null,
    })
    const empty = { min: 0, max: null, unitText: 'YEAR', currency: 'EUR' }
    expect(readSalary(readInput({ baseSalary: empty }), 'cdi').salary).toEqual({ kind: 'absent' })
  })

  it('rejects an apprentice’s form that was plainly filled in wrongly', () => {
    const input = readInput({ salary: 'Mensuel de 10000.0 Euros à 15000.0 Euros' })
    expect(readSalary(input, 'alternance').salary).toMatchObject({
      min: 10_000,
      grossAnnualEur: null,
      annualRejected: 'annual-out-of-bounds',
    })
  })
})
