import { type ChartData, csvDataUri } from '../charts/chart-data.ts'
import type { ChartContext } from '../charts/chart-frame.ts'
import { formatNumber, formatShare } from './language/format-figures.ts'
import { html, type Markup, type Renderable } from './markup.ts'
import type { Page } from './page.ts'

/** Widths a chart is drawn at: for a column of text and for a phone; the style sheet shows the one that fits. */
const WIDTHS = { wide: 720, slim: 328 } as const

/** A chart, its caption, and its figures as a table and a CSV. */
export interface FigureParts {
  /** Anchor, unique in the page; also the name of the CSV. */
  readonly id: string
  readonly caption: Renderable
  readonly note?: Renderable
  readonly data: ChartData
  draw(context: ChartContext): Markup
}

function cellText(page: Page, value: string | number | null): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  // Shares are stored from 0 to 1; everything else in a table is a count or an amount.
  return Number.isInteger(value) ? formatNumber(value, page.lang) : formatShare(value, page.lang)
}

/** The figures as a table with a caption and headed rows; it scrolls by itself where it is too wide. */
export function dataTable(page: Page, data: ChartData, caption: string): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${data.columns.map(
    (column) => (column === '' ? html`<td></td>` : html`<th scope="col">${column}</th>`),
  )}</tr></thead><tbody>${data.rows.map(
    (row) =>
      html`<tr>${row.map((value, index) =>
        index === 0
          ? html`<th scope="row">${cellText(page, value)}</th>`
          : html`<td${typeof value === 'number' && html` class="num"`}>${cellText(page, value)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}

/** The link that hands out the figures as CSV. */
export function csvLink(page: Page, name: string, data: ChartData): Markup {
  return html`<a class="csv" download="${name}.csv" href="${csvDataUri(data)}">${page.words.csv}<span class="hidden"> ${name}</span></a>`
}

/** A chart with everything that belongs to it. */
export function figureBlock(page: Page, parts: FigureParts, caption: string): Markup {
  const { lang, words } = page
  const draw = (name: 'wide' | 'slim') =>
    html`<div class="draw ${name}">${parts.draw({ lang, words, id: `${parts.id}-${name}`, width: WIDTHS[name] })}</div>`
  return html`<figure id="${parts.id}"><figcaption>${parts.caption}</figcaption>${draw('wide')}${draw('slim')}${parts.note}<div class="behind"><details><summary>${words.chartTable}</summary>${dataTable(page, parts.data, caption)}</details>${csvLink(page, parts.id, parts.data)}</div></figure>`
}
