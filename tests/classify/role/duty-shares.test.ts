import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '../../../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { ContentReader } from '../../../src/classify/missions/content-reader.ts'
import { DUTY_SHARES, dutyShares } from '../../../src/classify/role/duty-shares.ts'

const { lexicon } = loadProfiles(resolve(import.meta.dirname, '../../../profiles'))
const reader = new ContentReader(compileLexicon(lexicon))

function share(name: (typeof DUTY_SHARES)[number], duties: readonly string[]): number {
  const text = `Vos missions\n${duties.map((duty) => `- ${duty}`).join('\n')}`
  return dutyShares(reader.read(text))[DUTY_SHARES.indexOf(name)] ?? 0
}

/** True when three times the same duty makes the whole list social. The heading is a sentence of one word. */
function isSocial(duty: string): boolean {
  return share('social-share', [duty, duty, duty]) > 0.7
}

describe('dutyShares', () => {
  it.each([
    'Rédaction de posts adaptés à chaque réseau',
    'Réponse aux commentaires et aux avis',
    'Animer les réseaux sociaux de la marque',
    'Définir les stratégies social media des clients',
    'Tenir le planning éditorial',
    'Modérer les messages privés',
    'Animation de communautés en ligne',
    'Tourner des reels et des stories',
  ])('« %s » is a duty of the trade', (duty) => {
    expect(isSocial(duty)).toBe(true)
  })

  it.each([
    'Administrer les réseaux informatiques et télécoms',
    'Développer un réseau de partenaires locaux',
    'Concevoir des réseaux électriques basse tension',
    'Améliorer la satisfaction des utilisateurs internes',
    'Suivre la même procédure avec un réel soin',
    'Encadrer le community manager',
    'Négocier les contrats des influenceurs',
    'Be a good team member',
  ])('« %s » is none', (duty) => {
    expect(share('social-share', [duty, duty, duty])).toBe(0)
  })

  it('counts a duty of two trades for half', () => {
    const mixed = 'Mettre à jour le site internet et les réseaux sociaux'
    const whole = 'Animer les réseaux sociaux'
    expect(share('social-share', [mixed, mixed, mixed])).toBeCloseTo(share('social-share', [whole, whole, whole]) / 2)
  })
})
