import { formatDate, formatKiloEuros, formatNumber } from '../render/language/format-figures.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup, NOTHING } from '../render/markup.ts'
import type { TrendPoint } from '../report-model.ts'
import { type ChartData, columnsOf } from './chart-data.ts'
import { type ChartContext, type FigureContext, frame } from './chart-frame.ts'
import { roleMark } from './role-mark.ts'
import { linearScale, niceDomain, px, type Scale } from './scale.ts'
import { textWidth } from './text-width.ts'

const TOP = 18
const HEIGHT = 150
const BOTTOM = 24
const TICK = 10.5
const SERIES = ['cm', 'smm'] as const

/** Which pair of figures a trend chart follows. */
export type TrendMeasure = 'vacancies' | 'pay'

function pointValue(point: TrendPoint, role: (typeof SERIES)[number], measure: TrendMeasure): number | null {
  if (measure === 'vacancies') return point[role]
  return role === 'cm' ? point.medianPayCm : point.medianPaySmm
}

function show(value: number, measure: TrendMeasure, context: FigureContext): string {
  return measure === 'pay' ? formatKiloEuros(value, context.lang) : formatNumber(value, context.lang)
}

function yScale(points: readonly TrendPoint[], measure: TrendMeasure): Scale {
  const values = points.flatMap((point) => SERIES.map((role) => pointValue(point, role, measure)))
  const known = values.filter((value): value is number => value !== null)
  const high = Math.max(1, ...known)
  const low = measure === 'pay' && known.length > 0 ? Math.min(...known) * 0.9 : 0
  return linearScale(niceDomain(low, high, 4), [TOP + HEIGHT, TOP], 4)
}

function drawSeries(
  points: readonly TrendPoint[],
  role: (typeof SERIES)[number],
  measure: TrendMeasure,
  place: { readonly x: (index: number) => number; readonly y: Scale },
): Markup {
  let path = ''
  const marks = points.map((point, index) => {
    const value = pointValue(point, role, measure)
    if (value === null) return NOTHING
    path += `${path === '' ? 'M' : 'L'}${px(place.x(index))} ${px(place.y.at(value))}`
    return roleMark(role, place.x(index), place.y.at(value))
  })
  return html`<path class="series role-line-${role}" d="${path}"/>${marks}`
}

function drawEnds(
  points: readonly TrendPoint[],
  measure: TrendMeasure,
  { x, y }: { readonly x: number; readonly y: Scale },
  context: ChartContext,
): Markup {
  const last = points.at(-1)
  if (last === undefined) return NOTHING
  const ends = SERIES.flatMap((role) => {
    const value = pointValue(last, role, measure)
    return value === null ? [] : [{ role, value, y: y.at(value) + 4 }]
  }).sort((a, b) => a.y - b.y)
  let floor = Number.NEGATIVE_INFINITY
  return html`${ends.map(({ role, value, y: wanted }) => {
    const at = Math.max(wanted, floor)
    floor = at + 15
    return html`<text class="value role-text-${role}" x="${px(x)}" y="${px(at)}">${context.words.rolesShort[role]} ${show(value, measure, context)}</text>`
  })}`
}

/** Two series over the snapshots, each named at its end. */
export function drawTrend(points: readonly TrendPoint[], measure: TrendMeasure, context: ChartContext): Markup {
  const { words, lang, width } = context
  const y = yScale(points, measure)
  const left = 10 + Math.max(...y.ticks.map((tick) => textWidth(show(tick, measure, context), 10)))
  const endRoom = Math.max(
    ...points.flatMap((point) =>
      SERIES.map((role) =>
        textWidth(`${words.rolesShort[role]} ${show(pointValue(point, role, measure) ?? 0, measure, context)}`, 12),
      ),
    ),
  )
  const right = width - endRoom - 14
  const x = (index: number) => (points.length < 2 ? left : left + ((right - left) * index) / (points.length - 1))
  const first = points[0]
  const last = points.at(-1)
  const spoken = SERIES.map((role) => {
    const values = points.map((point) => pointValue(point, role, measure)).filter((value) => value !== null)
    return `${words.rolesShort[role]} ${values.map((value) => show(value, measure, context)).join(', ')}`
  })
  const days = [first?.asOfDate ?? '', last?.asOfDate ?? ''].map((day) => formatDate(day, lang))
  const room = right + 6 - left
  // Dates in words where both have room, else as they are.
  const inWords = textWidth(days.join('  '), TICK) <= room
  const ends = inWords ? days : [first?.asOfDate, last?.asOfDate]
  return frame(
    context,
    TOP + HEIGHT + BOTTOM,
    {
      title: measure === 'pay' ? words.trendPayTitle : words.trendTitle,
      desc: fill(words.chart.trendDesc, {
        first: days[0] ?? '',
        last: days[1] ?? '',
        rows: spoken.join(words.chart.and),
      }),
    },
    html`${y.ticks.map(
      (tick) =>
        html`<path class="grid" d="M${left} ${px(y.at(tick))}H${px(right + 6)}"/><text class="tick-label end" x="${left - 6}" y="${px(y.at(tick) + 3.5)}">${show(tick, measure, context)}</text>`,
    )}<text class="tick-label" x="${left}" y="${TOP + HEIGHT + 18}">${ends[0]}</text>${points.length > 1 && html`<text class="tick-label end" x="${px(right + 6)}" y="${TOP + HEIGHT + 18}">${ends[1]}</text>`}${SERIES.map((role) => drawSeries(points, role, measure, { x, y }))}${drawEnds(points, measure, { x: right + 14, y }, context)}`,
  )
}

/** The snapshots as figures. */
export function trendData(points: readonly TrendPoint[], context: FigureContext): ChartData {
  const { words } = context
  return {
    columns: [
      ...columnsOf('text', words.snapshot),
      ...columnsOf('count', words.vacancies, words.rolesShort.cm, words.rolesShort.smm),
      ...columnsOf('eur', ...SERIES.map((role) => `${words.median} ${words.rolesShort[role]} (EUR)`)),
    ],
    rows: points.map((point) => [
      point.snapshotId,
      point.vacancies,
      point.cm,
      point.smm,
      point.medianPayCm,
      point.medianPaySmm,
    ]),
  }
}
