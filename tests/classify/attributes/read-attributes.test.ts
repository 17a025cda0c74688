import { describe, expect, it } from 'vitest'
import type { Attributes, ReadInput } from '../../../src/domain/reading.ts'
import { readAttributes, readInput } from '../salary/readers.ts'

function read(fields: Partial<ReadInput>): Attributes {
  return readAttributes(readInput(fields)).attributes
}

describe('contract', () => {
  it.each<[Partial<ReadInput>, Attributes['contract']]>([
    [{ contract: 'CDI' }, 'cdi'],
    [{ contract: 'Contrat à durée déterminée - 6 Mois' }, 'cdd'],
    [{ contract: 'Stage(5 à 6 mois)' }, 'stage'],
    [{ contract: "('Contractant / Freelance / Entrepreneur individuel',)" }, 'freelance'],
    [{ contract: 'Mission intérimaire - 3 Mois' }, 'interim'],
    [{ contract: 'CDD - 12 Mois', title: 'Chargé de communication en alternance (H/F)' }, 'alternance'],
    [{ contract: 'CDD - 24 Mois', description: 'Nous recrutons un(e) apprenti(e) pour deux ans.' }, 'alternance'],
    [{ contract: 'CDI', description: 'Vous managez un alternant et un stagiaire.' }, 'cdi'],
    [{ title: 'Stage – assistant communication' }, 'stage'],
    [{ title: 'Volunteer social media officer' }, 'benevolat'],
    [{ description: 'Poste en CDI à pourvoir à Lille.' }, 'cdi'],
    [{ description: 'Type de contrat : CDDDurée : 6 mois' }, 'cdd'],
    [{ description: 'Mission freelance de 3 mois.' }, 'freelance'],
    [{ description: 'Cette offre n’est pas une alternance.' }, 'unknown'],
    [{ description: 'Expérience acquise en stage, alternance, CDD ou CDI.' }, 'unknown'],
    [{ salary: '400-450 €\u2044j' }, 'freelance'],
    [{ contract: 'INTERN' }, 'stage'],
    [{ contract: 'CONTRACTOR' }, 'freelance'],
    [{ contract: 'FULL_TIME' }, 'unknown'],
    [{ contract: 'other' }, 'unknown'],
  ])('of %j is %s', (fields, contract) => {
    expect(read(fields).contract).toBe(contract)
  })

  it('counts its months', () => {
    expect(read({ contract: 'CDD - 18 Mois' }).contractMonths).toBe(18)
    expect(read({ description: 'Stage de 6 mois à Paris' }).contractMonths).toBe(6)
    expect(read({ contract: 'CDI' }).contractMonths).toBeNull()
  })
})

describe('education', () => {
  it.each([
    ['Bac+3 à Bac+5 en marketing', 3, 5],
    ['Formation Bac +4/5', 4, 5],
    ['Tu prépares un master 1 ou 2 en communication', 4, 5],
    ['BTS, BUT ou licence', 2, 3],
    ['Niveau bac à bac +5', 0, 5],
    ["Bachelor's degree required, a Master's is a plus", 3, 3],
    ['Titulaire d’un doctorat', 8, 8],
  ])('of %j', (description, min, max) => {
    expect(read({ description })).toMatchObject({ educationYears: min, educationYearsMax: max })
  })

  it.each([
    ['Vous travaillez avec le Scrum Master'],
    ['Notre catalogue propose des bachelors et des masters en ligne'],
    ['Ménage d’un appartement de 60 m2'],
    ['Master the art of storytelling'],
  ])('is not read from %j', (description) => {
    expect(read({ description }).educationYears).toBeNull()
  })

  it('names its fields', () => {
    expect(read({ description: 'Bac+5 en communication, marketing digital ou journalisme' }).studyFields).toEqual([
      'communication',
      'marketing',
      'digital',
      'journalism',
    ])
  })

  it('follows the source’s own label', () => {
    expect(read({ education: 'Bac+3, Bac+4 ou équivalents', description: 'Bac+5' }).educationYears).toBe(3)
  })
})

describe('experience', () => {
  it.each([
    ['3 à 5 ans d’expérience en agence', 3, 5],
    ['Expérience confirmée (minimum 4 ans) sur un poste similaire', 4, null],
    ['Au moins deux ans d’expérience', 2, null],
    ['5+ years of B2B social media experience', 5, null],
    ['Expérience : > 6 mois', 0.5, null],
    ['1 an dans les médias et 5 ans d’expérience en veille', 5, null],
    ['Débutant accepté', 0, null],
    ['Pas besoin d’expérience préalable', 0, null],
    ['Une première année d’expérience', 1, null],
  ])('of %j', (description, min, max) => {
    expect(read({ description }).experienceYears).toEqual({ min, max })
  })

  it.each([
    ['Notre agence a plus de 15 ans d’expérience'],
    ['Depuis 40 ans, une expérience unique'],
    ['Une première expérience est un plus'],
  ])('is not read from %j', (description) => {
    expect(read({ description }).experienceYears).toEqual({ min: null, max: null })
  })

  it('follows the source’s own label', () => {
    expect(read({ experience: 'Débutant accepté' }).experienceYears).toEqual({ min: 0, max: null })
    expect(read({ experience: 'Expérience exigée de 2 An(s)' }).experienceYears).toEqual({ min: 2, max: null })
    expect(read({ experience: '18 Mois' }).experienceYears).toEqual({ min: 1.5, max: null })
  })
})

