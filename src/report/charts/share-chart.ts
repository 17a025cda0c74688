import { ROLES, type Role } from '../../domain/role.ts'
import { foreignLine } from '../render/foreign-text.ts'
import { formatShare, formatTick } from '../render/language/format-figures.ts'
import { say } from '../render/language/lang.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup } from '../render/markup.ts'
import type { ShareTable } from '../report-model.ts'
import { type ChartData, columnsOf } from './chart-data.ts'
import { type ChartContext, type FigureContext, frame, lines } from './chart-frame.ts'
import { roleMark } from './role-mark.ts'
import { linearScale, niceDomain, px, type Scale } from './scale.ts'
import { textWidth, wrapText } from './text-width.ts'

type Row = ShareTable['rows'][number]

const TOP = 34
const LABEL = 13
const LEADING = 15
const GAP = 12
const NARROW_BELOW = 520

/** Roles with at least one estimate in the table, in the order of the domain. */
export function rolesIn(table: ShareTable): readonly Role[] {
  return ROLES.filter((role) => table.rows.some((row) => row.cells.some((cell) => cell.role === role && cell.estimate)))
}

function cellOf(row: Row, role: Role) {
  return row.cells.find((cell) => cell.role === role)?.estimate ?? null
}

function labelOf(row: Row, context: ChartContext): string {
  return foreignLine(say(row.label, context.lang), 80)
}

interface Layout {
  readonly narrow: boolean
  readonly labelWidth: number
  readonly valueWidth: number
  readonly scale: Scale
  readonly roles: readonly Role[]
}

function layoutOf(table: ShareTable, context: ChartContext): Layout {
  const roles = rolesIn(table)
  const narrow = context.width < NARROW_BELOW
  const valueWidth = roles.length * 46
  const widest = Math.max(60, ...table.rows.map((row) => textWidth(labelOf(row, context), LABEL)))
  const labelWidth = narrow ? context.width - valueWidth - 4 : Math.min(widest, context.width * 0.34)
  let most = 0.1
  for (const row of table.rows) {
    for (const { estimate } of row.cells) most = Math.max(most, estimate?.high ?? 0)
    for (const { share } of row.claimed) most = Math.max(most, share)
  }
  const [, to] = niceDomain(0, Math.min(1, most), 6)
  const left = narrow ? 8 : labelWidth + GAP + 6
  const right = narrow ? context.width - 16 : context.width - valueWidth - GAP - 8
  return {
    narrow,
    labelWidth,
    valueWidth,
    roles,
    scale: linearScale([0, Math.min(1, to)], [left, right], narrow ? 4 : 6),
  }
}

interface PlacedRow {
  readonly row: Row
  readonly label: readonly string[]
  readonly top: number
  readonly height: number
  /** Where the first role's mark stands. */
  readonly middle: number
}

function placeRows(table: ShareTable, layout: Layout, context: ChartContext): readonly PlacedRow[] {
  let top = TOP
  return table.rows.map((row) => {
    const label = wrapText(labelOf(row, context), layout.labelWidth, LABEL)
    const text = label.length * LEADING
    const marks = layout.roles.length * 14
    const height = layout.narrow ? text + marks + 16 : Math.max(text, marks) + 12
    const middle = layout.narrow ? top + text + 14 : top + (height - marks) / 2 + 7
    const placed = { row, label, top, height, middle }
    top += height
    return placed
  })
}

