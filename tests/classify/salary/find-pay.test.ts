import { describe, expect, it } from 'vitest'
import { readInput, readSalary } from './readers.ts'

function text(description: string): unknown {
  return readSalary(readInput({ description }), 'unknown').salary
}

describe('finding pay in prose', () => {
  it.each([
    ['Salaire : 35K€ + 5K€ de variable + tickets restaurant à 9 €', 35_000, 35_000],
    ['Rémunération : 45 + 5K€', 45_000, 45_000],
    ['Rémunération :\n\n  - 31 000 € à 34 000 € brut', 31_000, 34_000],
    ['Prime d’été de 900 €.\nSalaire : 32 000 € brut annuel', 32_000, 32_000],
    ['Rémunération hors frais de déplacement : 32 000 - 34 000 € par an', 32_000, 34_000],
    ['Lyon (69) - 36/38K€', 36_000, 38_000],
    ['Budget : entre 60 et 70k de salaire fixe', 60_000, 70_000],
    ['Junior : 28K à 31K\nConfirmé : 32K à 36K', 28_000, 36_000],
  ])('reads %j', (description, min, max) => {
    expect(text(description)).toMatchObject({ kind: 'stated', min, max, period: 'year' })
  })

  it.each([
    ['Vous gérez un budget de 40 000 € par an.'],
    ['Nos diplômés gagnent 41 000 € par an en moyenne.'],
    ['Package d’avantages pouvant atteindre 4 000 € net par an'],
    ['40 € par vidéo, 240 € HT pour 6 scripts'],
    ['Notre logiciel remplace des outils coûteux (50-100k€).'],
    ['Competitive salary and benefits: dental, vision, 401k'],
    ['Le chiffre d’affaires est passé de 300 k€ à 2,1 M€.'],
  ])('finds none in %j', (description) => {
    expect(text(description)).not.toMatchObject({ kind: 'stated' })
  })

  it('is silent where nothing is said of pay', () => {
    expect(text('Nous cherchons une personne curieuse, 35 h par semaine, pour 12 mois.')).toEqual({ kind: 'absent' })
  })
})
