import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadProfiles } from '../../src/classify/lexicon/load-profiles.ts'
import { createReader } from '../../src/classify/read-posting.ts'
import type { ReadInput } from '../../src/domain/reading.ts'

const profiles = loadProfiles(resolve(import.meta.dirname, '../../profiles'))
const read = createReader(profiles)

function ad(description: string, title = 'Community manager'): ReadInput {
  return { id: 'x', title, description, company: null, contract: null, salary: null, location: null, date: null }
}

const DUTIES = 'Vous animez nos communautés sur les réseaux sociaux et rédigez les publications de la marque. '

const ODD: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['one word', 'Bonjour'],
  ['200 KB', DUTIES.repeat(2200)],
  ['all capitals', DUTIES.toUpperCase().repeat(10)],
  ['no line break', DUTIES.repeat(40).replaceAll('. ', '')],
  ['NFD', DUTIES.normalize('NFD').repeat(10)],
  ['emoji', `🚀🔥 ${DUTIES} 👩‍💻 ${'😀'.repeat(500)}`],
  ['mixed languages', `${DUTIES} You will moderate comments and write posts. `.repeat(8)],
  ['HTML remnants', `<p>${DUTIES}</p>&nbsp;<br/><ul><li>${DUTIES}</li></ul><script>x()</script>`.repeat(5)],
  ['700 KB of phrases that cancel one another', 'community manager '.repeat(40_000)],
  ['one long token', 'a'.repeat(200_000)],
  ['lone surrogates', '\ud83d animer \udc00 nos communautés \ud800'],
  ['dotted capital I', `İİİ ${DUTIES}`],
  ['only signs', '...!?;:,()[]•·—–'.repeat(300)],
]

describe('createReader on odd ads', () => {
  it.each(ODD)('%s: reads without an error and quotes word for word', (_, description) => {
    const reading = read(ad(description))
    for (const { field, start, end, quoted } of reading.evidence) {
      expect((field === 'title' ? 'Community manager' : description).slice(start, end)).toBe(quoted)
    }
    const sum = Object.values(reading.roleScores).reduce((total, score) => total + score, 0)
    expect(sum).toBeCloseTo(1, 9)
  })

  it('reads capitals, decomposed letters and missing breaks like the plain text', () => {
    const plain = read(ad(DUTIES.repeat(5))).missions
    expect(plain).toEqual(expect.arrayContaining(['animation', 'writing']))
    expect(read(ad(DUTIES.toUpperCase().repeat(5))).missions).toEqual(plain)
    expect(read(ad(DUTIES.normalize('NFD').repeat(5))).missions).toEqual(plain)
  })

  it('gives the same reading for the same ad, whatever was read in between and by whichever reader', () => {
    const input = ad(DUTIES.repeat(6))
    const first = JSON.stringify(read(input))
    for (const [, description] of ODD) read(ad(description))
    expect(JSON.stringify(read(input))).toBe(first)
    expect(JSON.stringify(createReader(loadProfiles(resolve(import.meta.dirname, '../../profiles')))(input))).toBe(
      first,
    )
  })

  it('never throws and always quotes on any text', () => {
    const words = fc.constantFrom(
      'animer',
      'nos',
      'communautés',
      'Instagram',
      '\n',
      'e\u0301',
      '(e)',
      '·e',
      'é',
      '😀',
      'Les',
      '.',
      'pas',
      'Ads',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary' }))),
        fc.string({ unit: 'binary' }),
        (parts, title) => {
          const input = ad(parts.join(' '), title)
          for (const { field, start, end, quoted } of read(input).evidence) {
            expect((field === 'title' ? title : input.description).slice(start, end)).toBe(quoted)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
