import { type ChartColumn, type ChartData, csvDataUri } from '../charts/chart-data.ts'
import type { ChartContext } from '../charts/chart-frame.ts'
import { FIGURE_QUERIES } from './figure-queries.ts'
import { formatEuros, formatNumber, formatShare } from './language/format-figures.ts'
import { fill } from './language/words.ts'
import { html, type Markup, NOTHING, type Renderable } from './markup.ts'
import type { Page } from './page.ts'

/** Widths a chart is drawn at: for a column of text and for a phone; the style sheet shows the one that fits. */
const WIDTHS = { wide: 720, slim: 328 } as const

/** A chart, its caption, and its figures as a table and a CSV. */
export interface FigureParts {
  /** Anchor, unique in the page; also the name of the CSV. */
  readonly id: string
  readonly caption: Renderable
  readonly note?: Renderable
  /** For the CSV. */
  readonly data: ChartData
  /** For the table, where it reads better in another form. */
  readonly table?: ChartData
  /** Key of `FIGURE_QUERIES`. */
  readonly query?: string
  /** Null where there is too little to draw: the figures stand alone. */
  readonly draw: ((context: ChartContext) => Markup) | null
}

function cellText(page: Page, value: string | number | null, kind: ChartColumn['kind']): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  if (kind === 'share') return formatShare(value, page.lang)
  return kind === 'eur' ? formatEuros(value, page.lang) : formatNumber(value, page.lang)
}

/** The figures as a table with a caption and headed rows; it scrolls by itself where it is too wide. */
export function dataTable(page: Page, data: ChartData, caption: string): Markup {
  const head = data.columns.map(({ label, kind }) => {
    const cls = kind !== 'text' && html` class="num"`
    return label === '' ? html`<td></td>` : html`<th scope="col"${cls}>${label}</th>`
  })
  const rows = data.rows.map((row) => {
    const cells = row.map((value, index) => {
      const kind = data.columns[index]?.kind ?? 'text'
      const text = cellText(page, value, kind)
      if (index === 0) return html`<th scope="row">${text}</th>`
      return html`<td${kind !== 'text' && html` class="num"`}>${text}</td>`
    })
    return html`<tr>${cells}</tr>`
  })
  return scrollTable(page, html`<thead><tr>${head}</tr></thead><tbody>${rows}</tbody>`, caption)
}

/** A table that scrolls by itself where it is too wide; its caption stands above it as a heading already. */
export function scrollTable(page: Page, body: Markup, caption: string): Markup {
  const name = fill(page.words.tableOf, { caption })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption class="hidden">${caption}</caption>${body}</table></div>`
}

/** The link that hands out the figures as CSV. */
export function csvLink(page: Page, name: string, data: ChartData): Markup {
  return html`<a class="csv" download="${name}.csv" href="${csvDataUri(data)}">${page.words.csv}</a>`
}

/** The command that gives the same figures from the database; nothing where there is none. */
export function queryHint(page: Page, figure: string | undefined): Markup {
  const name = FIGURE_QUERIES[figure ?? '']
  return name === undefined
    ? NOTHING
    : html`<span class="sql">${page.words.sql} <code>vigie query ${name}</code></span>`
}

/** A chart with everything that belongs to it. */
export function figureBlock(page: Page, parts: FigureParts, caption: string): Markup {
  const { lang, words, claimLabel } = page
  const draw = (name: 'wide' | 'slim') =>
    parts.draw !== null &&
    html`<div class="draw ${name}">${parts.draw({ lang, words, claimLabel, width: WIDTHS[name] })}</div>`
  return html`<figure id="${parts.id}"><figcaption>${parts.caption}</figcaption>${draw('wide')}${draw('slim')}${parts.note}<div class="behind"><details><summary>${words.chartTable}</summary>${dataTable(page, parts.table ?? parts.data, caption)}</details>${csvLink(page, parts.id, parts.data)}${queryHint(page, parts.query)}</div></figure>`
}
