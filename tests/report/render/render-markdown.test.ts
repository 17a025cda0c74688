import { describe, expect, it } from 'vitest'
import { markdownTable, markdownText, markdownUrl } from '../../../src/report/render/markdown-text.ts'
import { renderMarkdown } from '../../../src/report/render/render-markdown.ts'
import { emptyModel } from './empty-model.ts'
import { HOSTILE_STRINGS, hostileModel } from './hostile-model.ts'
import { sampleModel } from './sample-model.ts'

describe('markdownText', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
    ['[clic](javascript:x)', '\\[clic\\](javascript:x)'],
    ['# Titre\n- point', '\\# Titre - point'],
    ['1. premier', '1\\. premier'],
    ['`code` **gras** _it_ ~~x~~', '\\`code\\` \\*\\*gras\\*\\* \\_it\\_ \\~\\~x\\~\\~'],
    ['https://e.example', 'https:/&#47;e.example'],
    ['www.e.example @nom', 'www&#46;e.example &#64;nom'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['\u202eabc\u0000', 'abc'],
  ])('%j becomes %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })

  it.each(HOSTILE_STRINGS.map((text) => [text.slice(0, 30), text]))('keeps %j on one short line', (_, text) => {
    const line = markdownText(text)
    expect(line).not.toMatch(/[\n\r<>]/)
    expect(line.length).toBeLessThan(500)
  })

  it('closes no bracket from inside a link', () => {
    expect(markdownUrl('https://e.example/a)b c|d')).toBe('https://e.example/a%29b%20c%7Cd')
  })
})

describe('renderMarkdown', () => {
  it('names every claim once, by a heading anchor, with its verdict', () => {
    const text = renderMarkdown(sampleModel(), { lang: 'fr' })
    for (const { claim } of sampleModel().verdicts) expect(text.split(`<a id="${claim.id}"></a>`)).toHaveLength(2)
  })

  it.each(['fr', 'en'] as const)('holds nothing of an ad or source that is mark-up (%s)', (lang) => {
    const text = renderMarkdown(hostileModel(), { lang })
    // The anchors of claims are the only tags.
    expect(text.match(/<(?!a id="[\w-]+"><\/a>|\/a>|br>)[^ ]{0,20}/g) ?? []).toEqual([])
    const links = [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target]) => target)
    expect(links.filter((target) => !/^(#[\w-]+|https?:[^\s<>()|]+)$/.test(target ?? ''))).toEqual([])
    expect(/[\u202a-\u202e\u2066-\u2069]/.test(text)).toBe(false)
  })

  it('has tables whose rows all have as many cells as their head', () => {
    const text = renderMarkdown(hostileModel(), { lang: 'fr' })
    const cells = (line: string) => line.split(/(?<!\\)\|/).length
    for (const table of text.split('\n\n').filter((block) => block.startsWith('| '))) {
      const [head = '', ...rows] = table.split('\n')
      expect(rows.filter((row) => cells(row) !== cells(head)).map((row) => row.slice(0, 80))).toEqual([])
    }
  })

  it('says on an empty database that nothing was read, and marks sample data', () => {
    const empty = renderMarkdown(emptyModel(), { lang: 'fr' })
    expect(empty).toContain('Aucune source n’a encore été lue.')
    expect(empty).not.toMatch(/NaN|undefined|Infinity/)
    expect(renderMarkdown(sampleModel(), { lang: 'fr' }).split('\n').slice(0, 4).join(' ')).toContain('Marché fictif')
  })

  it('gives the same bytes for the same model', () => {
    const twice = [sampleModel(), structuredClone(sampleModel())].map((model) => renderMarkdown(model, { lang: 'fr' }))
    expect(twice[0] === twice[1]).toBe(true)
  })
})

describe('markdownTable', () => {
  it('writes a dash where there is no figure', () => {
    expect(markdownTable(['a', 'b'], [['x', null]])).toBe('| a | b |\n| --- | --- |\n| x | – |')
  })
})
