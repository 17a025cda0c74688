import { ROLES, type Role } from '../../domain/role.ts'
import type { Estimate } from '../../domain/verdict.ts'
import { foreignLine } from '../render/foreign-text.ts'
import { formatShare, formatTick } from '../render/language/format-figures.ts'
import { say } from '../render/language/lang.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup } from '../render/markup.ts'
import type { ShareTable } from '../report-model.ts'
import { type ChartContext, type FigureContext, frame, lines } from './chart-frame.ts'
import { rolePath } from './role-mark.ts'
import { linearScale, niceDomain, px, type Scale } from './scale.ts'
import { textWidth, wrapText } from './text-width.ts'

type Row = ShareTable['rows'][number]

const TOP = 34
const LABEL = 13
const LEADING = 15
const STEP = 14
const GAP = 12
const LEAST_VALUE = 46
const NARROW_BELOW = 520
// The design's minimum of a group; what rests on less is in the table, not in the drawing.
const LEAST_VACANCIES = 30
const LEAST_EMPLOYERS = 15

function isDrawn(estimate: Estimate | null): estimate is Estimate {
  return estimate !== null && estimate.nVacancies >= LEAST_VACANCIES && estimate.nEmployers >= LEAST_EMPLOYERS
}

/** Roles with at least one estimate, in the order of the domain. */
export function rolesIn(table: ShareTable): readonly Role[] {
  return ROLES.filter((role) => table.rows.some((row) => estimateOf(row, role) !== null))
}

/** Roles with enough vacancies and employers to be drawn. */
export function rolesDrawn(table: ShareTable): readonly Role[] {
  return ROLES.filter((role) => table.rows.some((row) => isDrawn(estimateOf(row, role))))
}

/** The estimate of a row for a role. */
export function estimateOf(row: Row, role: Role): Estimate | null {
  return row.cells.find((cell) => cell.role === role)?.estimate ?? null
}

/** Name of a row, with a capital. */
export function rowLabel(row: Row, context: FigureContext): string {
  const label = context.words.rowNames[row.code] ?? foreignLine(say(row.label, context.lang), 80)
  return label.slice(0, 1).toLocaleUpperCase(context.lang) + label.slice(1)
}

interface Layout {
  readonly narrow: boolean
  readonly labelWidth: number
  /** Right edge of the column of values of each role. */
  readonly valueEnds: readonly number[]
  readonly scale: Scale
  readonly roles: readonly Role[]
}

function domainEnd(table: ShareTable, roles: readonly Role[]): number {
  let most = 0.1
  for (const row of table.rows) {
    for (const role of roles) most = Math.max(most, estimateOf(row, role)?.high ?? 0)
    for (const { share } of row.claimed) most = Math.max(most, share)
  }
  return Math.min(1, niceDomain(0, Math.min(1, most), 6)[1])
}

function layoutOf(table: ShareTable, context: ChartContext): Layout {
  const { width, words } = context
  const roles = rolesDrawn(table)
  const narrow = width < NARROW_BELOW
  const columns = roles.map((role) => Math.max(LEAST_VALUE, textWidth(words.rolesShort[role], 10.5) + 8))
  const valueWidth = columns.reduce((sum, column) => sum + column, 0)
  const valueEnds = columns.map((_, index) => width - columns.slice(index + 1).reduce((sum, column) => sum + column, 0))
  const widest = Math.max(60, ...table.rows.map((row) => textWidth(rowLabel(row, context), LABEL)))
  const labelWidth = narrow ? width - valueWidth - 4 : Math.min(widest, width * 0.34)
  const left = narrow ? 8 : labelWidth + GAP + 6
  const right = narrow ? width - 16 : width - valueWidth - GAP - 8
  const scale = linearScale([0, domainEnd(table, roles)], [left, right], narrow ? 4 : 6)
  return { narrow, labelWidth, valueEnds, roles, scale }
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
    const label = wrapText(rowLabel(row, context), layout.labelWidth, LABEL)
    const text = label.length * LEADING
    const marks = layout.roles.length * STEP
    const height = layout.narrow ? text + marks + 16 : Math.max(text, marks) + 12
    const middle = layout.narrow ? top + text + STEP : top + (height - marks) / 2 + STEP / 2
    const placed = { row, label, top, height, middle }
    top += height
    return placed
  })
}

