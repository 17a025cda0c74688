import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../src/report/render/render-html.ts'
import { emptyModel } from './empty-model.ts'
import { hostileModel } from './hostile-model.ts'
import { sampleModel } from './sample-model.ts'

// Controls, direction marks and halves of surrogate pairs.
const FORBIDDEN = [
  ...Array(9).keys(),
  0x200e,
  0x200f,
  0x202a,
  0x202b,
  0x202c,
  0x202d,
  0x202e,
  0x2066,
  0x2067,
  0x2068,
  0x2069,
  0xd800,
]

describe('renderHtml', () => {
  it.each(['fr', 'en'] as const)('gives the same bytes for the same model (%s)', (lang) => {
    expect(renderHtml(sampleModel(), { lang }) === renderHtml(structuredClone(sampleModel()), { lang })).toBe(true)
  })

  it('gives every claim a permanent anchor', () => {
    const page = renderHtml(sampleModel(), { lang: 'fr' })
    for (const { claim } of sampleModel().verdicts) expect(page.includes(` id="${claim.id}"`), claim.id).toBe(true)
  })

  it('holds no script, handler or mark-up of an ad whatever the ads say', () => {
    const page = renderHtml(hostileModel(), { lang: 'fr' })
    // Booleans: a failing match on a page of this size would print all of it.
    const tags = page.match(/<[a-z][^>]*>/gi) ?? []
    expect(tags.filter((tag) => /^<(script|img|iframe|object|embed|form|base|body .)/i.test(tag))).toEqual([])
    expect(tags.filter((tag) => /\s(on[a-z]+|style|srcdoc)\s*=/i.test(tag))).toEqual([])
    expect(tags.filter((tag) => /href="(?!#|https?:|data:text\/csv)/i.test(tag))).toEqual([])
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(FORBIDDEN.filter((code) => page.includes(String.fromCharCode(code)))).toEqual([])
  })

  it('puts a headline under the claim whose sentence it is, and says each once', () => {
    const model = sampleModel(0)
    const [line] = model.verdicts
    if (line === undefined) throw new Error('The sample has verdicts.')
    const page = renderHtml({ ...model, headlines: [line.sentence, line.sentence] }, { lang: 'fr' })
    expect(page.split('<p class="headline">')).toHaveLength(2)
    expect(page.includes(`<p class="asked"><a href="#${line.claim.id}">`)).toBe(true)
  })

  it('links to what lies beside it, and to nothing that was not written', () => {
    const beside = { index: '../index.html', json: 'report.json' }
    const page = renderHtml(sampleModel(0), { lang: 'fr', beside })
    expect(page.includes('<a href="../index.html">tous les relevés</a> · <a href="report.json">JSON</a>')).toBe(true)
    expect(page.includes('Markdown</a>')).toBe(false)
  })

  it('is an honest page from one ad: in the singular, nothing drawn of it, nothing decided', () => {
    const model = emptyModel()
    const totals = { ...model.totals, postings: 1, vacancies: 1, vacanciesInWindow: 1, employers: 1 }
    const titleByContent = [{ titleRole: 'cm', role: 'cm', vacancies: 1 } as const]
    const page = renderHtml({ ...model, totals, titleByContent }, { lang: 'fr' })
    expect(
      page.includes('Nous avons lu 1 annonce\u00a0: 1 poste de 1 employeur ne suffit pas encore à trancher.'),
    ).toBe(true)
    expect(page.includes('<dt>poste dans la période</dt>')).toBe(true)
    expect(page.includes('1 annonce titrée CM, SMM ou les deux\u00a0: trop peu pour un dessin.')).toBe(true)
    expect(page.includes('class="ribbon')).toBe(false)
  })

  it('is an honest page from an empty database', () => {
    const page = renderHtml(emptyModel(), { lang: 'fr' })
    expect(page.includes('Aucune offre de la période n’affiche de salaire lisible')).toBe(true)
    expect(/NaN|undefined|Infinity/.test(page)).toBe(false)
  })
})
