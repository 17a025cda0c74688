import type { AdLine } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { excerptMarkup } from './excerpt.ts'
import { foreign, safeUrl } from './foreign-text.ts'
import { formatDate } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { sourceName } from './source-texts.ts'

// Claims an ad leads back to; an ad may stand behind a hundred.
const MOST_BACKLINKS = 4

/** One ad as the page reproduces it. */
export function adEntry(page: Page, ad: AdLine, anchor: string, claimIds: readonly string[]): Markup {
  const { words, lang } = page
  const url = safeUrl(ad.url)
  const facts = [
    ad.employer !== null && foreign(ad.employer, 60),
    ad.place !== null && foreign(ad.place, 60),
    ad.pay !== null && foreign(ad.pay, 60),
    html`<bdi>${sourceName(page, ad.source)}</bdi>`,
    ad.firstSeenOn !== null && fill(words.adSeen, { date: formatDate(ad.firstSeenOn, lang) }),
    fill(words.adRoles, { title: words.rolesShort[ad.titleRole], content: words.rolesShort[ad.role] }),
  ].filter((fact) => fact !== false)
  const title = foreign(ad.title.trim() === '' ? words.untitled : ad.title, 120)
  const link = url !== null && html` <a href="${url}" rel="noreferrer nofollow">${words.adOriginal}</a>`
  const back = claimIds.slice(0, MOST_BACKLINKS).map((id) => html` <a class="id" href="#${id}">${id}</a>`)
  return html`<li id="${anchor}"><p class="ad-title"><b>${title}</b>${link}</p><p class="ad-facts">${facts.map(
    (fact, index) => html`${index > 0 && ' · '}${fact}`,
  )}</p>${ad.excerpts.map(excerptMarkup)}${back.length > 0 && html`<p class="ad-facts">${words.adUsed}${back}${claimIds.length > MOST_BACKLINKS && ' …'}</p>`}</li>`
}

/** Ad id → claims it stands behind, in the order of the page. */
export function claimsByAd(page: Page): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, string[]>()
  for (const { claim, adIds } of page.model.verdicts) {
    for (const id of adIds) {
      const known = claims.get(id)
      if (known === undefined) claims.set(id, [claim.id])
      else known.push(claim.id)
    }
  }
  return claims
}

/** The ads cited, each once, where the drill-downs of all claims lead. */
export function sectionAds(page: Page, choice: AdChoice): Markup {
  const { words } = page
  const claims = claimsByAd(page)
  const entries = [...choice.anchors].map(([id, anchor]) => {
    const ad = page.ads.get(id)
    return ad === undefined ? null : adEntry(page, ad, anchor, claims.get(id) ?? [])
  })
  const body =
    entries.length === 0
      ? html`<p class="none">${words.adsNone}</p>`
      : html`<p class="intro">${words.adsIntro}</p><ol class="ads">${entries}</ol>`
  return html`<section id="ads" aria-labelledby="ads-h"><h2 id="ads-h">${words.ads}</h2>${body}<p class="on-paper">${words.adsOnPaper}</p></section>`
}
