import { expect, it } from 'vitest'
import { payWords } from '../../../src/report/render/pay-words.ts'

it.each([
  ['45500 47500 EUR YEAR', '45\u202f500 à 47\u202f500\u00a0€ par an', '€45,500 to €47,500 a year'],
  ['44000 44000 EUR YEAR', '44\u202f000\u00a0€ par an', '€44,000 a year'],
  ['2100 EUR MONTH', '2\u202f100\u00a0€ par mois', '€2,100 a month'],
  ['28 k€ brut selon profil', '28 k€ brut selon profil', '28 k€ brut selon profil'],
  ['45000 50000 USD YEAR', '45000 50000 USD YEAR', '45000 50000 USD YEAR'],
])('%j', (pay, french, english) => {
  expect(payWords(pay, 'fr')).toBe(french)
  expect(payWords(pay, 'en')).toBe(english)
})