/** All whiskers, marks and values of one role: three elements, however many rows. */
function drawRole(role: Role, rows: readonly PlacedRow[], layout: Layout, context: ChartContext): Markup {
  const index = layout.roles.indexOf(role)
  const right = layout.valueEnds[index] ?? context.width
  let whiskers = ''
  let marks = ''
  const values = rows.map(({ row, top, height, middle }) => {
    const estimate = estimateOf(row, role)
    const valueY = layout.narrow ? top + 15 : top + height / 2 + 4.5
    const text = isDrawn(estimate) ? formatShare(estimate.value, context.lang) : '–'
    if (isDrawn(estimate)) {
      const y = middle + index * STEP
      whiskers += `M${px(layout.scale.at(estimate.low))} ${px(y)}H${px(layout.scale.at(estimate.high))}`
      marks += rolePath(role, layout.scale.at(estimate.value), y)
    }
    return html`<text x="${px(right)}" y="${px(valueY)}">${text}</text>`
  })
  return html`<path class="whisker role-line-${role}" d="${whiskers}"/><path class="role-${role}" d="${marks}"/><g class="value end role-text-${role}"><text class="tick-label" x="${px(right)}" y="12">${context.words.rolesShort[role]}</text>${values}</g>`
}

function drawClaimed(rows: readonly PlacedRow[], layout: Layout): Markup {
  let stems = ''
  let heads = ''
  for (const { row, middle } of rows) {
    for (const { role, share } of row.claimed) {
      const x = layout.scale.at(share)
      const y = middle + Math.max(0, layout.roles.indexOf(role)) * STEP
      stems += `M${px(x)} ${px(y + 6)}v-12`
      heads += `M${px(x - 4.5)} ${px(y - 9)}h9l-4.5 6.5z`
    }
  }
  return html`<path class="claimed" d="${stems}"/><path class="claimed-head" d="${heads}"/>`
}

function drawGrid(rows: readonly PlacedRow[], layout: Layout, height: number, context: ChartContext): Markup {
  const { scale, narrow } = layout
  const rules = rows.map(({ top }) => `M0 ${px(top)}H${context.width}`).join('')
  const grid = scale.ticks.map((tick) => `M${px(scale.at(tick))} ${TOP - 4}V${px(height)}`).join('')
  const ticks = scale.ticks.map((tick) => {
    const label = formatTick(tick, 'share', context.lang)
    const x = Math.max(textWidth(label, 10.5) / 2, scale.at(tick))
    return html`<text x="${px(x)}" y="${narrow ? TOP - 8 : 12}">${label}</text>`
  })
  const labels = rows.map(({ label, top, height: tall }) => {
    const y = narrow ? top + 15 : top + (tall - label.length * LEADING) / 2 + 11.5
    return lines(label, { x: 0, y, leading: LEADING })
  })
  return html`<path class="row-rule" d="${rules}"/><path class="grid" d="${grid}"/><g class="tick-label mid">${ticks}</g><g class="label">${labels}</g>`
}

/** Shares of one list by role: a dot and its 95 % whisker per role, and a mark where an article names a share. */
export function drawShares(table: ShareTable, context: ChartContext): Markup {
  const layout = layoutOf(table, context)
  const rows = placeRows(table, layout, context)
  const last = rows.at(-1)
  const height = last === undefined ? TOP + 8 : last.top + last.height
  const spoken = table.rows.map((row) => {
    const parts = layout.roles.flatMap((role) => {
      const estimate = estimateOf(row, role)
      return isDrawn(estimate) ? [`${context.words.rolesShort[role]} ${formatShare(estimate.value, context.lang)}`] : []
    })
    return `${rowLabel(row, context)} ${parts.join(', ')}`
  })
  const desc = fill(context.words.chart.shareDesc, { rows: spoken.slice(0, 12).join(context.words.chart.and) })
  return frame(
    context,
    height + 2,
    { title: say(table.title, context.lang), desc },
    html`${drawGrid(rows, layout, height, context)}${layout.roles.map((role) => drawRole(role, rows, layout, context))}${drawClaimed(rows, layout)}`,
  )
}
