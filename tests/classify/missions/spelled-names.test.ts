import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { createReader } from '../../../src/classify/read-posting.ts'

const read = createReader(loadProfiles(resolve(import.meta.dirname, '../../../profiles')))
const codes = (description: string) => {
  const { tools, platforms, skills } = read({
    ...{ id: '1', title: 'Chargé de projet', description },
    ...{ company: null, contract: null, salary: null, location: null, date: null },
  })
  return { names: [...tools, ...platforms], skills }
}

describe('names of tools and platforms', () => {
  it.each([
    ['Concevoir et faire évoluer le design des supports, suivre leur conception.'],
    ['Vous poserez des dalles, blended learning compris, et donnerez l’alerte.'],
    ['Vous alerterez la direction et aurez des notions de bureautisme.'],
    ['Our messenger reads all threads and wants to excel in buffer stock.'],
    ['Des stories et des réels, toujours dans le même ton.'],
    ['Échange avec notre business manager.'],
    ['There is slack in the schedule; notion de base en vente.'],
  ])('are not made of ordinary words: %s', (text) => {
    expect(codes(text).names).toEqual([])
  })

  it.each([
    ['Maîtrise d’InDesign, de Photoshop et d’Illustrator.', ['adobe-illustrator', 'adobe-indesign', 'adobe-photoshop']],
    ['Outils : Buffer, Blender, Excel.', ['blender', 'buffer', 'microsoft-office']],
    ['OUTILS : BUFFER, EXCEL', ['buffer', 'microsoft-office']],
    ['outils bureautiques (word, excel), Google Analytics', ['google-analytics', 'microsoft-office']],
    ['Présence sur Threads, INSTAGRAM et tik-tok.', ['instagram', 'threads', 'tiktok']],
  ])('are found as they are written: %s', (text, expected) => {
    expect(codes(text).names.sort()).toEqual(expected)
  })
})

describe('skills of one word', () => {
  it.each([
    ['Organisée, créatives, polyvalents', ['creativity', 'organisation', 'versatility']],
    ['Vous connaissez nos personas et aimez les jeux concours.', ['contest', 'targets-audience']],
  ])('stand for their plural and feminine: %s', (text, expected) => {
    expect([...codes(text).skills].sort()).toEqual(expected)
  })

  it.each([
    ['Répondre aux personnes au rayon jeux, de la même façon.'],
    ['Adapter les méthodes et analyser les segments.'],
    ['Des notions de vidéo, sur concours, au rayon des shorts de bain ; le roi du burger. She leads people.'],
  ])('not for words that only share a stem: %s', (text) => {
    expect(codes(text).skills).toEqual([])
  })
})
