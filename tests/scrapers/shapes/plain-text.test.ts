import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlineText, plainText } from '../../../src/scrapers/shapes/plain-text.ts'
import { cpuMs } from '../cpu-time.ts'

describe('plainText', () => {
  it.each([
    ['plain text with its line ends', 'Un\r\ndeux\u2028trois', 'Un\ndeux\ntrois'],
    ['paragraphs', '<p>Un</p><p>deux</p>', 'Un\n\ndeux'],
    ['line breaks', 'Un<br>deux<br/>trois<br><br>quatre', 'Un\ndeux\ntrois\n\nquatre'],
    ['lists', '<ul><li>un</li><li><p>deux</p></li></ul>', '- un\n- deux'],
    ['lists with their own bullets', '<ul><li>• un</li><li>- deux</li></ul>', '• un\n- deux'],
    ['blanks between tags', '<p>\n  Un <b>deux</b>,\n trois\n</p>', 'Un deux, trois'],
    ['words parted by tags only', '<div>Un</div><div>deux</div>', 'Un\ndeux'],
    ['cells', '<table><tr><td>CDI</td><td>Paris</td></tr></table>', 'CDI Paris'],
    ['inline tags in text with line ends', 'Un\n<b>deux</b>\ntrois', 'Un\ndeux\ntrois'],
    ['escaped HTML', '&lt;p&gt;Un &amp; deux&lt;/p&gt;', 'Un & deux'],
    ['doubly escaped HTML', '&amp;lt;p&amp;gt;Un &amp;amp;amp; deux&amp;lt;/p&amp;gt;', 'Un & deux'],
    ['HTML with doubly escaped entities', '<p>l&amp;#39;été &amp;eacute;</p>', "l'été é"],
    ['entities in plain text', 'l&rsquo;offre &#40;H/F&#41;&nbsp;: 30&#x202F;k€', 'l’offre (H/F)\u00a0: 30\u202fk€'],
    ['signs that are no tags', 'CA < 10 M€ et > 3 ans & plus', 'CA < 10 M€ et > 3 ans & plus'],
    ['scripts and styles', '<style>p{}</style><p>Un</p><script>alert("deux")</script>', 'Un'],
    ['line ends escaped once too often', 'Un\\n\\nDeux\\r\\ntrois', 'Un\n\nDeux\ntrois'],
    ['control characters', 'Un\u0000\u0008 deux\u007f', 'Un deux'],
    ['half of a surrogate pair', 'Un \ud83d deux', 'Un \ufffd deux'],
    ['an unclosed tag', '<p>Un <b>deux', 'Un deux'],
    ['nothing', '', ''],
  ])('reads %s', (_name, html, text) => {
    expect(plainText(html)).toBe(text)
  })

  it('leaves plain words as they are', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\d ,.;:!?'()-]{1,30}$/u), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, (lines) => {
        const text = lines
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n')
        expect(plainText(text)).toBe(text)
      }),
    )
  })

  it('gives back what was escaped, however often', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé' <>&]{1,40}$/), fc.integer({ min: 1, max: 2 }), (words, times) => {
        const text = words.replaceAll(/[<>&]/g, '').replaceAll(/\s+/g, ' ').trim()
        let html = `<p>${escapeHtml(text)}</p><p>fin</p>`
        for (let time = 0; time < times; time += 1) html = escapeHtml(html)
        expect(plainText(html)).toBe(text === '' ? 'fin' : `${text}\n\nfin`)
      }),
    )
  })

  it.each([
    ['open tags', '<div>'.repeat(300_000)],
    ['angle brackets', '<'.repeat(2_000_000)],
    ['ampersands', '&'.repeat(2_000_000)],
    ['escaped tags', '&lt;p&gt;'.repeat(200_000)],
    ['escapes of escapes', `&${'amp;'.repeat(500_000)}lt;p&gt;`],
    ['blanks', ' '.repeat(3_000_000)],
    ['line ends', ' \n'.repeat(1_500_000)],
    ['one long text', `<p>${'a'.repeat(10_000_000)}</p>`],
    ['attributes', `<p ${'a="b" '.repeat(200_000)}>x</p>`],
    ['an attribute without end', `<p a="${'b'.repeat(5_000_000)}`],
    ['comments', '<!--'.repeat(500_000)],
    ['literal line ends', '\\n'.repeat(1_000_000)],
  ])('takes less than a second for millions of %s', (_name, html) => {
    expect(cpuMs(() => plainText(html))).toBeLessThan(1000)
  })
})

describe('inlineText', () => {
  it('puts a title on one line, without tags', () => {
    expect(inlineText('<a href="/x">Community\n manager</a> <b>H/F</b>')).toBe('Community manager H/F')
  })
})

function escapeHtml(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;')
}
