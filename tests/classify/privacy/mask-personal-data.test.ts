import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPersonalData } from '../../../src/classify/privacy/mask-personal-data.ts'
import { maskPosting } from '../../../src/classify/privacy/mask-posting.ts'
import { EMPTY_POSTING, type PostingDraft } from '../../../src/domain/posting.ts'
import { looksPersonal, type Planted } from './planted.ts'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/privacy')
const readLines = <Line>(file: string): readonly Line[] =>
  readFileSync(join(FIXTURES, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

const planted = readLines<Planted>('planted.jsonl')
const lookAlikes = readLines<{ readonly text: string }>('look-alikes.jsonl')
const around = (text: string) => `Rejoignez-nous. ${text}\nVous aimez écrire.`

describe('maskPersonalData', () => {
  it('is tried on forty addresses, numbers and names each, and two hundred look-alikes', () => {
    for (const kind of ['e-mail', 'phone', 'name']) {
      expect(planted.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(40)
    }
    expect(lookAlikes.length).toBeGreaterThanOrEqual(200)
  })

  it.each(planted)('masks $text', (one) => {
    for (const text of [one.text, around(one.text)]) {
      const masked = maskPersonalData(text)
      expect(looksPersonal(masked, one), masked).toBe(false)
      expect(maskPersonalData(masked)).toBe(masked)
    }
  })

  it.each(lookAlikes)('leaves $text', ({ text }) => {
    expect(maskPersonalData(text)).toBe(text)
    expect(maskPersonalData(around(text))).toBe(around(text))
  })

  it('changes nothing the second time, whatever the text', () => {
    const words = fc.constantFrom(
      ...planted.map(({ text }) => text),
      ...lookAlikes.map(({ text }) => text),
      'Contact :',
      'M.',
      '@',
      '06',
      '+33',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 8 }), (parts) => {
        const once = maskPersonalData(parts.join(' '))
        expect(maskPersonalData(once)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to the text, also for texts made to trap it', () => {
    const traps = [
      'a.'.repeat(20_000),
      '06 '.repeat(20_000),
      'Contact Jean '.repeat(8_000),
      '@'.repeat(40_000),
      `${'Aa '.repeat(20_000)}, DRH`,
    ]
    const started = performance.now()
    for (const trap of traps) maskPersonalData(trap)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('maskPosting', () => {
  const fields = Object.keys({
    ...EMPTY_POSTING,
    extId: '',
    title: '',
    description: '',
  }) as readonly (keyof PostingDraft)[]

  it.each(planted)('masks $text in every field', (one) => {
    const filled = Object.fromEntries(
      fields.map((field) => [field, typeof EMPTY_POSTING[field as 'url'] === 'boolean' ? false : one.text]),
    )
    const draft = {
      ...filled,
      baseSalary: { min: 1, max: 2, unitText: one.text, currency: 'EUR' },
      isRemote: null,
      isTruncated: false,
      totalJobOpenings: null,
      datePosted: null,
      validThrough: null,
      // Digits of addresses and references are no phone numbers, words in them no names.
      ...(one.kind === 'e-mail' ? {} : { url: null, extId: 'a-1' }),
    } as unknown as PostingDraft
    for (const [field, value] of Object.entries(maskPosting(draft))) {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      expect(looksPersonal(text, one), `${field}: ${text}`).toBe(false)
    }
  })

  it('keeps the references of two postings apart, the same every night', () => {
    const draft = (extId: string): PostingDraft => ({
      ...EMPTY_POSTING,
      extId,
      title: 'CM',
      description: 'Vous animez.',
    })
    const first = maskPosting(draft('job-julie.perrin@dorval.example')).extId
    expect(first).toBe(maskPosting(draft('job-julie.perrin@dorval.example')).extId)
    expect(first).not.toBe(maskPosting(draft('job-paul.petit@dorval.example')).extId)
    expect(maskPosting(draft('0612345678')).extId).toBe('0612345678')
  })
})
