import type { AdLine } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { cleanForeignText, foreign, safeUrl } from './foreign-text.ts'
import { formatDate } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

const MOST_EXCERPT = 200

/** An excerpt cut into plain and marked pieces, at most 200 characters in all; overlapping marks are merged. */
export function excerptPieces(
  excerpt: AdLine['excerpts'][number],
): readonly { readonly text: string; readonly marked: boolean }[] {
  const text = excerpt.text.slice(0, MOST_EXCERPT)
  const marks = [...excerpt.marks].sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: { text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of marks) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces.map((piece) => ({ ...piece, text: cleanForeignText(piece.text) }))
}

function excerptMarkup(excerpt: AdLine['excerpts'][number]): Markup {
  return html`<blockquote><bdi>${excerptPieces(excerpt).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}</bdi></blockquote>`
}

/** One ad as the page reproduces it. */
export function adEntry(page: Page, ad: AdLine, anchor: string): Markup {
  const { words, lang } = page
  const url = safeUrl(ad.url)
  const facts = [
    ad.employer !== null && foreign(ad.employer, 60),
    ad.place !== null && foreign(ad.place, 60),
    ad.pay !== null && foreign(ad.pay, 60),
    foreign(ad.source, 40),
    ad.firstSeenOn !== null && fill(words.adSeen, { date: formatDate(ad.firstSeenOn, lang) }),
  ].filter((fact) => fact !== false)
  return html`<li id="${anchor}"><p class="ad-title"><b>${foreign(ad.title === '' ? words.untitled : ad.title, 120)}</b>${url !== null && html` <a href="${url}" rel="noreferrer nofollow">${words.adOriginal}</a>`}</p><p class="ad-facts">${facts.map((fact, index) => html`${index > 0 && ' · '}${fact}`)} · ${words.titleRole} ${words.rolesShort[ad.titleRole]}, ${words.contentRole} ${words.rolesShort[ad.role]}</p>${ad.excerpts.map(excerptMarkup)}</li>`
}

/** The ads cited, each once, where the drill-downs of all claims lead. */
export function sectionAds(page: Page, choice: AdChoice): Markup {
  const { words } = page
  const entries = [...choice.anchors].map(([id, anchor]) => {
    const ad = page.ads.get(id)
    return ad === undefined ? null : adEntry(page, ad, anchor)
  })
  return html`<section id="ads" aria-labelledby="ads-h"><h2 id="ads-h">${words.ads}</h2>${entries.length === 0 ? html`<p class="none">${words.adsNone}</p>` : html`<p class="intro">${words.adsIntro}</p><ol class="ads">${entries}</ol>`}</section>`
}
