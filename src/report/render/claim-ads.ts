import type { AdLine, ClaimVerdict } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { excerptMarkup } from './excerpt.ts'
import { foreign } from './foreign-text.ts'
import { formatNumber } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup, NOTHING } from './markup.ts'
import type { Page } from './page.ts'
import { excerptBehind, readingsBehind } from './readings-behind.ts'

function namedAd(page: Page, ad: AdLine, anchor: string | undefined, quote: Markup): Markup {
  const title = foreign(ad.title.trim() === '' ? page.words.untitled : ad.title, 70)
  return html`<li><a href="#${anchor}">${title}</a>${ad.employer !== null && html` <span>${foreign(ad.employer, 40)}</span>`}${quote}</li>`
}

/** Ads that can be quoted for a claim come first, in their order. */
function quotedFirst(ads: readonly AdLine[], readings: ReadonlySet<string>): readonly AdLine[] {
  const fits = (ad: AdLine) => excerptBehind(ad, readings) !== null
  return [...ads.filter(fits), ...ads.filter((ad) => !fits(ad))]
}

function quotation(ad: AdLine, readings: ReadonlySet<string>): Markup {
  const excerpt = excerptBehind(ad, readings)
  return excerpt === null ? NOTHING : excerptMarkup(excerpt)
}

/** The ads behind a verdict: the first with the words that counted for it, more by name, the rest by number. */
export function claimAds(page: Page, line: ClaimVerdict, choice: AdChoice): Markup | null {
  if (line.adCount === 0) return null
  const { words, lang } = page
  const namedEnd = choice.quoted + choice.named
  const readings = readingsBehind(line)
  const reproduced = line.adIds.flatMap((id) => (choice.anchors.has(id) ? (page.ads.get(id) ?? []) : []))
  const shown = quotedFirst(reproduced, readings).slice(0, namedEnd + choice.numbered)
  const count =
    shown.length >= line.adCount
      ? words.adsShownAll
      : fill(words.adsShown, { shown: formatNumber(shown.length, lang), total: formatNumber(line.adCount, lang) })
  const item = (ad: AdLine, quote: Markup) => namedAd(page, ad, choice.anchors.get(ad.id), quote)
  const quoted = shown.slice(0, choice.quoted).map((ad) => item(ad, quotation(ad, readings)))
  const named = shown.slice(choice.quoted, namedEnd).map((ad) => item(ad, NOTHING))
  const numbered = shown.slice(namedEnd).map((ad) => {
    const anchor = choice.anchors.get(ad.id)
    return html`<a href="#${anchor}">${anchor?.slice(2)}</a> `
  })
  return html`<details class="drill"><summary>${words.adsBehind} <span class="count">${formatNumber(line.adCount, lang)}</span></summary><p class="n">${count}</p>${quoted.length > 0 && html`<ul class="quoted">${quoted}</ul>`}${named.length > 0 && html`<ul>${named}</ul>`}${numbered.length > 0 && html`<p class="rest">${words.adsMore} ${numbered}</p>`}</details>`
}