describe('place', () => {
  it.each([
    ['75 - Paris 11e Arrondissement', '75056', '75', '11', 'FR'],
    ['07 - ST PRIEST', '07288', '07', '84', 'FR'],
    ['13 - MARSEILLE 08', '13055', '13', '93', 'FR'],
    ['97400 Saint-Denis', '97411', '974', '04', 'FR'],
    ['Levallois-Perret, 92300', '92044', '92', '11', 'FR'],
    ['Lyon, Auvergne-Rhône-Alpes, France', '69123', '69', '84', 'FR'],
    ['LIMOURS 91', '91338', '91', '11', 'FR'],
    ['🌎 Remote,Mérignac, France', '33281', '33', '75', 'FR'],
    ['92', null, '92', '11', 'FR'],
    ['974 - La Réunion', null, '974', '04', 'FR'],
    ['Loire-Atlantique', null, '44', '52', 'FR'],
    ['Hauts-de-France', null, null, '32', 'FR'],
    ['France', null, null, null, 'FR'],
    ['Bruxelles, Belgique', null, null, null, 'BE'],
  ])('of %s', (location, communeCode, departmentCode, regionCode, country) => {
    expect(read({ location }).place).toMatchObject({ communeCode, departmentCode, regionCode, country })
  })

  it('is unknown where the location names none', () => {
    expect(read({ location: 'Remote' }).place).toBeNull()
    expect(read({ location: null }).place).toBeNull()
  })
})

describe('the rest', () => {
  it.each<[Partial<ReadInput>, Partial<Attributes>]>([
    [{ description: 'Poste à temps partiel, 24h par semaine' }, { workTime: 'part', weeklyHours: 24 }],
    [{ contract: 'PART_TIME' }, { workTime: 'part' }],
    [{ workTime: '35H/semaine Travail en journée' }, { workTime: 'full', weeklyHours: 35 }],
    [{ description: 'CDI temps plein 39h/semaine' }, { workTime: 'full', weeklyHours: 39 }],
    [{ description: 'Deux jours de télétravail par semaine' }, { remote: 'partial' }],
    [{ description: 'Poste en 100 % télétravail' }, { remote: 'full' }],
    [{ description: 'Pas de télétravail possible' }, { remote: 'none' }],
    [{ description: 'Nous recherchons pour l’un de nos clients' }, { employerKind: 'recruiter' }],
    [{ description: 'Notre agence de communication grandit' }, { employerKind: 'agency' }],
    [{ description: 'Pilotage de l’agence de communication' }, { employerKind: 'unknown' }],
    [{ description: 'Poste de la fonction publique territoriale' }, { employerKind: 'public' }],
    [{ company: 'Mairie de Trifouillis' }, { employerKind: 'public' }],
    [{ company: 'Les Biscuits du Nord' }, { employerKind: 'brand' }],
    [{ employerSize: '50 à 99 salariés' }, { employerSize: 'pme' }],
    [{ description: 'Le groupe emploie 12 000 collaborateurs' }, { employerSize: 'large' }],
    [{ description: 'Au sein d’une équipe de 9 collaborateurs' }, { employerSize: null }],
    [{ description: 'Rattaché(e) à la direction marketing' }, { reportsTo: 'marketing' }],
    [{ description: 'Sous la responsabilité du directeur de la communication' }, { reportsTo: 'communication' }],
    [{ description: 'Produire les reportings mensuels' }, { reportsTo: null }],
    [{ description: 'Vous gérez un budget social ads de 5 000 €' }, { budgetsEur: [5000] }],
    [{ description: 'Pilotage d’un budget de 80 à 120 k€' }, { budgetsEur: [80_000, 120_000] }],
    [{ description: 'Un budget de 300 € pour équiper ton bureau' }, { budgetsEur: [] }],
    [{ description: 'Vous encadrez une équipe de trois personnes' }, { teamSize: 3 }],
    [{ description: 'Vous rejoignez une équipe de 12 personnes' }, { teamSize: null }],
  ])('%j', (fields, expected) => {
    expect(read(fields)).toMatchObject(expected)
  })
})
