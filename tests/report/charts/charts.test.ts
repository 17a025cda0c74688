import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { balances } from '../../../src/domain/accounting.ts'
import { toCsv } from '../../../src/report/charts/chart-data.ts'
import type { ChartContext } from '../../../src/report/charts/chart-frame.ts'
import { drawFlow, drawnFlow, flowData, namedTitles } from '../../../src/report/charts/flow-chart.ts'
import { drawFunnel, funnelData } from '../../../src/report/charts/funnel-chart.ts'
import { describeBand, drawInterval } from '../../../src/report/charts/interval-chart.ts'
import { drawPay, payData, payDomain } from '../../../src/report/charts/pay-chart.ts'
import { drawShares, rolesDrawn } from '../../../src/report/charts/share-chart.ts'
import { shareData } from '../../../src/report/charts/share-data.ts'
import { drawTrend, trendData } from '../../../src/report/charts/trend-chart.ts'
import { wordsOf } from '../../../src/report/render/language/words.ts'
import { sampleModel } from '../render/sample-model.ts'

const model = sampleModel(0)
const context: ChartContext = { lang: 'fr', words: wordsOf('fr'), claimLabel: (id) => id, width: 720 }
const slim = { ...context, width: 328 }
const [payGroup] = model.pay
const [shareTable] = model.shareTables
const withEstimate = model.verdicts.filter(({ estimate }) => estimate !== null)
if (payGroup === undefined || shareTable === undefined) throw new Error('The sample has pay and shares.')

function parseSvg(text: string) {
  const { document } = parseHTML(`<body>${text}</body>`)
  const svg = document.querySelector('svg')
  if (svg === null) throw new Error('No drawing.')
  return svg
}

const drawings: readonly (readonly [string, (context: ChartContext) => { readonly text: string } | null])[] = [
  ['pay', (each) => drawPay(payGroup, payDomain(model.pay), each)],
  ['shares', (each) => drawShares(shareTable, each)],
  ['flow', (each) => drawFlow(model.titleByContent, each)],
  ['trend of vacancies', (each) => drawTrend(model.trend, 'vacancies', each)],
  ['trend of pay', (each) => drawTrend(model.trend, 'pay', each)],
  ['funnel', (each) => drawFunnel(model.funnel, each)],
  ...withEstimate.map((line) => [line.claim.id, (each: ChartContext) => drawInterval(line, each)] as const),
]

describe.each(drawings)('the drawing of %s', (_, draw) => {
  it.each([context, slim])('has a title, a description and finite coordinates at $width px', (each) => {
    const text = draw(each)?.text ?? ''
    const svg = parseSvg(text)
    expect(svg.getAttribute('role')).toBe('img')
    expect(svg.querySelector('title')?.textContent).not.toBe('')
    expect(svg.querySelector('desc')?.textContent?.length).toBeGreaterThan(20)
    expect(/NaN|Infinity|undefined|null/.test(text)).toBe(false)
    expect(draw(each)?.text).toBe(text)
  })
})

describe('what a drawing says', () => {
  it('ends the band of a share where shares end', () => {
    const line = model.verdicts.find(({ claim }) => claim.id === 'C-video-65')
    if (line === undefined) throw new Error('The sample has C-video-65.')
    expect(describeBand({ low: 0.83, high: 1.03 }, 'share', context)).toMatch(/83\s%.*100\s%/)
    expect(describeBand({ low: -0.05, high: 0.15 }, 'share', context)).not.toMatch(/[\u2212-]\d/)
    expect(describeBand({ low: -0.1, high: 1.1 }, 'points', context)).toMatch(/\u221210.*110/)
    const high = { ...line, band: { low: 0.83, high: 1.03 } }
    const band = parseSvg(drawInterval(high, { ...context, width: 300 })?.text ?? '').querySelector('.band')
    expect(Number(band?.getAttribute('x')) + Number(band?.getAttribute('width'))).toBeCloseTo(286, 0)
  })

  it('puts the estimate between its ends, and the band where the claim has it', () => {
    const line = model.verdicts.find(({ claim }) => claim.id === 'C-video-65')
    const svg = parseSvg(line === undefined ? '' : (drawInterval(line, { ...context, width: 300 })?.text ?? ''))
    // A share: 0 to 1 over 14 to 286 px.
    expect(Number(svg.querySelector('.dot')?.getAttribute('cx'))).toBeCloseTo(14 + 0.66 * 272, 0)
    expect(Number(svg.querySelector('.band')?.getAttribute('x'))).toBeCloseTo(14 + 0.55 * 272, 0)
    expect(Number(svg.querySelector('.band')?.getAttribute('width'))).toBeCloseTo(0.2 * 272, 0)
  })

  it('counts every salary in the columns', () => {
    const bins = payData(payGroup, payDomain(model.pay), context).rows.filter(([name]) => String(name).includes('–'))
    expect(bins.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(payGroup.n)
  })

  it('draws ribbons as thick as their counts', () => {
    const ribbons = [...parseSvg(drawFlow(model.titleByContent, context).text).querySelectorAll('.ribbon')]
    expect(ribbons).toHaveLength(model.titleByContent.filter(({ vacancies }) => vacancies > 0).length)
    expect(ribbons.filter((ribbon) => ribbon.classList.contains('same'))).toHaveLength(4)
  })

  it('leaves a role of fewer than 30 vacancies or 15 employers out of the drawing, not out of the figures', () => {
    const few = {
      ...shareTable,
      rows: shareTable.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.role === 'smm' && cell.estimate !== null
            ? { ...cell, estimate: { ...cell.estimate, nEmployers: 14 } }
            : cell,
        ),
      })),
    }
    expect(rolesDrawn(shareTable)).toEqual(['cm', 'smm'])
    expect(rolesDrawn(few)).toEqual(['cm'])
    expect(parseSvg(drawShares(few, context).text).querySelector('.role-smm')).toBeNull()
    expect(toCsv(shareData(few, context))).toContain(',smm,')
  })

  it('leaves other titles out of the drawing only where they dwarf the two jobs', () => {
    const flood = model.titleByContent.map((each) =>
      each.titleRole === 'other' ? { ...each, vacancies: 5_000 } : each,
    )
    expect(drawnFlow(model.titleByContent)).toEqual({ flow: model.titleByContent, leftOut: 0 })
    expect(drawnFlow(flood).leftOut).toBe(20_000)
    expect(drawnFlow(flood).flow).toHaveLength(12)
    expect(namedTitles(flood)).toEqual({ total: 771, same: 380 + 128 + 38 })
  })

  it('balances to the end of the funnel', () => {
    const stages = model.funnel
    expect(stages.map(({ stage }) => stage)).toEqual(['fetched', 'parsed', 'kept', 'unique', 'classified'])
    expect(stages.every(balances)).toBe(true)
    for (const [index, stage] of stages.slice(1).entries()) expect(stage.in).toBe(stages[index]?.out)
  })

  it('gives the figures of flow, trend and funnel as rows', () => {
    expect(flowData(model.titleByContent, context).rows[0]).toEqual(['Community manager', 380, 32, 84, 16])
    expect(trendData(model.trend, context).rows).toHaveLength(3)
    expect(funnelData(model.funnel, context).rows.every((row) => row.at(-1) === 'oui')).toBe(true)
  })
})
