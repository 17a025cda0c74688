import type { Estimate } from '../../domain/verdict.ts'
import { reachableBand } from '../judge/reachable-band.ts'
import { formatFigure, formatInterval, formatTick } from '../render/language/format-figures.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup, NOTHING } from '../render/markup.ts'
import type { ClaimVerdict } from '../report-model.ts'
import { type ChartContext, type FigureContext, frame } from './chart-frame.ts'
import { linearScale, niceDomain, px, type Scale } from './scale.ts'
import { textWidth } from './text-width.ts'

type Band = NonNullable<ClaimVerdict['band']>

const HEIGHT = 58
const AXIS = 40
const MIDDLE = 20
const EDGE = 14
const TICK = 10.5
const LABEL_GAP = 6

/** The expected band in words, or that there is none. */
export function describeBand(band: ClaimVerdict['band'], unit: Estimate['unit'], context: FigureContext): string {
  const { words, lang } = context
  const { low, high } = reachableBand(band, unit)
  const show = (value: number) => formatFigure(value, unit, lang)
  if (low !== null && high !== null) return fill(words.chart.between, { low: show(low), high: show(high) })
  if (unit === 'rank' && high === 1) return show(1)
  if (unit === 'rank' && high !== null) return fill(words.chart.rankAtMost, { value: show(high) })
  if (low === 0) return fill(words.chart.above, { value: show(0) })
  if (low !== null) return fill(words.chart.atLeast, { value: show(low) })
  if (high === 0) return fill(words.chart.below, { value: show(0) })
  if (high !== null) return fill(words.chart.atMost, { value: show(high) })
  return ''
}

function domainOf({ band, inConstantEuros }: ClaimVerdict, estimate: Estimate): readonly [number, number] {
  const ends = [
    estimate.low,
    estimate.high,
    estimate.value,
    band?.low,
    band?.high,
    inConstantEuros?.low,
    inConstantEuros?.high,
  ].filter((end): end is number => typeof end === 'number' && Number.isFinite(end))
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  // Shares are read against the whole, unless all of it happens near zero.
  if (estimate.unit === 'share') return [0, high > 0.3 ? 1 : niceDomain(0, Math.max(0.02, high * 1.6), 5)[1]]
  const signed = estimate.unit === 'points' || low <= 0
  const [least, most] = signed ? [Math.min(0, low), Math.max(0, high)] : [low, high]
  const room = (most - least || Math.abs(most) || 1) * 0.08
  const [from, to] = niceDomain(least < 0 || !signed ? least - room : least, most + room, 6)
  // The first rank is 1: there is nothing before it.
  if (estimate.unit === 'rank') return [1, Math.max(2, to)]
  return [low >= 0 ? Math.max(0, from) : from, to]
}

/** The claimed figures in euros of the snapshot's year, beside those the article wrote. */
function drawConstant(line: ClaimVerdict, scale: Scale): Markup {
  if (line.inConstantEuros === null) return NOTHING
  const { low, high } = line.inConstantEuros
  const from = scale.at(low)
  return html`<rect class="band-now" x="${px(from)}" y="8" width="${px(Math.max(1, scale.at(high) - from))}" height="${AXIS - 12}"/>`
}

function drawBand(band: ClaimVerdict['band'], scale: Scale, [left, right]: readonly [number, number]): Markup {
  if (band === null) return NOTHING
  const { low, high } = band as Band
  const from = low === null ? left : scale.at(low)
  const to = high === null ? right : scale.at(high)
  const ends = [low, high].filter((end): end is number => end !== null)
  return html`<rect class="band" x="${px(from)}" y="4" width="${px(Math.max(2, to - from))}" height="${AXIS - 4}"/>${ends.map(
    (end) => html`<path class="band-end" d="M${px(scale.at(end))} 4V${AXIS}"/>`,
  )}`
}

/** Every tick its label, or every second, third …: the first stride at which no label touches the next. */
function labelsOf(scale: Scale, estimate: Estimate, context: ChartContext) {
  const all = scale.ticks.map((tick) => {
    const text = formatTick(tick, estimate.unit, context.lang)
    const half = textWidth(text, TICK) / 2
    return { text, half, x: Math.min(context.width - half - 1, Math.max(half + 1, scale.at(tick))) }
  })
  for (let stride = 1; ; stride++) {
    const kept = all.filter((_, index) => index % stride === 0)
    const fits = kept.every(({ x, half }, index) => {
      const next = kept[index + 1]
      return next === undefined || x + half + LABEL_GAP <= next.x - next.half
    })
    if (fits) return kept
  }
}

/** The axis, with labels that neither touch each other nor leave the drawing. */
function drawAxis(scale: Scale, estimate: Estimate, context: ChartContext): Markup {
  const ticks = scale.ticks.map((tick) => `M${px(scale.at(tick))} ${AXIS}v4`).join('')
  const path = `M${EDGE} ${AXIS}H${context.width - EDGE}${ticks}`
  const labels = labelsOf(scale, estimate, context).map(
    ({ text, x }) => html`<text x="${px(x)}" y="${HEIGHT - 3}">${text}</text>`,
  )
  return html`<path class="axis" d="${path}"/><g class="tick-label mid">${labels}</g>`
}

/** One measure against what the article says: the band, the 95 % interval, the estimate. Null without an estimate. */
export function drawInterval(line: ClaimVerdict, context: ChartContext): Markup | null {
  const { estimate, band } = line
  if (estimate === null) return null
  const { words, lang, width } = context
  const range = [EDGE, width - EDGE] as const
  const scale = linearScale(domainOf(line, estimate), range, 5)
  const expected = describeBand(band, estimate.unit, context)
  const desc = fill(words.chart.miniDesc, {
    value: formatFigure(estimate.value, estimate.unit, lang),
    interval: formatInterval(estimate.low, estimate.high, estimate.unit, lang),
    band: expected === '' ? words.chart.noBand : fill(words.chart.bandDesc, { band: expected }),
  })
  const from = scale.at(estimate.low)
  const to = scale.at(estimate.high)
  return frame(
    context,
    HEIGHT,
    { title: fill(words.chart.mini, { id: line.claim.id }), desc },
    html`${drawBand(band && reachableBand(band, estimate.unit), scale, range)}${drawConstant(line, scale)}${drawAxis(scale, estimate, context)}<path class="whisker" d="M${px(from)} ${MIDDLE - 5}v10M${px(from)} ${MIDDLE}H${px(to)}M${px(to)} ${MIDDLE - 5}v10"/><circle class="dot" cx="${px(scale.at(estimate.value))}" cy="${MIDDLE}" r="5"/>`,
  )
}