function drawRow(placed: PlacedRow, layout: Layout, context: ChartContext): Markup {
  const { row, label, top, height, middle } = placed
  const { scale, roles, narrow } = layout
  const labelTop = narrow ? top + 15 : top + (height - label.length * LEADING) / 2 + 11.5
  const marks = roles.map((role, index) => {
    const estimate = cellOf(row, role)
    const y = middle + index * 14
    const right = context.width - (roles.length - 1 - index) * 46 - 2
    const value = html`<text class="value end role-text-${role}" x="${px(right)}" y="${px(narrow ? top + 15 : top + height / 2 + 4.5)}">${estimate === null ? '–' : formatShare(estimate.value, context.lang)}</text>`
    if (estimate === null) return value
    return html`${value}<path class="whisker role-line-${role}" d="M${px(scale.at(estimate.low))} ${px(y)}H${px(scale.at(estimate.high))}"/>${roleMark(role, scale.at(estimate.value), y)}`
  })
  const claimed = row.claimed.map(({ role, share }) => {
    const y = middle + Math.max(0, roles.indexOf(role)) * 14
    return html`<path class="claimed" d="M${px(scale.at(share))} ${px(y + 6)}v-12"/><path class="claimed-head" d="M${px(scale.at(share) - 4.5)} ${px(y - 9)}h9l-4.5 6.5z"/>`
  })
  return html`<path class="row-rule" d="M0 ${px(top)}H${context.width}"/>${lines(label, { x: 0, y: labelTop, leading: LEADING }, 'label')}${marks}${claimed}`
}

function drawGrid(layout: Layout, height: number, context: ChartContext): Markup {
  const { scale, roles, narrow } = layout
  const heads = roles.map((role, index) => {
    const right = context.width - (roles.length - 1 - index) * 46 - 2
    return html`<text class="tick-label end role-text-${role}" x="${px(right)}" y="12">${context.words.rolesShort[role]}</text>`
  })
  const ticks = scale.ticks.map((tick) => {
    const label = formatTick(tick, 'share', context.lang)
    const half = textWidth(label, 10) / 2
    const x = Math.max(half, scale.at(tick))
    return html`<path class="grid" d="M${px(scale.at(tick))} ${TOP - 4}V${px(height)}"/><text class="tick-label mid" x="${px(x)}" y="${narrow ? TOP - 8 : 12}">${label}</text>`
  })
  return html`${ticks}${heads}`
}

/** Shares of one list by role: a dot and its 95 % whisker per role, and a mark where an article names a share. */
export function drawShares(table: ShareTable, context: ChartContext): Markup {
  const layout = layoutOf(table, context)
  const placed = placeRows(table, layout, context)
  const last = placed.at(-1)
  const height = last === undefined ? TOP + 8 : last.top + last.height
  const spoken = table.rows.map((row) => {
    const parts = layout.roles.map((role) => {
      const estimate = cellOf(row, role)
      return estimate === null ? null : `${context.words.rolesShort[role]} ${formatShare(estimate.value, context.lang)}`
    })
    return `${labelOf(row, context)} ${parts.filter((part) => part !== null).join(', ')}`
  })
  return frame(
    context,
    height + 2,
    {
      title: say(table.title, context.lang),
      desc: fill(context.words.chart.shareDesc, { rows: spoken.slice(0, 12).join(' ; ') }),
    },
    html`${drawGrid(layout, height, context)}${placed.map((each) => drawRow(each, layout, context))}`,
  )
}

/** The figures of a share table, one row per item and role. */
export function shareData(table: ShareTable, context: FigureContext): ChartData {
  const { words, lang } = context
  const rows = table.rows.flatMap((row) =>
    row.cells.flatMap(({ role, estimate }) => {
      if (estimate === null) return []
      const claimed = row.claimed.find((each) => each.role === role)
      return [
        [
          foreignLine(say(row.label, lang), 120),
          words.rolesShort[role],
          estimate.value,
          estimate.low,
          estimate.high,
          estimate.nVacancies,
          estimate.nEmployers,
          claimed?.share ?? null,
        ],
      ]
    }),
  )
  return {
    columns: [
      ...columnsOf('text', '', words.titleRole),
      ...columnsOf('share', words.share, `${words.interval} –`, `${words.interval} +`),
      ...columnsOf('count', words.vacancies, words.employers),
      ...columnsOf('share', words.claimedShare),
    ],
    rows,
  }
}
