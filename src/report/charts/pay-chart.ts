import { formatEuros, formatKiloEuros, formatNumber } from '../render/language/format-figures.ts'
import { say } from '../render/language/lang.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup, NOTHING } from '../render/markup.ts'
import type { PayDistribution } from '../report-model.ts'
import { type ChartData, columnsOf } from './chart-data.ts'
import { type ChartContext, type FigureContext, frame } from './chart-frame.ts'
import { linearScale, niceDomain, px, type Scale } from './scale.ts'
import { fitText, textWidth } from './text-width.ts'

const TOP = 22
const BARS = 92
const BOX = 30
const AXIS_ROOM = 24
const LANE_TEXT = 11
const LANE = 32
const EDGE = 16
const BIN_EUR = 2_000
const LEAST_AMOUNT_EUR = 5_000

/** Euros spanned by the pay charts of one report, so that groups can be compared by eye. */
export type PayDomain = readonly [number, number]

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Claimed figures that are amounts a year; a ratio or a day rate has no place on this axis. */
function amountsOf(group: PayDistribution): PayDistribution['claimed'] {
  return group.claimed.filter(({ high }) => high >= LEAST_AMOUNT_EUR)
}

/** The domain all groups share: their central 98 % of values and the claimed bands, but no single lucky ad. */
export function payDomain(groups: readonly PayDistribution[]): PayDomain {
  const ends = groups.flatMap((group) => [
    ...(group.values.length > 0 ? [quantile(group.values, 0.01), quantile(group.values, 0.99)] : []),
    ...amountsOf(group).flatMap(({ low, high }) => [low, Math.min(high, 130_000)]),
  ])
  if (ends.length === 0) return [0, 60_000]
  return niceDomain(Math.max(0, Math.min(...ends) - BIN_EUR), Math.max(...ends) + BIN_EUR, 8)
}

interface Bin {
  readonly from: number
  readonly count: number
}

