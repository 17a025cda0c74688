import type { Caveat } from '../../domain/caveat.ts'
import { describeBand, drawInterval } from '../charts/interval-chart.ts'
import type { ClaimVerdict } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { claimAds } from './claim-ads.ts'
import { claimData, estimateText, intervalText, runTable, sampleText, shownEstimate } from './claim-figures.ts'
import { csvLink } from './figure-block.ts'
import { formatEuros } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import { articleName, type Page } from './page.ts'
import { topicAnchor } from './section-contradictions.ts'
import { verdictBadge } from './verdict-badge.ts'

const MINI_WIDTH = 300
// Named beside a claim; the topic shows all versions side by side.
const VERSIONS_NAMED = 3

// Said once for the whole page by the banner.
const SAID_ABOVE: ReadonlySet<Caveat> = new Set(['sample-data', 'fragile'])

function measure(page: Page, line: ClaimVerdict): Markup | null {
  const estimate = shownEstimate(line)
  if (estimate === null) return null
  const { words } = page
  const chart = drawInterval(line, { ...page, width: MINI_WIDTH })
  const expected = describeBand(line.band, estimate.unit, page)
  const figure = html`<p class="reads"><b>${estimateText(page, estimate)}</b> <span>${intervalText(page, estimate)}</span></p>`
  const band = expected !== '' && html`<p class="expected">${words.band} ${expected}</p>`
  return html`<div class="measure">${chart}${figure}${band}<p class="n">${sampleText(page, line, estimate)}</p></div>`
}

function basis(page: Page, line: ClaimVerdict): Markup | null {
  const { test } = line.claim
  const { words } = page
  if (test.testable === 'no') return html`<p class="basis"><b>${words.reasonLabel}</b> ${page.speak(test.reason)}</p>`
  return test.proxy === null ? null : html`<p class="basis"><b>${words.proxyLabel}</b> ${page.speak(test.proxy)}</p>`
}

/** Limits of a verdict that the page does not say elsewhere, by their short names. */
export function shownCaveats(
  page: Page,
  line: ClaimVerdict,
): readonly { readonly caveat: Caveat; readonly tag: string }[] {
  return line.caveats
    .filter((caveat) => !SAID_ABOVE.has(caveat))
    .map((caveat) => ({ caveat, tag: page.words.caveatTags[caveat] ?? caveat.replaceAll('-', ' ') }))
}

/** The claimed figures in euros of the snapshot's year, in words. */
export function constantEurosText(page: Page, line: ClaimVerdict): string | null {
  if (line.inConstantEuros === null) return null
  const { low, high, year } = line.inConstantEuros
  const show = (value: number) => formatEuros(Math.round(value / 100) * 100, page.lang)
  const template = low === high ? page.words.constantEuro : page.words.constantEuros
  return fill(template, { year, low: show(low), high: show(high) })
}

/** Limits as short tags; each leads to its sentence in the list of limits. */
function caveatTags(page: Page, line: ClaimVerdict): Markup | null {
  const shown = shownCaveats(page, line)
  if (shown.length === 0) return null
  const tags = shown.map(({ caveat, tag }) => html`<li><a href="#limit-${caveat}">${tag}</a></li>`)
  return html`<ul class="tags" aria-label="${page.words.caveats}">${tags}</ul>`
}

function against(page: Page, line: ClaimVerdict): Markup | null {
  const others = line.claim.against.filter((id) => page.verdicts.has(id))
  if (others.length === 0) return null
  const { words } = page
  const anchor = topicAnchor(page, line.claim.id)
  const named = anchor === null ? others : others.slice(0, VERSIONS_NAMED)
  const all = anchor !== null && html`<a href="#${anchor}">${words.sideBySide}</a>`
  return html`<p class="basis others">${words.contradictedBy} ${named.map((id) => html`<a class="id" href="#${id}">${id}</a> `)}${all}</p>`
}

function meta(page: Page, line: ClaimVerdict): Markup {
  const { words } = page
  const { id, article } = line.claim
  const fragile =
    line.fragile && html`<a class="fragile" href="#limit-fragile" title="${words.fragileTitle}">${words.fragile}</a>`
  return html`<p class="meta">${verdictBadge(page, line.verdict)}${fragile}<a class="pin" href="#${id}" aria-label="${fill(words.permalink, { id })}">${id}</a><span class="src">${articleName(page, article)}</span></p>`
}

function figures(page: Page, line: ClaimVerdict): Markup | null {
  if (shownEstimate(line) === null) return null
  const { id } = line.claim
  return html`<details><summary>${page.words.claimFigures}</summary>${runTable(page, line)}${csvLink(page, id, claimData(line))}</details>`
}

/** One claim judged: what the article says, the verdict, the measure, its limits and the ads behind it. */
export function claimEntry(page: Page, line: ClaimVerdict, choice: AdChoice): Markup {
  const { claim, verdict } = line
  const article = page.model.articles.findIndex(({ id }) => id === claim.article)
  const more = [figures(page, line), claimAds(page, line, choice)].filter((part) => part !== null)
  const euros = constantEurosText(page, line)
  const isReason = claim.test.testable === 'no' && claim.test.reason.fr === line.sentence.fr
  const says = [
    meta(page, line),
    html`<h4>${page.speak(claim.statement)}</h4>`,
    html`<p class="plain">${page.speak(line.sentence)}</p>`,
    !isReason && basis(page, line),
    euros !== null && html`<p class="basis euros">${euros}</p>`,
    against(page, line),
    caveatTags(page, line),
  ]
  return html`<article class="claim v-${verdict} art-${article}" id="${claim.id}"><div class="says">${says}</div>${measure(page, line)}${more.length > 0 && html`<div class="more">${more}</div>`}</article>`
}
