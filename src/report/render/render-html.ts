import type { ReportModel } from '../report-model.ts'
import { type AdChoice, chooseAds, NO_ADS } from './choose-ads.ts'
import { claimAds } from './claim-ads.ts'
import { formatDate } from './language/format-figures.ts'
import type { RenderOptions } from './language/lang.ts'
import { fill } from './language/words.ts'
import { html, Markup } from './markup.ts'
import { type Page, pageOf } from './page.ts'
import { adEntry, claimsByAd, sectionAds } from './section-ads.ts'
import { filterStyle, sectionBoard } from './section-board.ts'
import { sectionFlow, sectionPay, sectionProfile, sectionShares, sectionTrend } from './section-charts.ts'
import { sectionContradictions } from './section-contradictions.ts'
import { sectionMethod } from './section-method.ts'
import { masthead, sampleBanner, sectionOpening } from './section-opening.ts'
import { sectionSources } from './section-sources.ts'
import { STYLE } from './style/style.ts'
import { ICON_SHEET } from './verdict-badge.ts'

// The promise is 1.5 MB; what the page weighs without any ad is taken off, the rest is for ads.
const MOST_BYTES = 1_485_000

const NOT_IN_A_STRING = /["\\\n\r\f<]/g

// Even if a mark-up of an ad slipped through, nothing could run and nothing could be fetched.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

function adChoice(page: Page, options: RenderOptions): AdChoice {
  const claims = claimsByAd(page)
  const sizes = new Map(
    page.model.ads.map((ad) => {
      const entry = adEntry(page, ad, 'ad0000', claims.get(ad.id) ?? [])
      return [ad.id, Buffer.byteLength(entry.text)] as const
    }),
  )
  const bare = Buffer.byteLength(pageMarkup(page, NO_ADS, options).text)
  const drillDowns = (choice: AdChoice) =>
    page.model.verdicts.reduce((sum, line) => sum + Buffer.byteLength(claimAds(page, line, choice)?.text ?? ''), 0)
  const without = drillDowns(NO_ADS)
  const weights = { entries: sizes, drillDowns: (choice: AdChoice) => drillDowns(choice) - without }
  return chooseAds(page.model, weights, Math.max(0, MOST_BYTES - bare))
}

function contents(page: Page): Markup {
  const { words, model } = page
  const entries = [
    ['headlines', words.headlines],
    ['verdicts', words.board],
    ...(model.contradictions.length > 0 ? [['contradictions', words.contradictions] as const] : []),
    ['pay', words.pay],
    ['asked', words.shares],
    ['title-content', words.flow],
    ['profile', words.profile],
    ['trend', words.trend],
    ['sources', words.sources],
    ['method', words.method],
    ['ads', words.ads],
  ] as const
  return html`<nav class="contents" aria-label="${words.contents}"><ol>${entries.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ol></nav>`
}

/** The lines above every printed page: which snapshot this is, and that a sample is none of the market. */
function printStyle({ model, words, lang }: Page): string {
  const line = (text: string) => `content:"${text.replaceAll(NOT_IN_A_STRING, ' ')}"`
  const date = fill(words.snapshotOf, { date: formatDate(model.asOfDate, lang) })
  const sample = model.sampleData ? `@top-right{${line(words.sampleBanner)}}` : ''
  return `@media print{@page{@top-left{${line(`vigie · ${date}`)}}${sample}}@page:first{@top-left{content:none}@top-right{content:none}}}`
}

function pageMarkup(page: Page, choice: AdChoice, options: RenderOptions): Markup {
  const { model, words, lang } = page
  const style = new Markup(`${STYLE}\n${filterStyle(page)}\n${printStyle(page)}`)
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${words.title} – ${model.snapshotId}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${ICON_SHEET}
${sampleBanner(page)}
<div class="page">
${masthead(page, options.beside)}
<div class="columns">
${contents(page)}
<main id="main">
${sectionOpening(page)}
${sectionBoard(page, choice)}
${sectionContradictions(page)}
${sectionPay(page)}
${sectionShares(page)}
${sectionFlow(page)}
${sectionProfile(page)}
${sectionTrend(page)}
${sectionSources(page)}
${sectionMethod(page)}
${sectionAds(page, choice)}
</main>
</div>
<footer><p>${words.footer}</p></footer>
</div>
</body>
</html>
`
}

/**
 * The report as one HTML page: no script, no request, works from a file. Pure: the same model gives the same bytes.
 */
export function renderHtml(model: ReportModel, options: RenderOptions): string {
  const page = pageOf(model, options.lang)
  return pageMarkup(page, adChoice(page, options), options).text
}
