import { ROLES, type Role } from '../../domain/role.ts'
import { formatNumber } from '../render/language/format-figures.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup, NOTHING } from '../render/markup.ts'
import type { ReportModel } from '../report-model.ts'
import { type ChartData, columnsOf } from './chart-data.ts'
import { type ChartContext, type FigureContext, frame } from './chart-frame.ts'
import { px } from './scale.ts'
import { textWidth } from './text-width.ts'

/** Vacancies by title role and content role. */
export type Flow = ReportModel['titleByContent']

// Other titles are left out of the drawing where they would squeeze the two jobs into a line.
const MOST_OTHERS = 2

const TOP = 26
const HEIGHT = 300
const GAP = 16
const LEAST_LABEL = 34
const NODE = 8

interface Node {
  readonly role: Role
  readonly count: number
  readonly y: number
  readonly height: number
}

function countOf(flow: Flow, title: Role, content: Role): number {
  return flow.find((each) => each.titleRole === title && each.role === content)?.vacancies ?? 0
}

/** Vacancies whose title names one of the two jobs, and how many of them have the content their title says. */
export function namedTitles(flow: Flow): { readonly total: number; readonly same: number } {
  let total = 0
  let same = 0
  for (const { titleRole, role, vacancies } of flow) {
    if (titleRole === 'other') continue
    total += vacancies
    if (titleRole === role) same += vacancies
  }
  return { total, same }
}

/** The part of the flow that is drawn: all of it, unless other titles dwarf the two jobs. */
export function drawnFlow(flow: Flow): { readonly flow: Flow; readonly leftOut: number } {
  const others = flow.filter(({ titleRole }) => titleRole === 'other')
  const count = others.reduce((sum, { vacancies }) => sum + vacancies, 0)
  const { total } = namedTitles(flow)
  if (total === 0 || count <= MOST_OTHERS * total) return { flow, leftOut: 0 }
  return { flow: flow.filter(({ titleRole }) => titleRole !== 'other'), leftOut: count }
}

function stack(counts: readonly (readonly [Role, number])[], unit: number): readonly Node[] {
  let y = TOP
  return counts.map(([role, count]) => {
    const height = count * unit
    const node = { role, count, y, height }
    // A thin node still needs room for its two lines of label.
    y += Math.max(height, LEAST_LABEL) + GAP
    return node
  })
}

function nodesOf(flow: Flow, side: 'titleRole' | 'role', unit: number): readonly Node[] {
  const counts = ROLES.map((role) => {
    let count = 0
    for (const each of flow) if (each[side] === role) count += each.vacancies
    return [role, count] as const
  })
  return stack(
    counts.filter(([, count]) => count > 0),
    unit,
  )
}

function ribbon(x0: number, y0: number, x1: number, y1: number, thick: number): string {
  const middle = (x0 + x1) / 2
  const curve = (ya: number, yb: number) => `C${px(middle)} ${px(ya)} ${px(middle)} ${px(yb)}`
  return `M${px(x0)} ${px(y0)}${curve(y0, y1)} ${px(x1)} ${px(y1)}v${px(thick)}${curve(y1 + thick, y0 + thick)} ${px(x0)} ${px(y0 + thick)}z`
}

function drawRibbons(
  flow: Flow,
  [left, right]: readonly [readonly Node[], readonly Node[]],
  unit: number,
  [x0, x1]: readonly [number, number],
): Markup {
  const usedLeft = new Map<Role, number>()
  const usedRight = new Map<Role, number>()
  return html`${left.flatMap((from) =>
    right.map((to) => {
      const count = countOf(flow, from.role, to.role)
      if (count === 0) return NOTHING
      const thick = Math.max(0.75, count * unit)
      const y0 = from.y + (usedLeft.get(from.role) ?? 0)
      const y1 = to.y + (usedRight.get(to.role) ?? 0)
      usedLeft.set(from.role, (usedLeft.get(from.role) ?? 0) + count * unit)
      usedRight.set(to.role, (usedRight.get(to.role) ?? 0) + count * unit)
      const cls = from.role === to.role ? 'ribbon same' : 'ribbon moved'
      return html`<path class="${cls}" d="${ribbon(x0, y0, x1, y1, thick)}"/>`
    }),
  )}`
}

function drawNodes(nodes: readonly Node[], x: number, side: 'start' | 'end', context: ChartContext): Markup {
  const { words, lang, width } = context
  const labelX = side === 'start' ? 0 : width
  const cls = side === 'end' ? ' end' : ''
  const names = width < 520 ? words.rolesShort : words.roles
  return html`${nodes.map(
    ({ role, count, y, height }) =>
      html`<rect class="node" x="${px(x)}" y="${px(y)}" width="${NODE}" height="${px(Math.max(1, height))}"/><text class="label strong${cls}" x="${px(labelX)}" y="${px(y + Math.max(13, height / 2 - 2))}">${names[role]}</text><text class="value${cls}" x="${px(labelX)}" y="${px(y + Math.max(29, height / 2 + 14))}">${formatNumber(count, lang)}</text>`,
  )}`
}

/** What titles say (left) and what duties describe (right), as ribbons of vacancies. */
export function drawFlow(flow: Flow, context: ChartContext): Markup {
  const { words, lang, width } = context
  let total = 0
  for (const { vacancies } of flow) total += vacancies
  const unit = HEIGHT / Math.max(1, total)
  const left = nodesOf(flow, 'titleRole', unit)
  const right = nodesOf(flow, 'role', unit)
  const names = width < 520 ? words.rolesShort : words.roles
  const room = Math.max(40, ...ROLES.map((role) => textWidth(names[role], 13)))
  const x0 = room + 10
  const x1 = width - room - 10 - NODE
  const bottom = Math.max(
    ...[left, right].map((nodes) => {
      const last = nodes.at(-1)
      return last === undefined ? TOP : last.y + Math.max(last.height, LEAST_LABEL)
    }),
  )
  const spoken = [...flow]
    .filter(({ vacancies }) => vacancies > 0)
    .map(({ titleRole, role, vacancies }) =>
      fill(words.chart.flowRow, {
        n: formatNumber(vacancies, lang),
        title: words.rolesShort[titleRole],
        content: words.rolesShort[role],
      }),
    )
  return frame(
    context,
    bottom + 6,
    { title: words.flowTitle, desc: fill(words.chart.flowDesc, { rows: spoken.join(words.chart.and) }) },
    html`<text class="tick-label" x="0" y="12">${words.titleRole}</text><text class="tick-label end" x="${width}" y="12">${words.contentRole}</text>${drawRibbons(flow, [left, right], unit, [x0 + NODE, x1])}${drawNodes(left, x0, 'start', context)}${drawNodes(right, x1, 'end', context)}`,
  )
}

/** The flow as a table: titles down, contents across. */
export function flowData(flow: Flow, context: FigureContext): ChartData {
  const { words } = context
  return {
    columns: [
      ...columnsOf('text', `${words.titleRole} → ${words.contentRole}`),
      ...columnsOf('count', ...ROLES.map((role) => words.roles[role])),
    ],
    rows: ROLES.map((title) => [words.roles[title], ...ROLES.map((content) => countOf(flow, title, content))]),
  }
}
