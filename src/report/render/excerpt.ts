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

/** An excerpt with the words that counted underlined. */
export function excerptMarkup(excerpt: Excerpt): Markup {
  const pieces = excerptPieces(excerpt).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))
  return html`<blockquote><bdi>${pieces}</bdi></blockquote>`
}
