import { describe, expect, it } from 'vitest'
import { readEmployer } from '../../../src/classify/vacancy/employer-name.ts'

describe('readEmployer', () => {
  it.each([
    ['Groupe Dorval', 'DORVAL SAS'],
    ['Crédit Maritime S.A.', 'CREDIT MARITIME'],
    ['Lesage & Fils', 'LESAGE ET FILS SARL'],
    ['Perrin France', 'perrin'],
    ['S.N.C.F.', 'SNCF'],
    ["L'Atelier d’Élise", 'L’ATELIER D’ELISE'],
    ['Dorval (Groupe)', 'Dorval'],
    ['Société Dorval', 'Dorval S.A.S.U.'],
  ])('reads %s and %s as one employer', (a, b) => {
    expect(readEmployer(a)?.key).toBe(readEmployer(b)?.key)
  })

  it.each([
    ['Dorval Immobilier', 'Dorval'],
    ['Mairie de Sète', 'Mairie de Lens'],
    ['Groupe Perrin', 'Groupe Dorval'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(readEmployer(a)?.key).not.toBe(readEmployer(b)?.key)
  })

  it.each([null, '', '  ', '-', 'Entreprise non nommée', 'Confidentiel', 'Société non précisée', 'N/A', 'anonyme'])(
    'reads %j as unnamed',
    (name) => {
      expect(readEmployer(name)).toBeNull()
    },
  )

  it.each([
    ['Mairie de Sète', 'public'],
    ['École du numérique de Lens', 'school'],
    ['Dorval Intérim', 'recruiter'],
    ['Cabinet Perrin Recrutement', 'recruiter'],
    ['Agence Pluriel', 'agency'],
    ['Dorval', 'unknown'],
  ] as const)('reads the kind of %s as %s', (name, kind) => {
    expect(readEmployer(name)?.kind).toBe(kind)
  })
})
