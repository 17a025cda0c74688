import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../src/report/render/render-html.ts'
import type { ReportModel } from '../../../src/report/report-model.ts'
import { sampleModel } from './sample-model.ts'

const VACANCIES = 5_000
const MOST_BYTES = 1_500_000

/** The sample blown up: every vacancy cited, six copies of the claims, 200 ads behind each, all salaries drawn. */
function largeModel(): ReportModel {
  const model = sampleModel(VACANCIES)
  const verdicts = Array.from({ length: 6 }, (_, copy) =>
    model.verdicts.map((line, index) => ({
      ...line,
      claim: { ...line.claim, id: `${line.claim.id}-${copy}` },
      adIds: line.estimate === null ? [] : model.ads.slice(index * 7, index * 7 + 200).map(({ id }) => id),
      adCount: line.estimate === null ? 0 : VACANCIES,
    })),
  ).flat()
  const pay = model.pay.map((group) => ({
    ...group,
    n: 2_500,
    values: Array.from({ length: 2_500 }, (_, index) => 20_000 + index * 12),
  }))
  return { ...model, verdicts, pay }
}

describe('a report from 5,000 vacancies', () => {
  const model = largeModel()

  it.each(['fr', 'en'] as const)('stays under 1.5 MB with 264 claims (%s)', (lang) => {
    const page = renderHtml(model, { lang })
    expect(Buffer.byteLength(page)).toBeLessThan(MOST_BYTES)
    // Small by leaving ads out, not claims; and every claim that rests on ads still leads to some.
    const entries = page.split('<article class="claim').slice(1)
    expect(entries).toHaveLength(model.verdicts.length)
    const based = model.verdicts.filter(({ adCount }) => adCount > 0).length
    expect(entries.filter((entry) => /<details class="drill">.*?href="#ad\d/s.test(entry))).toHaveLength(based)
    const anchors = new Set([...page.matchAll(/ id="(ad\d+)"/g)].map(([, id]) => id))
    expect([...page.matchAll(/href="#(ad\d+)"/g)].filter(([, id]) => !anchors.has(id))).toEqual([])
  })
})
