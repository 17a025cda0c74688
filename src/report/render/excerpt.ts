import type { AdLine } from '../report-model.ts'
import { cleanForeignText } from './foreign-text.ts'
import { html, type Markup } from './markup.ts'

/** What a report may quote of an ad, characters. */
export const MOST_QUOTED = 200

type Excerpt = AdLine['excerpts'][number]

/** An excerpt cut into plain and marked pieces, at most 200 characters in all; overlapping marks are merged. */
export function excerptPieces(excerpt: Excerpt): readonly { readonly text: string; readonly marked: boolean }[] {
  const text = excerpt.text.slice(0, MOST_QUOTED)
  const marks = [...excerpt.marks].sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: { text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of marks) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (!(to > from)) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces.map((piece) => ({ ...piece, text: cleanForeignText(piece.text) }))
}

/** Where `text` may be cut near `at` without cutting a word, no further than `limit`. */
function cutAfter(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at)
  return at === 0 ? 0 : space >= 0 && space < limit ? space + 1 : at
}

function cutBefore(text: string, at: number, limit: number): number {
  const space = text.lastIndexOf(' ', at)
  return at >= text.length ? text.length : space > limit ? space : at
}

/** The part of an excerpt around its first marks, of about `most` characters, with an ellipsis where it was cut. */
export function clipExcerpt(excerpt: Excerpt, most: number): Excerpt {
  const text = excerpt.text.slice(0, MOST_QUOTED)
  const marks = [...excerpt.marks].sort((a, b) => a.start - b.start)
  const [first] = marks
  if (text.length <= most || first === undefined) return { text, marks }
  const low = Math.max(0, first.start)
  const inside = marks.filter(({ end }) => end <= Math.max(first.end, low + most))
  const high = Math.min(text.length, Math.max(...inside.map(({ end }) => end)))
  const wanted = Math.max(0, Math.min(low - Math.floor((most - (high - low)) / 2), text.length - most))
  const from = cutAfter(text, Math.min(wanted, low), low)
  const to = cutBefore(text, Math.max(high, from + most), high)
  const head = from > 0 ? '…' : ''
  return {
    text: `${head}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: inside.map((mark) => ({
      ...mark,
      start: mark.start - from + head.length,
      end: Math.min(mark.end, to) - from + head.length,
    })),
  }
}

/** An excerpt with the words that counted underlined. */
export function excerptMarkup(excerpt: Excerpt): Markup {
  const pieces = excerptPieces(excerpt).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))
  return html`<blockquote><bdi>${pieces}</bdi></blockquote>`
}
