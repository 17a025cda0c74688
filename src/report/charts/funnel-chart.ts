import { type Accounting, balances } from '../../domain/accounting.ts'
import { foreignLine } from '../render/foreign-text.ts'
import { formatNumber } from '../render/language/format-figures.ts'
import { fill } from '../render/language/words.ts'
import { html, type Markup } from '../render/markup.ts'
import { type ChartData, columnsOf } from './chart-data.ts'
import { type ChartContext, type FigureContext, frame } from './chart-frame.ts'
import { px } from './scale.ts'
import { fitText, textWidth } from './text-width.ts'

const ROW = 44
const TOP = 4

function skippedOf(line: Accounting): number {
  let sum = 0
  for (const count of Object.values(line.skipped)) sum += count
  return sum
}

/** Name of a stage in the language of the report, or its code. */
export function stageName(stage: string, context: FigureContext): string {
  return context.words.stages[stage] ?? foreignLine(stage, 60)
}

/** Name of a reason in the language of the report, or its code. */
export function reasonName(reason: string, context: FigureContext): string {
  return context.words.reasons[reason] ?? foreignLine(reason, 60)
}

/** Each stage as one bar: what goes on, and what is left out beside it. */
export function drawFunnel(funnel: readonly Accounting[], context: ChartContext): Markup {
  const { words, lang, width } = context
  const most = Math.max(1, ...funnel.map((line) => line.in))
  const spoken = funnel.map((line) =>
    fill(words.chart.funnelRow, {
      stage: stageName(line.stage, context),
      in: formatNumber(line.in, lang),
      out: formatNumber(line.out, lang),
      skipped: formatNumber(skippedOf(line), lang),
    }),
  )
  const bars = funnel.map((line, index) => {
    const y = TOP + index * ROW
    const out = (line.out / most) * width
    const skipped = (skippedOf(line) / most) * width
    const counts = `${formatNumber(line.in, lang)} → ${formatNumber(line.out, lang)}`
    const name = fitText(stageName(line.stage, context), width - textWidth(counts, 12) - 16, 13)
    return html`<text class="label" x="0" y="${y + 14}">${name}</text><text class="value end" x="${width}" y="${y + 14}">${counts}</text><rect class="bar in" x="0" y="${y + 21}" width="${px(out)}" height="9"/><rect class="bar" x="${px(out)}" y="${y + 21}" width="${px(Math.min(skipped, width - out))}" height="9"/>`
  })
  return frame(
    context,
    TOP + funnel.length * ROW,
    { title: words.funnelTitle, desc: fill(words.chart.funnelDesc, { rows: spoken.join(words.chart.and) }) },
    bars,
  )
}

/** The stages as figures, with every reason and whether the stage balances. */
export function funnelData(funnel: readonly Accounting[], context: FigureContext): ChartData {
  const { words } = context
  return {
    columns: [
      ...columnsOf('text', words.stage),
      ...columnsOf('count', words.in, words.out, words.skipped),
      ...columnsOf('text', words.reason, words.balanced),
    ],
    rows: funnel.map((line) => [
      stageName(line.stage, context),
      line.in,
      line.out,
      skippedOf(line),
      Object.entries(line.skipped)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([reason, count]) => `${reasonName(reason, context)} ${formatNumber(count, context.lang)}`)
        .join(words.chart.and),
      balances(line)
        ? words.yes
        : fill(words.unbalanced, { n: formatNumber(line.in - line.out - skippedOf(line), context.lang) }),
    ]),
  }
}
