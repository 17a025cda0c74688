import type { Feature } from '../../domain/claim.ts'
import type { AdLine, ClaimVerdict } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { excerptMarkup } from './excerpt.ts'
import { foreign } from './foreign-text.ts'
import { formatNumber } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup, NOTHING } from './markup.ts'
import type { Page } from './page.ts'

function codesOf(feature: Feature): readonly string[] {
  if (typeof feature === 'string') return [feature]
  if ('all' in feature) return feature.all.flatMap(codesOf)
  if ('any' in feature) return feature.any.flatMap(codesOf)
  return []
}

/** Readings whose words a claim rests on: the features of its measure, or pay. */
export function readingsBehind({ claim }: ClaimVerdict): ReadonlySet<string> {
  if (claim.test.testable === 'no') return new Set()
  const { measure } = claim.test
  if (!('of' in measure)) return new Set()
  const of: Feature | readonly Feature[] = measure.of
  const codes = Array.isArray(of) ? of.flatMap(codesOf) : codesOf(of as Feature)
  return new Set(codes.map((code) => (code.startsWith('pay') || code === 'day-rate' ? 'salary' : code)))
}

function excerptFor(ad: AdLine, readings: ReadonlySet<string>): Markup {
  const fitting = ad.excerpts.find(({ marks }) => marks.some(({ reading }) => readings.has(reading)))
  const excerpt = fitting ?? ad.excerpts[0]
  return excerpt === undefined ? NOTHING : excerptMarkup(excerpt)
}

function namedAd(page: Page, ad: AdLine, anchor: string | undefined, quote: Markup): Markup {
  const title = foreign(ad.title.trim() === '' ? page.words.untitled : ad.title, 70)
  return html`<li><a href="#${anchor}">${title}</a>${ad.employer !== null && html` <span>${foreign(ad.employer, 40)}</span>`}${quote}</li>`
}

/** The ads behind a verdict: the first with the words that counted, more by name, the rest by number. */
export function claimAds(page: Page, line: ClaimVerdict, choice: AdChoice): Markup | null {
  if (line.adCount === 0) return null
  const { words, lang } = page
  const namedEnd = choice.quoted + choice.named
  const shown = line.adIds
    .flatMap((id) => (choice.anchors.has(id) ? (page.ads.get(id) ?? []) : []))
    .slice(0, namedEnd + choice.numbered)
  const readings = readingsBehind(line)
  const count =
    shown.length >= line.adCount
      ? words.adsShownAll
      : fill(words.adsShown, { shown: formatNumber(shown.length, lang), total: formatNumber(line.adCount, lang) })
  const item = (ad: AdLine, quote: Markup) => namedAd(page, ad, choice.anchors.get(ad.id), quote)
  const quoted = shown.slice(0, choice.quoted).map((ad) => item(ad, excerptFor(ad, readings)))
  const named = shown.slice(choice.quoted, namedEnd).map((ad) => item(ad, NOTHING))
  const numbered = shown.slice(namedEnd).map((ad) => {
    const anchor = choice.anchors.get(ad.id)
    return html`<a href="#${anchor}">${anchor?.slice(2)}</a> `
  })
  return html`<details class="drill"><summary>${words.adsBehind} <span class="count">${formatNumber(line.adCount, lang)}</span></summary><p class="n">${count}</p>${quoted.length > 0 && html`<ul class="quoted">${quoted}</ul>`}${named.length > 0 && html`<ul>${named}</ul>`}${numbered.length > 0 && html`<p class="rest">${words.adsMore} ${numbered}</p>`}</details>`
}
