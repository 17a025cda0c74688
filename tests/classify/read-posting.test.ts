import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfiles } from '../../src/classify/lexicon/load-profiles.ts'
import { createReader } from '../../src/classify/read-posting.ts'
import type { ReadInput } from '../../src/domain/reading.ts'
import { sharedPath } from '../shared-folder.ts'

const ADS = sharedPath('data/ads.jsonl')
const profiles = loadProfiles(resolve(import.meta.dirname, '../../profiles'))
const read = createReader(profiles)

function ad(title: string, description: string): ReadInput {
  return { id: '1', title, description, company: null, contract: null, salary: null, location: null, date: null }
}

const WATCH = `Vos missions :
- Animer nos communautés sur Facebook et Instagram
- Rédiger les posts et tenir le calendrier éditorial
- Modérer les commentaires et répondre aux messages des abonnés
- Suivre les statistiques et préparer un reporting mensuel
Votre profil : vous maîtrisez Canva, vous êtes créatif(ve) et organisé(e), et vous aimez raconter des histoires qui donnent
envie de passer la porte de notre boutique.`

describe('createReader', () => {
  it('reads missions, tools, platforms and skills with their words', () => {
    const reading = read(ad('Community Manager (H/F)', WATCH))
    expect(reading.titleRole).toBe('cm')
    expect(reading.role).toBe('cm')
    expect(reading.missions).toEqual(['animation', 'moderation', 'publication', 'writing', 'visual', 'performance'])
    expect(reading.platforms).toEqual(['facebook', 'instagram'])
    expect(reading.tools).toContain('canva')
    expect(reading.skills).toEqual(
      expect.arrayContaining(['calendar', 'creativity', 'monthly-reporting', 'organisation']),
    )
    expect(reading.language).toBe('fr')
  })

  it('takes the title for a text of fewer than 40 words and is not sure', () => {
    const reading = read(ad('Social Media Manager', 'CDI à Nantes, poste à pourvoir.'))
    expect(reading).toMatchObject({ role: 'smm', titleRole: 'smm', roleSure: false })
  })

  it.skipIf(ADS === null)('quotes every reading of 3,000 real ads word for word', () => {
    for (const line of readFileSync(String(ADS), 'utf8').split('\n')) {
      if (line === '') continue
      const input = JSON.parse(line) as ReadInput
      const reading = read(input)
      for (const { field, start, end, quoted } of reading.evidence) {
        const text = field === 'title' ? input.title : input.description
        expect(text.slice(start, end)).toBe(quoted)
        expect(quoted).not.toBe('')
      }
      for (const mission of reading.missions) {
        expect(reading.evidence.some((words) => words.reading === `mission:${mission}`)).toBe(true)
      }
    }
  })
})
