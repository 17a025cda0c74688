import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseGoldAds } from '../../../src/classify/eval/gold-ad.ts'
import { compileLexicon } from '../../../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { TitleReader } from '../../../src/classify/role/read-title-role.ts'
import { sharedPath } from '../../shared-folder.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const titles = new TitleReader(compileLexicon(loadProfiles(resolve(ROOT, 'profiles')).lexicon))
const REAL = sharedPath('gold/ads.dev.jsonl')

describe('TitleReader', () => {
  it.each([
    ['Community Manager H/F', 'cm'],
    ['COMMUNITY MANAGER (F/H) - CDI', 'cm'],
    ['Stage - Community management', 'cm'],
    ['Animateur·rice de communautés', 'cm'],
    ['Chargé(e) de communication et réseaux sociaux', 'cm'],
    ['Gestionnaire de communauté en ligne', 'cm'],
    ['Social Media Officer', 'cm'],
    ['Social Media Manager (H/F)', 'smm'],
    ['Responsable réseaux sociaux', 'smm'],
    ['Responsable Social Média', 'smm'],
    ['Head of Social Media', 'smm'],
    ['Social media strategist', 'smm'],
    ['Community Manager / Social Media Manager', 'hybrid'],
    ['Social Media & Community Manager', 'hybrid'],
    ['Alternance - Social Media Manager', 'smm'],
    ['Stagiaire social media strategist', 'smm'],
    ['Alternant(e) Responsable réseaux sociaux', 'smm'],
    ['Community manager (réseaux sociaux)', 'cm'],
    ['Stage réseaux sociaux', 'cm'],
    ['Chargé de communication', 'other'],
    ['Travailleur social', 'other'],
    ['Assistante sociale', 'other'],
    ['Formateur community management', 'other'],
    ['Chargé de mission communauté de communes', 'other'],
    ['Responsable réseaux et télécoms', 'other'],
    ['', 'other'],
  ])('%s → %s', (title, role) => {
    expect(titles.read(title).role).toBe(role)
  })

  it('points at the words that name the job', () => {
    const title = 'CDI – Animateur(rice) de communauté'
    const { spans } = titles.read(title)
    expect(spans.map(({ start, end }) => title.slice(start, end))).toEqual(['Animateur(rice) de communauté'])
  })

  it('reads at least 95 % of the labelled titles of the project', () => {
    expect(accuracy(resolve(ROOT, 'fixtures/gold/ads.jsonl'))).toBeGreaterThanOrEqual(0.95)
  })

  it.skipIf(REAL === null)('reads at least 95 % of the labelled titles of real ads', () => {
    expect(accuracy(String(REAL))).toBeGreaterThanOrEqual(0.95)
  })
})

function accuracy(path: string): number {
  const labelled = parseGoldAds(readFileSync(path, 'utf8')).filter(({ labels }) => labels.title_role !== null)
  return labelled.filter(({ title, labels }) => titles.read(title).role === labels.title_role).length / labelled.length
}
