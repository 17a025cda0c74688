import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { frenchTypography, say } from '../../../../src/report/render/language/lang.ts'
import { renderHtml } from '../../../../src/report/render/render-html.ts'
import { renderIndex, toSnapshotEntry } from '../../../../src/report/render/render-index.ts'
import { renderMarkdown } from '../../../../src/report/render/render-markdown.ts'
import { readClaimFiles } from '../../read-claim-files.ts'
import { emptyModel } from '../empty-model.ts'
import { sampleModel } from '../sample-model.ts'

// What French print forbids, with a little of what stands around it.
const FAULTS: Readonly<Record<string, RegExp>> = {
  'a plain space before a high mark': /.{0,20} [;!?%»€].{0,10}/g,
  'no space before a high mark': /.{0,20}(?:[\p{L}\d)][;!?%»]|[\d)]€)(?![\p{L}\d]).{0,10}/gu,
  'a plain space before a colon': /.{0,20} :(?=\s|$).{0,10}/gm,
  'no space before a colon': /.{0,20}\p{L}:\s.{0,10}/gu,
  'a plain space after a guillemet': /.{0,10}«[^\u00a0\u202f].{0,10}/g,
  'a plain space inside a number': /.{0,10}\d \d{3}(?!\d).{0,10}/g,
  'a plain space before a unit': /.{0,10}\d (?:k€|M€|pts\b).{0,10}/g,
  'a straight apostrophe': /.{0,10}\p{L}'\p{L}.{0,10}/gu,
  'a straight quotation mark': /.{0,10}"\p{L}.{0,10}/gu,
  'three dots': /.{0,20}\.\.\./g,
}

function faultsOf(text: string): readonly string[] {
  return Object.entries(FAULTS).flatMap(([name, fault]) =>
    [...text.matchAll(fault)].slice(0, 5).map(([found]) => `${name}: ${found}`),
  )
}

/** What a page says in its own name: without style, code and the words of ads. */
function ownText(page: string): string {
  const { document } = parseHTML(page)
  for (const foreign of document.querySelectorAll('style, code, .ads, .drill, .pin, .id')) foreign.remove()
  // A line per text, save that the pieces of a sentence stay together.
  for (const block of document.querySelectorAll('p, li, h1, h2, h3, h4, td, th, dd, dt, text, title, desc, caption')) {
    block.append('\n')
  }
  const labels = [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'))
  return `${document.documentElement.textContent}\n${labels.join('\n')}`
}

const FILES = { html: '2026-11-20/index.html', markdown: null, json: null }

describe('what is printed in French', () => {
  it.each([
    ['the page', () => ownText(renderHtml(sampleModel(), { lang: 'fr' }))],
    ['the page of an empty database', () => ownText(renderHtml(emptyModel(), { lang: 'fr' }))],
    ['the page of one ad', () => ownText(renderHtml(sampleModel(1), { lang: 'fr' }))],
    ['the index', () => ownText(renderIndex([toSnapshotEntry(sampleModel(), FILES)], { lang: 'fr' }))],
  ])('%s is spaced and quoted as French is', (_, text) => {
    expect(text().length).toBeGreaterThan(300)
    expect(faultsOf(text())).toEqual([])
  })

  it('so is Markdown, its links and code aside', () => {
    const text = renderMarkdown(sampleModel(), { lang: 'fr' }).replaceAll(
      /`[^`]*`|\]\([^)]*\)|<a id="[^"]*"><\/a>/g,
      '',
    )
    expect(faultsOf(text)).toEqual([])
  })

  it('so are the claims themselves and the reasons for what cannot be tested', () => {
    const texts = readClaimFiles().flatMap(({ claims }) =>
      claims.flatMap(({ statement, test }) => [statement, ...(test.testable === 'no' ? [test.reason] : [])]),
    )
    expect(texts.length).toBeGreaterThan(200)
    const printed = texts.map((text) => say(text, 'fr'))
    expect(faultsOf(printed.join('\n'))).toEqual([])
    expect(printed.map(frenchTypography)).toEqual(printed)
  })
})
