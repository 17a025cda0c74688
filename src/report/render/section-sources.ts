import { ROLES, type Role } from '../../domain/role.ts'
import { columnsOf } from '../charts/chart-data.ts'
import { drawFunnel, funnelData } from '../charts/funnel-chart.ts'
import type { SourceLine } from '../report-model.ts'
import { dataTable, figureBlock, queryHint, scrollTable } from './figure-block.ts'
import { foreign } from './foreign-text.ts'
import { formatDate, formatNumber, formatShare } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { readingName } from './reading-name.ts'
import { outcomeOf, permissionText, sourceName } from './source-texts.ts'

function sourceTable(page: Page): Markup {
  const { words, model } = page
  if (model.sources.length === 0) return html`<p class="none">${words.noSources}</p>`
  const texts = [words.source, words.kind, words.lastRun, words.outcome]
  const counts = [words.postings, words.new, words.gone]
  const head = html`<thead><tr>${texts.map((text) => html`<th scope="col">${text}</th>`)}${counts.map((text) => html`<th scope="col" class="num">${text}</th>`)}</tr></thead>`
  const rows = [...model.sources].sort((a, b) => b.postings - a.postings).map((source) => sourceRow(page, source))
  const imports = [...new Set(model.sources.filter(isImport).map(({ permission }) => permission))]
  const note = imports.map(
    (permission) => html`<p class="n">${words.importsNote} ${permissionText(page, permission)}</p>`,
  )
  return html`<div class="sources">${scrollTable(page, html`${head}<tbody>${rows}</tbody>`, words.sources)}${note}</div>`
}

/** Files of one hand rest on the same permission, which is said once below the table. */
function isImport({ kind }: SourceLine): boolean {
  return kind === 'dump'
}

function sourceRow(page: Page, source: SourceLine): Markup {
  const { words, lang } = page
  const run =
    source.lastRunAt === null
      ? words.never
      : html`<time datetime="${source.lastRunAt}">${formatDate(source.lastRunAt, lang)}</time>`
  const ended = outcomeOf(source)
  const outcome = ended === null ? '–' : html`<span class="outcome o-${ended}">${words.outcomes[ended] ?? ended}</span>`
  const explanation =
    source.explanation !== null &&
    html`<small${lang === 'fr' && html` lang="en"`}>${foreign(source.explanation, 240)}</small>`
  const counts = [source.postings, source.postingsNew, source.postingsGone].map(
    (count) => html`<td class="num">${formatNumber(count, lang)}</td>`,
  )
  return html`<tr><th scope="row"><bdi>${sourceName(page, source.name)}</bdi>${!isImport(source) && html`<small>${permissionText(page, source.permission)}</small>`}</th><td>${words.kinds[source.kind] ?? foreign(source.kind, 40)}</td><td>${run}</td><td>${outcome}${explanation}</td>${counts}</tr>`
}

function funnel(page: Page): Markup {
  const { words, model } = page
  const stages = model.funnel
  if (stages.length === 0) return html`<p class="none">${words.noFunnel}</p>`
  return figureBlock(
    page,
    {
      id: 'funnel',
      caption: html`<h3>${words.funnel}</h3><p class="n">${words.funnelIntro}</p>`,
      data: funnelData(stages, page),
      query: 'funnel',
      draw: (context) => drawFunnel(stages, context),
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
    [fill(words.kfPostings, { n: totals.postings }), formatNumber(totals.postings, lang)],
    [words.covPay, pay],
    [words.covDate, formatNumber(totals.withoutDate, lang)],
    [words.covByTitle, byRole(totals.byTitleRole)],
    [words.covByContent, byRole(totals.byRole)],
  ] as const
  return html`<dl class="facts">${lines.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

function accuracy(page: Page): Markup {
  const { words, model } = page
  if (model.accuracy.length === 0) return html`<p class="none">${words.noAccuracy}</p>`
  return html`<p class="intro">${words.accuracyIntro}</p><div class="accuracy">${dataTable(
    page,
    {
      columns: [
        ...columnsOf('text', words.reading),
        ...columnsOf('count', words.labelled),
        ...columnsOf('share', words.precision, words.recall),
      ],
      rows: model.accuracy.map((line) => [readingName(page, line.reading), line.n, line.precision, line.recall]),
    },
    words.accuracy,
  )}</div>`
}

/** Sources, funnel, coverage and accuracy: how far the figures can be trusted. */
export function sectionSources(page: Page): Markup {
  const { words } = page
  const hint = (figure: string) => html`<p class="behind">${queryHint(page, figure)}</p>`
  return html`<section id="sources" aria-labelledby="sources-h"><h2 id="sources-h">${words.sources}</h2>${sourceTable(page)}${hint('sources')}${funnel(page)}<h3>${words.coverage}</h3>${coverage(page)}${hint('coverage')}<h3>${words.accuracy}</h3>${accuracy(page)}</section>`
}
