import { ROLES, type Role } from '../../domain/role.ts'
import { drawFunnel, funnelData } from '../charts/funnel-chart.ts'
import { dataTable, figureBlock } from './figure-block.ts'
import { foreign, foreignLine } from './foreign-text.ts'
import { formatNumber, formatShare } from './language/format-figures.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

function sourceTable(page: Page): Markup {
  const { words, model, lang } = page
  if (model.sources.length === 0) return html`<p class="none">${words.noSources}</p>`
  const heads = [words.source, words.kind, words.lastRun, words.outcome, words.postings, words.new, words.gone]
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.sources}"><table class="sources"><caption>${words.sources}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${model.sources.map(
    (source) =>
      html`<tr><th scope="row">${foreign(source.name, 60)}<small>${foreign(source.permission, 160)}</small></th><td>${words.kinds[source.kind] ?? foreign(source.kind, 40)}</td><td>${source.lastRunAt === null ? words.never : html`<time datetime="${source.lastRunAt}">${source.lastRunAt.slice(0, 10)}</time>`}</td><td>${source.outcome === null ? '–' : html`<span class="outcome o-${source.outcome}">${words.outcomes[source.outcome] ?? source.outcome}</span>`}${source.explanation !== null && html`<small>${foreign(source.explanation, 240)}</small>`}</td>${[source.postings, source.postingsNew, source.postingsGone].map((count) => html`<td class="num">${formatNumber(count, lang)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

function funnel(page: Page): Markup {
  const { words, model } = page
  if (model.funnel.length === 0) return html`<p class="none">${words.noFunnel}</p>`
  return figureBlock(
    page,
    {
      id: 'funnel',
      caption: html`<h3>${words.funnel}</h3><p class="n">${words.funnelIntro}</p>`,
      data: funnelData(model.funnel, page),
      draw: (context) => drawFunnel(model.funnel, context),
    },
    words.funnelTitle,
  )
}

function coverage(page: Page): Markup {
  const { words, model, lang } = page
  const { totals } = model
  const byRole = (counts: Readonly<Record<Role, number>>) =>
    ROLES.map((role) => `${words.rolesShort[role]} ${formatNumber(counts[role], lang)}`).join(' · ')
  const pay =
    totals.vacanciesInWindow === 0
      ? '–'
      : `${formatNumber(totals.withPay, lang)} (${formatShare(totals.withPay / totals.vacanciesInWindow, lang)})`
  const lines = [
    [words.kfPostings, formatNumber(totals.postings, lang)],
    [words.covPay, pay],
    [words.covDate, formatNumber(totals.withoutDate, lang)],
    [words.covByTitle, byRole(totals.byTitleRole)],
    [words.covByContent, byRole(totals.byRole)],
  ] as const
  return html`<dl class="facts">${lines.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

function accuracy(page: Page): Markup {
  const { words, model, lang } = page
  if (model.accuracy.length === 0) return html`<p class="none">${words.noAccuracy}</p>`
  const share = (value: number | null) => (value === null ? null : formatShare(value, lang))
  return html`<p class="intro">${words.accuracyIntro}</p>${dataTable(
    page,
    {
      columns: [words.reading, words.labelled, words.precision, words.recall],
      rows: model.accuracy.map((line) => [
        foreignLine(line.reading, 60),
        line.n,
        share(line.precision),
        share(line.recall),
      ]),
    },
    words.accuracy,
  )}`
}

/** Sources, funnel, coverage and accuracy: how far the figures can be trusted. */
export function sectionSources(page: Page): Markup {
  const { words } = page
  return html`<section id="sources" aria-labelledby="sources-h"><h2 id="sources-h">${words.sources}</h2>${sourceTable(page)}${funnel(page)}<h3>${words.coverage}</h3>${coverage(page)}<h3>${words.accuracy}</h3>${accuracy(page)}</section>`
}
