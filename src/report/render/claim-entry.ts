import { CAVEATS } from '../../domain/caveat.ts'
import type { Estimate, Verdict } from '../../domain/verdict.ts'
import type { ChartData } from '../charts/chart-data.ts'
import { describeBand, drawInterval } from '../charts/interval-chart.ts'
import type { ClaimVerdict } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { csvLink, dataTable } from './figure-block.ts'
import { foreign } from './foreign-text.ts'
import {
  formatEuros,
  formatFigure,
  formatInterval,
  formatNumber,
  formatShare,
  perWhat,
} from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import { articleName, type Page } from './page.ts'
import { verdictBadge } from './verdict-badge.ts'

const MINI_WIDTH = 300

/** Everything known of an estimate in the words of the page. */
export function estimateText(page: Page, estimate: Estimate): string {
  const { lang } = page
  return formatFigure(estimate.value, estimate.unit, lang) + perWhat(estimate.unit, lang)
}

/** The interval of an estimate, in brackets. */
export function intervalText(page: Page, estimate: Estimate): string {
  return formatInterval(estimate.low, estimate.high, estimate.unit, page.lang)
}

/** Name of a re-run in the language of the page, or its own name. */
export function variantName(page: Page, name: string): string {
  return page.words.variantNames[name] ?? name
}

/** The measure and its re-runs as figures. */
export function claimData(page: Page, line: ClaimVerdict): ChartData {
  const { words } = page
  const row = (name: string, verdict: Verdict, estimate: Estimate | null) => [
    name,
    words.verdicts[verdict].name,
    estimate?.value ?? null,
    estimate?.low ?? null,
    estimate?.high ?? null,
    estimate?.unit ?? null,
    estimate?.nVacancies ?? null,
    estimate?.nEmployers ?? null,
  ]
  return {
    columns: [
      words.variant,
      words.verdict,
      words.estimate,
      `${words.interval} –`,
      `${words.interval} +`,
      'unit',
      words.vacancies,
      words.employers,
    ],
    rows: [
      row(line.claim.id, line.verdict, line.estimate),
      ...line.variants.map(({ name, verdict, estimate }) => row(variantName(page, name), verdict, estimate)),
    ],
  }
}

/** The same for a person: figures in their unit. */
function claimTable(page: Page, line: ClaimVerdict): ChartData {
  const { words, lang } = page
  const row = (name: string, verdict: Verdict, estimate: Estimate | null) => [
    name,
    words.verdicts[verdict].name,
    estimate === null ? null : estimateText(page, estimate),
    estimate === null ? null : intervalText(page, estimate),
    estimate === null ? null : formatNumber(estimate.nVacancies, lang),
    estimate === null ? null : formatNumber(estimate.nEmployers, lang),
  ]
  return {
    columns: [words.variant, words.verdict, words.estimate, words.interval, words.vacancies, words.employers],
    rows: [
      row(line.claim.id, line.verdict, line.estimate),
      ...line.variants.map(({ name, verdict, estimate }) => row(variantName(page, name), verdict, estimate)),
    ],
  }
}

function measure(page: Page, line: ClaimVerdict): Markup | null {
  const { estimate } = line
  if (estimate === null) return null
  const { words, lang } = page
  const chart = drawInterval(line, { lang, words, id: `c-${line.claim.id}`, width: MINI_WIDTH })
  const expected = describeBand(line.band, estimate.unit, { lang, words })
  return html`<div class="measure">${chart}<p class="reads"><b>${estimateText(page, estimate)}</b> <span>(${intervalText(page, estimate)})</span></p>${expected !== '' && html`<p class="expected">${words.band} ${expected}</p>`}<p class="n">${fill(
    words.sample,
    { vacancies: formatNumber(estimate.nVacancies, lang), employers: formatNumber(estimate.nEmployers, lang) },
  )}${estimate.shareMissing > 0.005 && ` · ${fill(words.missing, { share: formatShare(estimate.shareMissing, lang) })}`}</p></div>`
}

