import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { renderJson } from '../../../src/report/render/render-json.ts'
import { reportJsonSchema, reportSchema } from '../../../src/report/render/report-schema.ts'
import type { ReportModel } from '../../../src/report/report-model.ts'
import { emptyModel } from './empty-model.ts'
import { hostileModel } from './hostile-model.ts'
import { sampleModel } from './sample-model.ts'

const PUBLISHED = resolve(import.meta.dirname, '../../../docs/report.schema.json')
if (process.env['VIGIE_WRITE_SCHEMA'] === '1') writeFileSync(PUBLISHED, JSON.stringify(reportJsonSchema(), null, 2))

const MODELS: readonly (readonly [string, ReportModel])[] = [
  ['rich', sampleModel()],
  ['empty', emptyModel()],
  ['hostile', hostileModel()],
]

describe('docs/report.schema.json', () => {
  it('is what the code says (VIGIE_WRITE_SCHEMA=1 writes it, biome formats it)', () => {
    expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())))
  })

  const published = z.fromJSONSchema(JSON.parse(readFileSync(PUBLISHED, 'utf8')))

  it.each(MODELS)('takes the JSON of a %s report', (_, model) => {
    const data: unknown = JSON.parse(renderJson(model))
    expect(published.safeParse(data).error?.issues.slice(0, 3) ?? []).toEqual([])
    expect(reportSchema.safeParse(data).error?.issues.slice(0, 3) ?? []).toEqual([])
  })

  it.each([
    ['a verdict that is none of the seven', { verdict: 'true' }],
    ['a caveat outside the closed list', { caveats: ['whatever'] }],
    ['an estimate without its unit', { estimate: { value: 1, low: 0, high: 2 } }],
  ])('refuses %s', (_, change) => {
    const model = sampleModel(0)
    const broken = { ...model, verdicts: [{ ...model.verdicts[0], ...change }] }
    expect(published.safeParse(JSON.parse(JSON.stringify(broken))).success).toBe(false)
  })
})

describe('renderJson', () => {
  it('gives no estimate rather than one without an end, which JSON cannot hold', () => {
    const model = sampleModel(0)
    const [first] = model.verdicts
    if (first === undefined || first.estimate === null) throw new Error('The sample begins with an estimate.')
    const endless = { ...first, estimate: { ...first.estimate, high: Number.POSITIVE_INFINITY } }
    const data = JSON.parse(renderJson({ ...model, verdicts: [endless] })) as ReportModel
    expect(data.verdicts[0]?.estimate).toBeNull()
    expect(reportSchema.safeParse(data).success).toBe(true)
  })

  it.each(MODELS)('keeps every value of a %s report and holds no mark-up', (_, model) => {
    const text = renderJson(model)
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(model)))
    expect(/[<>&\u2028\u2029]/.test(text)).toBe(false)
    expect(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)).toBe(false)
  })

  it('gives the same bytes whatever the order of the keys', () => {
    const model = sampleModel(3)
    const turned = Object.fromEntries(Object.entries(model).reverse()) as unknown as ReportModel
    expect(renderJson(turned) === renderJson(model)).toBe(true)
  })
})
