import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileLexicon, SECTIONS } from '../../../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { ContentReader } from '../../../src/classify/missions/content-reader.ts'

const { lexicon, corpus } = loadProfiles(resolve(import.meta.dirname, '../../../profiles'))
const reader = new ContentReader(compileLexicon(lexicon, Object.keys(corpus?.frequencies ?? {})))

/** Section of the sentence that holds a word. */
function sectionAt(text: string, word: string): string {
  const { tokens, normalised, sections } = reader.read(text)
  for (let index = 0; index < tokens.length; index++) {
    const found = normalised.text.slice(tokens.starts[index] ?? 0, tokens.ends[index] ?? 0)
    if (found === word) return SECTIONS[sections.of(tokens.sentences[index] ?? 0)] ?? 'none'
  }
  throw new Error(`no ${word} in the text`)
}

const HEADINGS: readonly (readonly [heading: string, section: string])[] = [
  ['Vos missions seront les suivantes :', 'missions'],
  ['Votre rôle et vos missions', 'missions'],
  ['À propos du poste', 'missions'],
  ['MAIN DUTIES', 'missions'],
  ['In this role, you will', 'missions'],
  ['Description du profil', 'profile'],
  ['Profil recherché', 'profile'],
  ['Compétences recherchées', 'profile'],
  ["What you'll bring", 'profile'],
  ['Votre futur environnement de travail', 'company'],
  ['About the team', 'company'],
  ['Informations supplémentaires', 'benefits'],
  ['Avantages sociaux', 'benefits'],
  ['Working conditions', 'benefits'],
  ['Étapes de recrutement', 'process'],
  ['Programme de formation', 'course'],
  ['Quel sera votre quotidien ?', 'missions'],
  ['Description : votre équipe', 'company'],
  ['Nos engagements, vos avantages', 'benefits'],
  ['Key accountabilities&nbsp;', 'missions'],
  ['Vous êtes en charge de :', 'missions'],
]

describe('sections', () => {
  it.each(['Suivre les chiffres, présenter les résultats', 'Créer des visuels', 'Coordonner les publications'])(
    'takes « %s » for no self-portrait of an employer',
    (duty) => {
      expect(sectionAt(duty, duty.split(' ').at(-1) ?? '')).not.toBe('company')
    },
  )

  it.each([
    ['Maison créée en 2002, nous torréfions des graines.', 'graines'],
    ['Fondée en 1998, la maison vend des théières.', 'théières'],
    ['Selling teapots since 2009.', 'teapots'],
  ])('takes a founding year for the self-portrait of an employer: %s', (sentence, word) => {
    expect(sectionAt(sentence, word)).toBe('company')
  })

  it.each([
    ['Tu animes nos pages.', 'animes', 'profile'],
    ['Contenus de qualité pour nos pages.', 'pages', 'profile'],
    ['Former les vendeurs à nos outils.', 'outils', 'profile'],
    ['Créer les visuels de la société.', 'visuels', 'company'],
  ])('« %s » is about the duties', (sentence, word, section) => {
    expect(sectionAt(sentence, word)).not.toBe(section)
  })

  it.each(HEADINGS)('« %s » opens %s', (heading, section) => {
    const text = `Une maison de thé cherche du renfort.\n\n${heading}\n- Photographier les théières\n- Ranger la réserve`
    expect(sectionAt(text, 'théières')).toBe(section)
  })

  it.each([
    'Nous sommes heureux de vous lire et vous photographierez les théières',
    'Salaire selon profil et expérience',
    'Description',
    'outils innovants qui facilitent votre quotidien,',
    'Accompagnement par votre team leader',
    'Garantir un environnement de travail sûr',
    'Rejoignez notre équipe !',
    'Un environnement de travail convivial.',
    'Programmation',
  ])('« %s » opens none', (line) => {
    expect(sectionAt(`Une maison de thé.\n\n${line}\n\nOn y vend surtout des bouilloires.`, 'bouilloires')).toBe('none')
  })
})
