import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/claim.ts'
import { excerptsOf } from '../../../src/report/judge/excerpts-of.ts'
import { shareOutQuotes } from '../../../src/report/judge/share-out-quotes.ts'
import type { AdRecord } from '../../../src/store/statistics/read-ads.ts'

const FILLER = 'et bien d’autres choses encore, que nul ne lit ici, '.repeat(6)
const TEXT = `Vous animez les pages et rédigez les textes. ${FILLER}Vous faites du référencement. ${FILLER}Vous tenez le budget.`

function evidence(reading: string, words: string) {
  return { reading, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }
}

const EVIDENCE = [
  evidence('mission:animation', 'animez les pages'),
  evidence('mission:writing', 'rédigez les textes'),
  evidence('mission:seo', 'référencement'),
  evidence('mission:budget', 'budget'),
]

function claimOf(id: string, of: string): { readonly claim: Claim } {
  const test = { testable: 'yes', measure: { kind: 'share', of } }
  return { claim: { id, test } as Claim }
}

const record = (vacancyId: number): AdRecord =>
  ({ vacancyId, description: TEXT, evidence: EVIDENCE }) as unknown as AdRecord

describe('excerptsOf', () => {
  it('shows the stretch in which most was read, and beside it what is asked for', () => {
    expect(excerptsOf(TEXT, EVIDENCE)).toHaveLength(1)
    const [best, short] = excerptsOf(TEXT, EVIDENCE, ['mission:budget'])
    expect(short?.marks.map(({ start, end }) => short.text.slice(start, end))).toEqual(['budget'])
    expect(best?.marks.map(({ reading }) => reading)).toEqual(['mission:animation', 'mission:writing'])
  })

  it('shows at most 200 characters of an ad, however much is asked for', () => {
    const readings = EVIDENCE.map(({ reading }) => reading)
    const shown = excerptsOf(TEXT, EVIDENCE, readings)
    expect(shown.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(200)
  })

  it('drops the halves of words at both ends and says that there is more', () => {
    const text = `Le recrutement et management de l’équipe ${'mot '.repeat(60)}chaque jour`
    const start = text.indexOf('management')
    const [opened] = excerptsOf(text, [{ reading: 'mission:team', start, end: start + 22 }])
    expect(opened?.text).toMatch(/management de l’équipe .* mot…$/)
    expect(opened?.marks.map((one) => opened.text.slice(one.start, one.end))).toEqual(['management de l’équipe'])
  })

  it.each([
    ['Vous filmez.', 5, 11],
    ['filmez et montez.', 0, 6],
  ])('leaves a text that begins and ends by itself: %s', (text, start, end) => {
    const place = { reading: 'mission:video', start, end }
    expect(excerptsOf(text, [place])).toEqual([{ text, marks: [place] }])
  })

  it('cuts no word, says the same words once, and marks what it marked in the text', () => {
    const words = fc.array(fc.constantFrom('animer', 'la', 'communauté', 'des', 'marques,', '\n', 'références'), {
      minLength: 1,
      maxLength: 120,
    })
    const places = fc.array(fc.tuple(fc.nat(119), fc.integer({ min: 1, max: 4 })), { maxLength: 6 })
    fc.assert(
      fc.property(words, places, (chosen, numbers) => {
        const text = chosen.join(' ')
        const starts = chosen.map((_, index) => chosen.slice(0, index).join(' ').length + (index === 0 ? 0 : 1))
        const marked = numbers.flatMap(([at, length], index) => {
          const last = Math.min(chosen.length, at + length) - 1
          const start = starts[at]
          if (start === undefined) return []
          return [{ reading: `r${index}`, start, end: (starts[last] ?? 0) + (chosen[last] ?? '').length }]
        })
        const excerpts = excerptsOf(text, marked, ['r0', 'r1', 'r2'])
        let behind = 0
        for (const excerpt of excerpts) {
          const bare = excerpt.text.replaceAll('…', '')
          const at = text.indexOf(bare, behind)
          expect(at).toBeGreaterThanOrEqual(behind)
          expect(at === 0 || /\s/.test(text.charAt(at - 1)), 'begins with a word').toBe(true)
          expect(/^\s|^$/.test(text.charAt(at + bare.length)), 'ends with a word').toBe(true)
          behind = at + bare.length
          for (const { reading, start, end } of excerpt.marks) {
            const place = marked.find((one) => one.reading === reading)
            expect(excerpt.text.slice(start, end)).toBe(text.slice(place?.start, place?.end))
          }
        }
        expect(excerpts.reduce((sum, each) => sum + each.text.length, 0)).toBeLessThanOrEqual(200)
      }),
    )
  })
})

describe('shareOutQuotes', () => {
  it('gives every claim two ads that quote its words, where the ads have them', () => {
    const judged = ['animation', 'seo', 'budget', 'video'].map((code) => claimOf(code, `mission:${code}`))
    const records = [1, 2, 3].map(record)
    const ads = new Map(judged.map(({ claim }) => [claim.id, { vacancyIds: [1, 2, 3], count: 3 }]))
    const shown = shareOutQuotes(records, judged, ads)
    const quoting = (reading: string) =>
      [...shown.values()].filter((excerpts) =>
        excerpts.some(({ marks }) => marks.some((mark) => mark.reading === reading)),
      ).length
    expect(['animation', 'seo', 'budget'].map((code) => quoting(`mission:${code}`) >= 2)).toEqual([true, true, true])
    expect(quoting('mission:video')).toBe(0)
  })
})
