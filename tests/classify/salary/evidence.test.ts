import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/classify/salary/fold-text.ts'
import type { ReadInput } from '../../../src/domain/reading.ts'
import { readAttributes, readInput, readSalary } from './readers.ts'

// Pieces of ads with everything that moves offsets: decomposed accents, lost line breaks, emoji, broken euro signs.
const PIECES = fc.constantFrom(
  'Re\u0301mune\u0301ration : 30\u202f000 € à 35\u00a0000 € brut annuel',
  'Salaire : 2 100 \u00e2\u201a\u00ac brut mensuel',
  'Bac+3 à Bac+5 en communicationVous avez 3 à 5 ans d’expérience',
  'Contrat d’apprentissage de 12 mois, temps plein',
  '🚀 Rattaché·e à la direction marketing',
  'Télétravail : 2 jours par semaine',
  'PROFILFormation supérieure, débutant accepté',
  'Vous managez une équipe de 4 personnes et gérez un budget de 40 000 €',
  'Nous sommes une agence de communication de 45 collaborateurs',
  'LinkedIn, YouTube et TikTok',
  '\u0301\u0301 é\u0300',
  '\n',
  '   ',
)
const texts = fc
  .array(fc.oneof(PIECES, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 14 })
  .map((pieces) => pieces.join(' '))

describe('evidence', () => {
  it('quotes the field as given, whatever the text', () => {
    fc.assert(
      fc.property(texts, texts, texts, (title, description, salary) => {
        const input = readInput({ title, description, salary, location: '69003 Lyon', contract: 'CDD - 12 Mois' })
        const { attributes, evidence } = readAttributes(input)
        const pay = readSalary(input, attributes.contract)
        for (const { field, start, end, quoted } of [...evidence, ...pay.evidence]) {
          expect((input[field as keyof ReadInput] as string).slice(start, end)).toBe(quoted)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('maps every offset of a folded text into the original, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldText(text)
        let before = 0
        for (let offset = 0; offset <= folded.text.length; offset++) {
          const at = folded.toOriginal(offset)
          expect(at).toBeGreaterThanOrEqual(before)
          expect(at).toBeLessThanOrEqual(text.length)
          before = at
        }
        expect(folded.toOriginal(folded.text.length)).toBe(text.length)
      }),
      { numRuns: 500 },
    )
  })
})
