import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../src/report/render/render-html.ts'
import { emptyModel, hostileModel, sampleModel } from './sample-model.ts'

describe('renderHtml', () => {
  it.each(['fr', 'en'] as const)('gives the same bytes for the same model (%s)', (lang) => {
    expect(renderHtml(sampleModel(), { lang })).toBe(renderHtml(structuredClone(sampleModel()), { lang }))
  })

  it('gives every claim a permanent anchor', () => {
    const page = renderHtml(sampleModel(), { lang: 'fr' })
    for (const { claim } of sampleModel().verdicts) expect(page).toContain(`id="${claim.id}"`)
  })

  it('holds no script, handler or remote address whatever the ads say', () => {
    const page = renderHtml(hostileModel(), { lang: 'fr' })
    expect(page).not.toMatch(/<script|<img|<body onload|javascript:/i)
    expect(page).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  it('is an honest page from an empty database', () => {
    const page = renderHtml(emptyModel(), { lang: 'fr' })
    expect(page).toContain('Aucune offre de la période n’affiche de salaire lisible')
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })
})
