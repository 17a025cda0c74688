import { CAVEATS, type Caveat } from '../../domain/caveat.ts'
import { VERDICTS } from '../../domain/verdict.ts'
import { foreign, foreignLine, safeUrl } from './foreign-text.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { verdictBadge } from './verdict-badge.ts'

/** Caveats cited by any verdict, in the order of the closed list. */
export function citedCaveats(page: Page): readonly Caveat[] {
  const cited = new Set(
    page.model.verdicts.flatMap(({ caveats, fragile }) => [...caveats, ...(fragile ? (['fragile'] as const) : [])]),
  )
  return (Object.keys(CAVEATS) as Caveat[]).filter((caveat) => cited.has(caveat))
}

/** Method, the seven verdicts, the caveats cited, the articles and the versions. */
export function sectionMethod(page: Page): Markup {
  const { words, model } = page
  const caveats = citedCaveats(page)
  return html`<section id="method" aria-labelledby="method-h"><h2 id="method-h">${words.method}</h2><ul class="points">${words.methodPoints.map((point) => html`<li>${point}</li>`)}</ul><p>${words.methodMore}</p><h3>${words.verdictLegend}</h3><dl class="facts verdict-list">${VERDICTS.map(
    (verdict) => html`<div><dt>${verdictBadge(page, verdict)}</dt><dd>${words.verdicts[verdict].means}</dd></div>`,
  )}</dl>${caveats.length > 0 && html`<h3>${words.caveatLegend}</h3><dl class="facts">${caveats.map((caveat) => html`<div id="limit-${caveat}"><dt>${words.caveatTags[caveat] ?? caveat}</dt><dd>${page.say(CAVEATS[caveat])}</dd></div>`)}</dl>`}${
    model.articles.length > 0 &&
    html`<h3>${words.articles}</h3><ul class="points">${model.articles.map((article) => {
      const url = safeUrl(article.url)
      const title = html`<bdi>${page.say({ fr: article.title, en: article.title })}</bdi>`
      return html`<li><b>${foreignLine(article.id)}</b> ${url === null ? title : html`<a href="${url}" rel="noreferrer">${title}</a>`} – ${[
        article.author,
        article.publisher,
        article.datePublished ?? words.undated,
      ]
        .filter((part) => part !== null)
        .map((part) => page.say({ fr: part, en: part }))
        .join(', ')}</li>`
    })}</ul>`
  }<h3>${words.versions}</h3><dl class="facts">${Object.entries(model.versions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([part, version]) => html`<div><dt>${foreign(part, 60)}</dt><dd><code>${foreign(version, 80)}</code></dd></div>`,
    )}</dl></section>`
}