function binsOf(values: readonly number[], [from, to]: PayDomain): readonly Bin[] {
  const counts = new Array<number>(Math.max(1, Math.ceil((to - from) / BIN_EUR))).fill(0)
  for (const value of values) {
    const index = Math.min(counts.length - 1, Math.max(0, Math.floor((value - from) / BIN_EUR)))
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.map((count, index) => ({ from: from + index * BIN_EUR, count }))
}

function drawBars(group: PayDistribution, scale: Scale, context: ChartContext): Markup {
  const bins = binsOf(group.values, [scale.from, scale.to])
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const floor = TOP + BARS
  const inner = [group.q25?.value ?? Number.POSITIVE_INFINITY, group.q75?.value ?? Number.NEGATIVE_INFINITY] as const
  const bars = bins.map(({ from, count }) => {
    if (count === 0) return NOTHING
    const middle = from + BIN_EUR / 2
    const x = scale.at(from)
    const width = Math.max(1, scale.at(from + BIN_EUR) - x - 1)
    const height = Math.max(1.5, (count / most) * BARS)
    const cls = middle >= inner[0] && middle <= inner[1] ? 'bar in' : 'bar'
    return html`<rect class="${cls}" x="${px(x)}" y="${px(floor - height)}" width="${px(width)}" height="${px(height)}"/>`
  })
  return html`${bars}<path class="axis" d="M${EDGE} ${floor}H${context.width - EDGE}"/>`
}

function drawBox(group: PayDistribution, scale: Scale, context: ChartContext): Markup {
  const { median, q25, q75 } = group
  if (median === null) return NOTHING
  const y = TOP + BARS + BOX / 2
  const label = `${context.words.median} ${formatEuros(Math.round(median.value / 100) * 100, context.lang)}`
  const half = textWidth(label, 12) / 2
  const x = Math.min(context.width - half - 2, Math.max(half + 2, scale.at(median.value)))
  const box =
    q25 !== null &&
    q75 !== null &&
    html`<path class="half" d="M${px(scale.at(q25.value))} ${y}H${px(scale.at(q75.value))}"/>`
  return html`<path class="median-line" d="M${px(scale.at(median.value))} ${TOP - 4}V${y}"/><text class="median-label mid" x="${px(x)}" y="12">${label}</text>${box}<path class="whisker strong" d="M${px(scale.at(median.low))} ${y - 6}v12m0-6H${px(scale.at(median.high))}m0-6v12"/><circle class="dot" cx="${px(scale.at(median.value))}" cy="${y}" r="5"/>`
}

function drawAxis(scale: Scale, height: number, context: ChartContext): Markup {
  const base = TOP + BARS + BOX
  return html`${scale.ticks.map((tick) => {
    const label = formatKiloEuros(tick, context.lang)
    const half = textWidth(label, 11) / 2
    const x = Math.min(context.width - half, Math.max(half, scale.at(tick)))
    return html`<path class="grid" d="M${px(scale.at(tick))} ${TOP}V${height - 4}"/><text class="tick-label mid" x="${px(x)}" y="${base + 15}">${label}</text>`
  })}`
}

/** Who says it and the amounts; where both do not fit, the letter of the article stands for its name. */
function laneLabel(who: string, range: string, width: number): string {
  const whole = `${who} · ${range}`
  return textWidth(whole, LANE_TEXT) <= width ? whole : fitText(`${who.split(' · ')[0]} · ${range}`, width, LANE_TEXT)
}

function drawClaimed(group: PayDistribution, scale: Scale, context: ChartContext): Markup {
  return html`${amountsOf(group).map(({ claimId, low, high }, index) => {
    const y = TOP + BARS + BOX + AXIS_ROOM + index * LANE
    const from = scale.at(low)
    const to = scale.at(high)
    const range =
      low === high
        ? formatKiloEuros(low, context.lang)
        : `${formatKiloEuros(low, context.lang)} – ${formatKiloEuros(high, context.lang)}`
    const label = laneLabel(context.claimLabel(claimId), range, context.width - 4)
    const x = Math.max(0, Math.min(from, context.width - textWidth(label, LANE_TEXT)))
    return html`<text class="lane-label" x="${px(x)}" y="${y + 12}">${label}</text>${
      to - from < 4
        ? html`<path class="lane" d="M${px(from)} ${y + 16}l4.5 4.5-4.5 4.5-4.5-4.5z"/>`
        : html`<rect class="lane" x="${px(from)}" y="${y + 17}" width="${px(to - from)}" height="7" rx="1.5"/>`
    }`
  })}`
}

/** Advertised pay of one group as columns of vacancies, its median and middle half, and the claimed bands beneath. */
export function drawPay(group: PayDistribution, domain: PayDomain, context: ChartContext): Markup {
  const { words, lang } = context
  const scale = linearScale(domain, [EDGE, context.width - EDGE], context.width < 520 ? 4 : 8)
  const height = TOP + BARS + BOX + AXIS_ROOM + amountsOf(group).length * LANE + 4
  const claimed = amountsOf(group).map(({ claimId, low, high }) =>
    fill(words.chart.payClaim, { id: claimId, low: formatEuros(low, lang), high: formatEuros(high, lang) }),
  )
  const euros = (value: number | undefined) => (value === undefined ? '–' : formatEuros(Math.round(value), lang))
  const text = {
    title: fill(words.chart.pay, { group: say(group.group, lang) }),
    desc: fill(words.chart.payDesc, {
      n: formatNumber(group.n, lang),
      median: euros(group.median?.value),
      q25: euros(group.q25?.value),
      q75: euros(group.q75?.value),
      claimed: claimed.length === 0 ? words.chart.none : claimed.join(words.chart.and),
    }),
  }
  return frame(
    context,
    height,
    text,
    html`${drawAxis(scale, height, context)}${drawBars(group, scale, context)}${drawBox(group, scale, context)}${drawClaimed(group, scale, context)}`,
  )
}

/** Quantiles and columns of one group as figures: first the quantiles with their intervals, then vacancies per bin. */
export function payData(group: PayDistribution, domain: PayDomain, context: FigureContext): ChartData {
  const { words, lang } = context
  const named = [
    [words.q25, group.q25],
    [words.median, group.median],
    [words.q75, group.q75],
    [words.mean, group.mean],
  ] as const
  const figures = named.flatMap(([name, estimate]) =>
    estimate === null
      ? []
      : [[name, Math.round(estimate.value), Math.round(estimate.low), Math.round(estimate.high), estimate.nVacancies]],
  )
  const bins = binsOf(group.values, domain)
    .filter(({ count }) => count > 0)
    .map(({ from, count }) => [
      `${formatKiloEuros(from, lang)} – ${formatKiloEuros(from + BIN_EUR, lang)}`,
      null,
      null,
      null,
      count,
    ])
  return {
    columns: [
      ...columnsOf('text', ''),
      ...columnsOf('eur', 'EUR', `${words.interval} –`, `${words.interval} +`),
      ...columnsOf('count', words.vacancies),
    ],
    rows: [...figures, ...bins],
  }
}
