import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../src/classify/text/normalise.ts'
import { sharedPath } from '../../shared-folder.ts'

const ADS = sharedPath('data/ads.jsonl')

describe('normalise', () => {
  it.each([
    ['Chargé(e) de communication', 'Chargé de communication'],
    ['chargé·e·s de projet', 'chargé de projet'],
    ['un.e animateur.rice motivé.e.s.', 'un animateur motivé.'],
    ['animateur/trice et rédacteur/rice', 'animateur et rédacteur'],
    ['Expérimenté-e dans le web', 'Expérimenté dans le web'],
    ['l’équipe d‘ici', "l'équipe d'ici"],
    ['35\u00a0000\u202f€', '35 000 €'],
    ['Pre\u0301sence', 'Présence'],
    ['Le posteLes challenges sont grands', 'Le poste\nLes challenges sont grands'],
    ['our social channelsPlan and create', 'our social channels\nPlan and create'],
    ['iPhone, eBay, eLearning, iGaming', 'iPhone, eBay, eLearning, iGaming'],
    ['LinkedIn, YouTube, TikTok, WordPress', 'LinkedIn, YouTube, TikTok, WordPress'],
    ['voir www.exemple.fr/e-mail', 'voir www.exemple.fr/e-mail'],
    ['e-réputation et e-mailing (H/F)', 'e-réputation et e-mailing (H/F)'],
    ['bien-être.Vous aimez', 'bien-être.\nVous aimez'],
    ['ligne 1\r\nligne 2', 'ligne 1\nligne 2'],
  ])('%j becomes %j', (original, text) => {
    expect(normalise(original).text).toBe(text)
  })

  it('leads every word back to the words as published', () => {
    const { text, original, toOriginal } = bound(normalise('Chargé(e) du poste\u0301e\u0301Les re\u0301seaux'))
    const start = text.indexOf('réseaux')
    expect(original.slice(toOriginal(start), toOriginal(start + 7))).toBe('re\u0301seaux')
    expect(original.slice(toOriginal(0), toOriginal(6))).toBe('Chargé(e)')
  })

  it('is monotone and keeps its ends on any text', () => {
    const signs = fc.constantFrom(
      'e',
      'É',
      '(e)',
      '·e',
      '.e',
      '\u0301',
      'Les',
      '’',
      '\u00a0',
      '\r\n',
      '😀',
      '/e',
      '-',
      'n',
    )
    fc.assert(
      fc.property(
        fc.array(signs).map((parts) => parts.join('')),
        (original) => {
          const normalised = normalise(original)
          let last = 0
          for (let index = 0; index <= normalised.text.length; index++) {
            const at = normalised.toOriginal(index)
            expect(at).toBeGreaterThanOrEqual(last)
            last = at
          }
          expect(last).toBe(original.length)
        },
      ),
    )
  })

  it.skipIf(ADS === null)('gives every kept character of real ads back', () => {
    for (const line of readFileSync(String(ADS), 'utf8').split('\n').slice(0, 300)) {
      if (line === '') continue
      const original = String((JSON.parse(line) as { description: string }).description)
      const normalised = normalise(original)
      for (const word of normalised.text.matchAll(/[a-z]{4,}/g)) {
        const words = original.slice(
          normalised.toOriginal(word.index),
          normalised.toOriginal(word.index + word[0].length),
        )
        expect(words.startsWith(word[0])).toBe(true)
      }
    }
  })
})

function bound(normalised: ReturnType<typeof normalise>) {
  return {
    ...normalised,
    text: normalised.text,
    original: normalised.original,
    toOriginal: (at: number) => normalised.toOriginal(at),
  }
}
