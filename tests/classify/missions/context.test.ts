import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { endOfColleagues } from '../../../src/classify/missions/colleagues.ts'
import { createReader } from '../../../src/classify/read-posting.ts'

const read = createReader(loadProfiles(resolve(import.meta.dirname, '../../../profiles')))

function readingOf(description: string) {
  return read({
    ...{ id: '1', title: 'Chargé de projet', description },
    ...{ company: null, contract: null, salary: null, location: null, date: null },
  })
}

const missionsOf = (description: string) => readingOf(description).missions

describe('negations', () => {
  it.each([
    ["You won't manage paid ads."],
    ['No SEO, no influencers.'],
    ['Vous ne gérez pas la publicité.'],
    ["Vous n'animez pas la communauté."],
    ['Pas de community management.'],
    ['Sans gestion de budget.'],
    ["You don't need to edit video."],
    ['Vous ne rédigez pas.'],
  ])('take the duty away: %s', (text) => {
    expect(missionsOf(text)).toEqual([])
  })

  it.each([
    ["N'hésitez pas à animer la communauté.", 'animation'],
    ["Vous n'animez pas seulement la communauté.", 'animation'],
    ['Vous ne gérez pas seulement la publicité mais aussi le SEO.', 'advertising'],
    ['Vous ne gérez pas seulement la publicité mais aussi le SEO.', 'seo'],
    ['Non seulement vous animez la communauté mais aussi vous écrivez les newsletters.', 'animation'],
    ['You will not only write posts but also run paid campaigns.', 'writing'],
    ["This role isn't just about SEO.", 'seo'],
    ['Pas de SEO mais du SEA.', 'advertising'],
    ['Vous ne gérez pas la publicité mais animez la communauté.', 'animation'],
    ['San Francisco : animer la communauté.', 'animation'],
    ['Prendre des notes, puis rédiger les articles.', 'writing'],
    ['Ne cherchez plus : animer la communauté vous attend.', 'animation'],
    ['Assurer le suivi des projets en cours et animer la communauté.', 'animation'],
    ['Former des étudiants et animer la communauté.', 'animation'],
    ['Liste non exhaustive : animer la communauté.', 'animation'],
  ])('are none in « %s »: %s', (text, mission) => {
    expect(missionsOf(text)).toContain(mission)
  })
})

describe('duties of other people', () => {
  it.each([
    ['Tu travailles avec les équipes SEO, influence et RP.'],
    ['En lien avec le pôle influence et le community manager.'],
    ['Working with our PR and paid media teams.'],
    ['Working with our PR, SEO and paid media teams.'],
    ['Vous serez encadré par le responsable SEO.'],
    ['Vous reporterez au responsable SEO et relations presse.'],
    ["Une agence d'influence et de relations presse, au bord du canal."],
    ['The PR agency behind an influencer marketing software.'],
  ])('are not asked: %s', (text) => {
    expect(missionsOf(text)).toEqual([])
  })

  it.each([
    ['Reporting et animation de la communauté.', 'animation'],
    ['Appui à la gestion du site internet.', 'website'],
    ['Encadrer deux stagiaires et animer la communauté.', 'animation'],
    ['Collaborer à la rédaction des articles de blog.', 'writing'],
    ['Accompagner les collaborateurs et animer la communauté.', 'animation'],
    ['Assurer la supervision et le suivi des relations presse.', 'press'],
    ['En lien avec les équipes, rédiger les articles, animer la communauté et publier les posts.', 'publication'],
    ['En lien avec les équipes marketing, rédiger, animer et publier les posts.', 'publication'],
  ])('do not swallow what is asked: « %s » asks %s', (text, mission) => {
    expect(missionsOf(text)).toContain(mission)
  })

  it.each([
    ['avec |les équipes SEO, influence et RP| pour lancer la saison', true],
    ['with |our PR, SEO and paid media teams| every week', true],
    ['avec |les équipes, rédiger et publier les posts', false],
    ['avec |les équipes marketing, rédiger, animer et publier les posts', false],
    ["avec |l'équipe SEO, puis animer la communauté", false],
  ])('a list of departments ends where it ends: %s', (marked, isList) => {
    const [before = '', list = '', behind = ''] = marked.split('|')
    expect(endOfColleagues(before + list + behind, before.length)).toBe(before.length + (isList ? list.length : 0))
  })

  it('reads a hostile list in time', () => {
    const text = 'côtés, '.repeat(20_000)
    const start = performance.now()
    readingOf(text)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe("a school's course", () => {
  it.each([
    ['Au programme : cours de SEO, SEA, vidéo, relations presse.'],
    ['Bachelor Communication : vous apprendrez à rédiger des articles, à gérer les relations presse et le SEO.'],
    ['Modules de formation :\n- SEO et SEA\n- Relations presse\n- WordPress'],
    ['La formation comprend\n- Le référencement naturel\n- La publicité en ligne'],
  ])('holds neither duties nor tools: %s', (text) => {
    const { missions, tools } = readingOf(text)
    expect([...missions, ...tools]).toEqual([])
  })

  it('ends where the job is told', () => {
    const text = 'Modules de formation :\n- SEO et SEA\n- Relations presse\nVos missions\n- Animer la communauté'
    expect(missionsOf(text)).toEqual(['animation'])
  })
})

describe('wishes', () => {
  it.each([
    ['Vos plus beaux posts seront les nôtres : rédiger les articles', false],
    ['Le SEO serait un plus', true],
    ['SEO : un vrai plus', true],
    ['SEO nice to have', true],
    ['Vos atouts : SEO', false],
  ])('lower what they touch, and the word « plus » alone does not: %s', (text, isWish) => {
    const { missions } = readingOf(`Vos missions :\n- ${text}`)
    expect(missions.length === 0).toBe(isWish)
  })
})
