import { describe, expect, it } from 'vitest'
import { maskPersonalData } from '../../../src/classify/privacy/mask-personal-data.ts'

describe('maskPersonalData', () => {
  it.each([
    ['Écrivez à julie.perrin@dorval.example', 'Écrivez à [e-mail]'],
    ['Tél. 06 12 34 56 78', 'Tél. [téléphone]'],
    ['Tél. 06.12.34.56.78.', 'Tél. [téléphone].'],
    ['au +33 (0)6 12 34 56 78', 'au [téléphone]'],
    ['ou 0033612345678', 'ou [téléphone]'],
    ['Contact : Julie Perrin', 'Contact : [contact]'],
    ['Contactez Mme Perrin, DRH.', 'Contactez Mme [contact], DRH.'],
    ['julie (at) dorval (point) fr', '[e-mail]'],
  ])('masks %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked)
    expect(maskPersonalData(masked)).toBe(masked)
  })

  it.each([
    'SIRET 012 345 678 00012',
    'de 1 800 à 2 000 € brut',
    'suivez @dorval et @marie sur Instagram',
    'de 9h00 à 17h30 du lundi au vendredi',
    'Madame, Monsieur le Directeur',
    'Contact : Service des ressources humaines',
    'Offre publiée le 01.02.2026, réf. 2026-0102-345678',
  ])('leaves %s', (text) => {
    expect(maskPersonalData(text)).toBe(text)
  })
})
