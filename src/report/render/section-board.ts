import type { Claim } from '../../domain/claim.ts'
import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import type { ClaimVerdict } from '../report-model.ts'
import type { AdChoice } from './choose-ads.ts'
import { claimEntry } from './claim-entry.ts'
import { queryHint } from './figure-block.ts'
import { html, type Markup } from './markup.ts'
import { articleName, type Page } from './page.ts'
import { tally, verdictIcon } from './verdict-badge.ts'

/** Themes in the order of the report. */
export const THEMES: readonly Claim['theme'][] = [
  'pay',
  'missions',
  'skills',
  'tools',
  'confusion',
  'contract',
  'education',
  'employer',
  'market',
]

// Within a theme what was decided comes first; among the decided, and among the rest, the order of the articles holds.
const BOARD_ORDER: readonly (readonly Verdict[])[] = [
  ['supported', 'overstated', 'understated', 'contradicted'],
  ['inconclusive'],
  ['insufficient_data'],
  ['not_testable'],
]

function inOrderOf(order: readonly Verdict[], lines: readonly ClaimVerdict[]): readonly ClaimVerdict[] {
  return [...lines].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
}

/** The claims of a theme in the order of the board. */
export function linesOf({ model }: Page, theme: Claim['theme']): readonly ClaimVerdict[] {
  const lines = model.verdicts.filter(({ claim }) => claim.theme === theme)
  return BOARD_ORDER.flatMap((group) => lines.filter(({ verdict }) => group.includes(verdict)))
}

function mosaic(page: Page): Markup {
  const { words, model } = page
  const rows = model.articles.map((article) => {
    const lines = inOrderOf(
      VERDICTS,
      model.verdicts.filter(({ claim }) => claim.article === article.id),
    )
    if (lines.length === 0) return null
    return html`<li><p class="who"><b>${articleName(page, article.id)}</b><span>${lines.length} ${words.claims}</span></p><ul class="tiles">${lines.map(
      ({ claim, verdict }) =>
        html`<li><a class="tile v-${verdict}" href="#${claim.id}" title="${claim.id} ${words.verdicts[verdict].name}">${verdictIcon(verdict)}</a></li>`,
    )}</ul></li>`
  })
  return html`<h3 id="by-article">${words.byArticle}</h3><ul class="mosaic">${rows}</ul>`
}

/** Chips that filter by style alone; where the browser cannot, they are not shown. */
function filters(page: Page): Markup {
  const { words, model } = page
  const verdicts = tally(model.verdicts.map(({ verdict }) => verdict))
  const articles = model.articles.flatMap((article, index) =>
    model.verdicts.some(({ claim }) => claim.article === article.id) ? [{ article, index }] : [],
  )
  return html`<div class="filters"><fieldset><legend>${words.filterVerdict}</legend><label><input type="radio" name="fv" id="fv-all" checked>${words.all}</label>${verdicts.map(
    ([verdict, count]) =>
      html`<label><input type="radio" name="fv" id="fv-${verdict}">${words.verdicts[verdict].name} <span class="count">${count}</span></label>`,
  )}</fieldset><fieldset><legend>${words.filterArticle}</legend><label><input type="radio" name="fa" id="fa-all" checked>${words.all}</label>${articles.map(
    ({ article, index }) =>
      html`<label><input type="radio" name="fa" id="fa-${index}">${articleName(page, article.id)}</label>`,
  )}</fieldset></div>`
}

function theme(page: Page, name: Claim['theme'], lines: readonly ClaimVerdict[], choice: AdChoice): Markup | null {
  if (lines.length === 0) return null
  return html`<section class="theme" aria-labelledby="theme-${name}"><h3 id="theme-${name}">${page.words.themes[name]}<span class="count">${lines.length}</span></h3>${lines.map((line) => claimEntry(page, line, choice))}</section>`
}

/** The verdict board: tally by article, filters, and every claim under its theme. */
export function sectionBoard(page: Page, choice: AdChoice): Markup {
  const { words, model } = page
  const body =
    model.verdicts.length === 0
      ? html`<p class="none">${words.noVerdict}</p>`
      : html`${mosaic(page)}${filters(page)}${THEMES.map((name) => theme(page, name, linesOf(page, name), choice))}`
  return html`<section class="board" id="verdicts" aria-labelledby="verdicts-h"><h2 id="verdicts-h">${words.board}</h2><p class="intro">${words.boardIntro} ${words.boardTiles}</p><p class="behind">${queryHint(page, 'verdicts')}</p>${body}</section>`
}

/** Style rules of the filters: one per choice, so that no script is needed. */
export function filterStyle(page: Page): string {
  const verdicts = tally(page.model.verdicts.map(({ verdict }) => verdict)).map(
    ([verdict]) =>
      `.board:has(#fv-${verdict}:checked) .claim:not(.v-${verdict}):not(:target),.board:has(#fv-${verdict}:checked) .theme:not(:has(.claim.v-${verdict},:target)){display:none}`,
  )
  const articles = page.model.articles.map(
    (_, index) =>
      `.board:has(#fa-${index}:checked) .claim:not(.art-${index}):not(:target),.board:has(#fa-${index}:checked) .theme:not(:has(.art-${index},:target)){display:none}`,
  )
  return [...verdicts, ...articles].join('\n')
}