function constantEuros(page: Page, line: ClaimVerdict): Markup | null {
  if (line.inConstantEuros === null) return null
  const { low, high, year } = line.inConstantEuros
  const values = {
    year,
    low: formatEuros(Math.round(low / 100) * 100, page.lang),
    high: formatEuros(Math.round(high / 100) * 100, page.lang),
  }
  return html`<p class="constant">${fill(low === high ? page.words.constantEuro : page.words.constantEuros, values)}</p>`
}

function basis(page: Page, line: ClaimVerdict): Markup | null {
  const { test } = line.claim
  const { words } = page
  if (test.testable === 'no') return html`<p class="basis"><b>${words.reasonLabel}</b> ${page.say(test.reason)}</p>`
  return test.proxy === null ? null : html`<p class="basis"><b>${words.proxyLabel}</b> ${page.say(test.proxy)}</p>`
}

function drillDown(page: Page, line: ClaimVerdict, choice: AdChoice): Markup | null {
  if (line.adCount === 0) return null
  const { words, lang } = page
  const shown = line.adIds.filter((id) => choice.anchors.has(id))
  const count =
    shown.length >= line.adCount
      ? words.adsShownAll
      : fill(words.adsShown, { shown: formatNumber(shown.length, lang), total: formatNumber(line.adCount, lang) })
  const named = shown.slice(0, choice.namedPerClaim)
  const rest = shown.slice(named.length)
  return html`<details class="drill"><summary>${words.adsBehind} <span class="count">${formatNumber(line.adCount, lang)}</span></summary><p class="n">${count}</p><ul>${named.map(
    (id) => {
      const ad = page.ads.get(id)
      return (
        ad !== undefined &&
        html`<li><a href="#${choice.anchors.get(id)}">${foreign(ad.title === '' ? words.untitled : ad.title, 70)}</a>${ad.employer !== null && html` <span>${foreign(ad.employer, 40)}</span>`}</li>`
      )
    },
  )}</ul>${rest.length > 0 && html`<p class="rest">${rest.map((id) => html`<a href="#${choice.anchors.get(id)}">${choice.anchors.get(id)?.slice(3)}</a> `)}</p>`}</details>`
}

function against(page: Page, line: ClaimVerdict): Markup | null {
  const others = line.claim.against.filter((id) => page.verdicts.has(id))
  if (others.length === 0) return null
  return html`<p class="against">${page.words.contradictedBy} ${others.map((id) => html`<a href="#${id}">${id}</a> `)}</p>`
}

/** One claim judged: what the article says, the verdict, the measure, its limits and the ads behind it. */
export function claimEntry(page: Page, line: ClaimVerdict, choice: AdChoice): Markup {
  const { words } = page
  const { id } = line.claim
  const articleIndex = page.model.articles.findIndex((article) => article.id === line.claim.article)
  const data = claimData(page, line)
  return html`<article class="claim v-${line.verdict} art-${articleIndex}" id="${id}" aria-labelledby="${id}-h"><div class="says"><p class="meta">${verdictBadge(page, line.verdict)}${line.fragile && html`<span class="fragile" title="${words.fragileTitle}">${words.fragile}</span>`}<a class="pin" href="#${id}" aria-label="${fill(words.permalink, { id })}">${id}</a><span class="src">${articleName(page, line.claim.article)}</span></p><h4 id="${id}-h">${page.say(line.claim.statement)}</h4><p class="plain">${page.say(line.sentence)}</p>${constantEuros(page, line)}${basis(page, line)}${line.caveats.length > 0 && html`<ul class="caveats" aria-label="${words.caveats}">${line.caveats.map((caveat) => html`<li>${page.say(CAVEATS[caveat])}</li>`)}</ul>`}${against(page, line)}</div>${measure(page, line)}<div class="more">${line.estimate !== null && html`<details><summary>${words.chartTable}</summary>${dataTable(page, claimTable(page, line), `${id} – ${words.variants}`)}${csvLink(page, id, data)}</details>`}${drillDown(page, line, choice)}</div></article>`
}
