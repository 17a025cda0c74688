import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipExcerpt, excerptMarkup, excerptPieces } from '../../../src/report/render/excerpt.ts'

const mark = (start: number, end: number) => ({ reading: 'mission:video', start, end })
const TEXT =
  'Vous animez nos pages. Vous tournez et montez de courtes vidéos (Reels, TikTok, Shorts). Vous répondez aux avis et vous mettez en place un calendrier.'

describe('excerptPieces', () => {
  it('cuts a text into plain and marked pieces, overlapping marks as one', () => {
    expect(excerptPieces({ text: 'abcdef', marks: [mark(1, 3), mark(2, 4)] })).toEqual([
      { text: 'a', marked: false },
      { text: 'bc', marked: true },
      { text: 'd', marked: true },
      { text: 'ef', marked: false },
    ])
  })
})

describe('clipExcerpt', () => {
  it('keeps whole words around the first mark, and says where it was cut', () => {
    const at = TEXT.indexOf('vidéos')
    const clipped = clipExcerpt({ text: TEXT, marks: [mark(at, at + 6), mark(140, 149)] }, 60)
    expect(excerptMarkup(clipped).text).toBe(
      '<blockquote><bdi>…et montez de courtes <mark>vidéos</mark> (Reels, TikTok, Shorts). Vous…</bdi></blockquote>',
    )
  })

  it('leaves a short text and a text without marks as they are', () => {
    expect(clipExcerpt({ text: 'court', marks: [mark(0, 5)] }, 60).text).toBe('court')
    expect(clipExcerpt({ text: TEXT, marks: [] }, 60).text).toBe(TEXT)
  })

  it('never moves a mark off its words, nor cuts the first', () => {
    const places = fc.array(fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(places, fc.integer({ min: 20, max: 120 }), (drawn, most) => {
        const marks = drawn.map(([start, length]) => mark(start, Math.min(TEXT.length, start + length)))
        const first = [...marks].sort((a, b) => a.start - b.start)[0] ?? mark(0, 0)
        const { text, marks: moved } = clipExcerpt({ text: TEXT, marks }, most)
        const words = moved.map(({ start, end }) => text.slice(start, end))
        expect(words[0]).toBe(TEXT.slice(first.start, first.end))
        for (const each of words) expect(TEXT.includes(each)).toBe(true)
        expect(text.length).toBeLessThanOrEqual(Math.max(most, first.end - first.start) + 2)
      }),
    )
  })
})
