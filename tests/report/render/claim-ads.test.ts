import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { readingsBehind } from '../../../src/report/render/readings-behind.ts'
import { renderHtml } from '../../../src/report/render/render-html.ts'
import { sampleModel } from './sample-model.ts'

const model = sampleModel()
const { document } = parseHTML(renderHtml(model, { lang: 'fr' }))
const based = model.verdicts.filter(({ adCount }) => adCount > 0)

it('every claim that rests on ads leads to ads of the page, each by a link that lands', () => {
  expect(based.length).toBeGreaterThan(20)
  for (const { claim } of based) {
    const links = [...document.querySelectorAll(`article[id="${claim.id}"] .drill a`)]
    expect(links.length, claim.id).toBeGreaterThan(0)
    for (const link of links) {
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? ''), claim.id).not.toBeNull()
    }
  }
})

it('underlines under a claim the words that claim rests on, and no others', () => {
  const marked = model.ads.flatMap(({ excerpts }) =>
    excerpts.flatMap(({ text, marks }) =>
      marks.map(({ reading, start, end }) => ({ reading, words: text.slice(start, end) })),
    ),
  )
  const quotedFor = based.filter((line) => {
    const readings = readingsBehind(line)
    const own = marked.filter(({ reading }) => readings.has(reading)).map(({ words }) => words)
    const pays = readings.has('salary') ? model.ads.map(({ pay }) => pay) : []
    const quoted = [...document.querySelectorAll(`article[id="${line.claim.id}"] .drill mark`)]
    for (const { textContent } of quoted) expect([...own, ...pays], line.claim.id).toContain(textContent)
    return quoted.length > 0
  })
  expect(quotedFor.length).toBeGreaterThan(10)
})
