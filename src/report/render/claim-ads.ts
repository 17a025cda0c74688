import type { AdLine, ClaimVerdict } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { clipExcerpt, excerptMarkup } from './excerpt.ts'
import { foreign } from './foreign-text.ts'
import { formatNumber } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup, NOTHING } from './markup.ts'
import type { Page } from './page.ts'
import { excerptBehind, readingsBehind } from './readings-behind.ts'

// Around the words that counted; the entry of the ad shows the whole excerpt.
const MOST_CLIPPED = 130
const ROLE_READINGS = ['role', 'title-role', 'mismatch'] as const

function namedAd(page: Page, ad: AdLine, anchor: string | undefined, quote: Markup): Markup {
  const title = foreign(ad.title.trim() === '' ? page.words.untitled : ad.title, 70)
  return html`<li><a href="#${anchor}">${title}</a>${ad.employer !== null && html` <span>${foreign(ad.employer, 40)}</span>`}${quote}</li>`
}

/** The words of an ad a claim rests on; of a claim about title and content, what the two were read as. */
function quotation({ words }: Page, ad: AdLine, readings: ReadonlySet<string>): Markup {
  const excerpt = excerptBehind(ad, readings)
  if (excerpt !== null) return excerptMarkup(clipExcerpt(excerpt, MOST_CLIPPED))
  if (!ROLE_READINGS.some((reading) => readings.has(reading))) return NOTHING
  const roles = fill(words.adRoles, { title: words.rolesShort[ad.titleRole], content: words.rolesShort[ad.role] })
  return html` <span>(${roles})</span>`
}

/** The ads behind a verdict: the first with the words that counted for it, more by name, the rest by number. */
export function claimAds(page: Page, line: ClaimVerdict, choice: AdChoice): Markup | null {
  if (line.adCount === 0) return null
  const { words, lang } = page
  const namedEnd = choice.quoted + choice.named
  const readings = readingsBehind(line)
  const shown = line.adIds
    .flatMap((id) => (choice.anchors.has(id) ? (page.ads.get(id) ?? []) : []))
    .slice(0, namedEnd + choice.numbered)
  const count =
    shown.length >= line.adCount
      ? words.adsShownAll
      : fill(words.adsShown, { shown: formatNumber(shown.length, lang), total: formatNumber(line.adCount, lang) })
  const item = (ad: AdLine, quote: Markup) => namedAd(page, ad, choice.anchors.get(ad.id), quote)
  const quoted = shown.slice(0, choice.quoted).map((ad) => item(ad, quotation(page, ad, readings)))
  const named = shown.slice(choice.quoted, namedEnd).map((ad) => item(ad, NOTHING))
  const numbered = shown.slice(namedEnd).map((ad) => {
    const anchor = choice.anchors.get(ad.id)
    return html`<a href="#${anchor}">${anchor?.slice(2)}</a> `
  })
  return html`<details class="drill"><summary>${words.adsBehind} <span class="count">${formatNumber(line.adCount, lang)}</span></summary><p class="n">${count}</p>${quoted.length > 0 && html`<ul class="quoted">${quoted}</ul>`}${named.length > 0 && html`<ul>${named}</ul>`}${numbered.length > 0 && html`<p class="rest">${words.adsMore} ${numbered}</p>`}</details>`
}
