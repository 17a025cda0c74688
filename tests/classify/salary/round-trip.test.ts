import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInput, readSalary } from './readers.ts'

// Every supported spelling writes a value and must be read back equal: amounts, range, period and basis.
type Spelling = (value: number) => string
const grouped = (value: number, mark: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, mark)
const NUMBERS: Readonly<Record<string, Spelling>> = {
  plain: (value) => `${value} €`,
  'space group': (value) => `${grouped(value, ' ')} €`,
  'no-break space': (value) => `${grouped(value, '\u00a0')}\u00a0€`,
  'narrow no-break space': (value) => `${grouped(value, '\u202f')} euros`,
  'dot group': (value) => `${grouped(value, '.')} euros`,
  'comma group': (value) => `€${grouped(value, ',')}`,
  'French cents': (value) => `${grouped(value, ' ')},00 €`,
  'form decimals': (value) => `${value}.0 EUR`,
}
const THOUSANDS: Readonly<Record<string, Spelling>> = {
  'K€': (value) => `${value / 1000}K€`,
  k: (value) => `${value / 1000}k`,
  kEUR: (value) => `${value / 1000} kEUR`,
  'K euros': (value) => `${value / 1000} K euros`,
}
const JOINS = [' à ', ' - ', '-', ' / ', '/', ' et ', ' – ', '—', ' a ']
const PERIODS: Readonly<Record<string, readonly string[]>> = {
  year: ['par an', '/an', ' annuel', '\u2044an', ' annuels'],
  month: ['par mois', '/mois', ' mensuel', ' / mois'],
  hour: ["de l'heure", '/heure', '/h', ' par heure'],
  day: ['/jour', '\u2044j', 'par jour'],
}
const BASES = [
  ['gross', ' brut'],
  ['gross', ' bruts'],
  ['net', ' net'],
  ['unknown', ''],
] as const
const HEADS = ['Salaire : ', 'Rémunération : entre ', 'La rémunération est de ', 'Salaire proposé : de ']
const SIZES: Readonly<Record<string, { min: number; max: number; step: number }>> = {
  year: { min: 18_000, max: 98_000, step: 500 },
  month: { min: 1000, max: 9000, step: 10 },
  hour: { min: 10, max: 60, step: 1 },
  day: { min: 150, max: 900, step: 10 },
}

const amounts = (period: string): fc.Arbitrary<number> => {
  const { min, max, step } = SIZES[period] ?? { min: 0, max: 0, step: 1 }
  return fc.integer({ min: min / step, max: max / step }).map((steps) => steps * step)
}
const written = fc
  .constantFrom('year', 'month', 'hour', 'day')
  .chain((period) =>
    fc.record({
      period: fc.constant(period),
      low: amounts(period),
      high: amounts(period),
      number: fc.constantFrom(...Object.values(NUMBERS)),
      join: fc.constantFrom(...JOINS),
      unit: fc.constantFrom(...(PERIODS[period] ?? [])),
      basis: fc.constantFrom(...BASES),
      head: fc.constantFrom(...HEADS),
      isLabel: fc.boolean(),
    }),
  )
  .filter(({ low, high }) => low < high && high / low < 4)

function read(text: string, isLabel: boolean, head: string): unknown {
  const input = isLabel
    ? readInput({ salary: text })
    : readInput({ description: `Contexte.\n${head}${text}.\nÀ bientôt` })
  return readSalary(input, 'cdi').salary
}

describe('round trip', () => {
  it('reads a range in any spelling back equal', () => {
    fc.assert(
      fc.property(written, ({ period, low, high, number, join, unit, basis, head, isLabel }) => {
        const space = unit.startsWith('/') || unit.startsWith('\u2044') || unit.startsWith(' ') ? '' : ' '
        const text = `${number(low)}${join}${number(high)}${basis[1]}${space}${unit}`
        expect(read(text, isLabel, head)).toMatchObject({
          kind: 'stated',
          min: low,
          max: high,
          period,
          basis: basis[0],
        })
      }),
      { numRuns: 3000 },
    )
  })

  it('reads a single amount in any spelling back equal', () => {
    fc.assert(
      fc.property(written, ({ period, low, number, unit, basis, head, isLabel }) => {
        const space = unit.startsWith('/') || unit.startsWith('\u2044') || unit.startsWith(' ') ? '' : ' '
        const text = `${number(low)}${basis[1]}${space}${unit}`
        expect(read(text, isLabel, head)).toMatchObject({ kind: 'stated', min: low, max: low, period, basis: basis[0] })
      }),
      { numRuns: 3000 },
    )
  })

  it('reads thousands, written once or twice, back equal', () => {
    const thousands = fc.record({
      low: fc.integer({ min: 18, max: 60 }),
      high: fc.integer({ min: 61, max: 99 }),
      number: fc.constantFrom(...Object.values(THOUSANDS)),
      join: fc.constantFrom(...JOINS),
      isOnce: fc.boolean(),
      isLabel: fc.boolean(),
      head: fc.constantFrom(...HEADS),
    })
    fc.assert(
      fc.property(thousands, ({ low, high, number, join, isOnce, isLabel, head }) => {
        const text = `${isOnce ? low : number(low * 1000)}${join}${number(high * 1000)}`
        expect(read(text, isLabel, head)).toMatchObject({
          kind: 'stated',
          min: low * 1000,
          max: high * 1000,
          period: 'year',
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('reads the employment service’s form back equal', () => {
    const form = fc.record({
      period: fc.constantFrom('year', 'month', 'hour'),
      isComma: fc.boolean(),
      months: fc.constantFrom(null, 12, 13),
      seed: fc.nat(1000),
    })
    const TYPES = { year: 'Annuel', month: 'Mensuel', hour: 'Horaire' } as const
    fc.assert(
      fc.property(form, ({ period, isComma, months, seed }) => {
        const size = SIZES[period] ?? { min: 0, max: 0, step: 1 }
        const low = size.min + ((seed * size.step) % (size.max - size.min))
        const high = low + size.step
        const decimals = isComma ? ',00' : '.0'
        const spread = months === null ? '' : ` sur ${months} mois`
        const label = `${TYPES[period as keyof typeof TYPES]} de ${low}${decimals} Euros à ${high}${decimals} Euros${spread}`
        const salary = readSalary(readInput({ salary: label }), 'cdi').salary
        expect(salary).toMatchObject({ kind: 'stated', min: low, max: high, period, months, repaired: null })
      }),
    )
  })

  it.each(['à partir de ', 'À partir de ', 'minimum ', 'dès '].map((words) => [words]))(
    'leaves the upper end open after "%s"',
    (words) => {
      expect(read(`${words}31 000 € brut par an`, false, 'Salaire : ')).toMatchObject({ min: 31_000, max: null })
    },
  )

  it.each([['jusqu’à '], ["jusqu'à "], ['maximum '], ['up to ']])('leaves the lower end open after "%s"', (words) => {
    expect(read(`${words}31 000 € brut par an`, false, 'Salaire : ')).toMatchObject({ min: null, max: 31_000 })
  })
})
