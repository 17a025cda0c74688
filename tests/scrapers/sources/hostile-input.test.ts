import { describe, expect, it } from 'vitest'
import { DumpError } from '../../../src/scrapers/dumps/dump-error.ts'
import { DUMP_FORMATS } from '../../../src/scrapers/dumps/dump-record.ts'
import { readDump } from '../../../src/scrapers/dumps/read-dump.ts'
import { sources } from '../../../src/scrapers/registry.ts'
import { cpuMs } from '../cpu-time.ts'
import { parseFixture, toFixture } from '../source-fixtures.ts'

// Each made to cost a careless parser its square: at this size that would be minutes.
const SIZE = 300_000

function fill(piece: string, before = '', after = ''): string {
  return before + piece.repeat(Math.floor((SIZE - before.length - after.length) / piece.length)) + after
}

const HOSTILE: readonly (readonly [name: string, body: string])[] = [
  ['nested lists', fill('[')],
  ['nested objects', fill('{"jobs":[')],
  ['empty records', fill('{},', '{"jobs":[', '{}]}')],
  ['records of numbers', fill('1,', '[', '1]')],
  ['records with odd keys', fill('{"__proto__":{"a":1},"id":[]},', '{"offers":[', '{}]}')],
  [
    'offers that differ',
    `{"resultats":[${Array.from({ length: 5_000 }, (_, index) => `{"id":"${index}","intitule":"a","description":"b","x${index}":1}`).join(',')}]}`,
  ],
  ['one long text', fill('a', '{"resultats":[{"id":"1","intitule":"a","description":"', '"}]}')],
  ['one long escaped text', fill('&lt;li&gt;a ', '{"jobs":[{"id":1,"title":"a","content":"', '"}]}')],
  ['one long title', fill(' a', '[{"id":"1","text":"', '"}]')],
  ['quotes', fill('"')],
  ['nested elements', fill('<item>')],
  ['nested elements of two kinds', fill('<a><b></a>')],
  ['closed elements only', fill('</item>')],
  ['positions', fill('<position><id>1</id></position>', '<workzag-jobs>', '</workzag-jobs>')],
  ['items of a feed', fill('<item><title>a</title></item>', '<rss version="2.0"><channel>', '</channel></rss>')],
  ['entries of a feed', fill('<entry><id>a</id></entry>', '<feed xmlns="http://www.w3.org/2005/Atom">', '</feed>')],
  [
    'namespaces of a feed',
    fill('<x:y xmlns:x="http://x">a</x:y>', '<rss version="2.0"><channel><item>', '</item></channel></rss>'),
  ],
  [
    'one long CDATA',
    fill(
      'a ]] > ',
      '<rss version="2.0"><channel><item><description><![CDATA[',
      ']]></description></item></channel></rss>',
    ),
  ],
  [
    'entities of entities',
    fill(
      '&lol9;',
      `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ''};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><item><title>`,
      '</title></item></channel></rss>',
    ),
  ],
  ['entities in a feed', fill('&amp;', '<rss version="2.0"><channel><item><title>', '</title></item></channel></rss>')],
  ['addresses of a sitemap', fill('<url><loc>https://exemple.test/a</loc></url>', '<urlset>', '</urlset>')],
  ['one long address', fill('a', '<urlset><url><loc>https://exemple.test/', '</loc></url></urlset>')],
  ['lines of addresses', fill('https://exemple.test/a\n')],
  ['links', fill('<a href="/b">c</a>')],
  ['links that differ', Array.from({ length: 20_000 }, (_, index) => `<a href="/offres/${index}">x</a>`).join('')],
  ['links without end', fill('<a href="/b">')],
  ['comments', fill('<!--')],
  ['declarations', fill('<!DOCTYPE ')],
  ['processing instructions', fill('<?xml ')],
  ['attributes', fill('a="b" ', '<rss ', '>')],
  ['attributes that differ', `<rss ${Array.from({ length: 50_000 }, (_, index) => `a${index}="b"`).join(' ')}>`],
  ['blanks', fill(' ')],
  ['line ends', fill('\n')],
  ['zeros', fill('\u0000')],
  ['backslashes', fill('\\')],
  ['stars', fill('*a ')],
  ['brackets of links', fill('[a](')],
]

const PURPOSES = ['listing', 'posting'] as const

describe.each(Object.entries(sources))('%s', (id, source) => {
  it.each(HOSTILE)('takes less than a second for %s', (_name, text) => {
    const body = Buffer.from(text)
    for (const purpose of PURPOSES) {
      const fixture = toFixture(id, 'x', body, { purpose, url: 'https://exemple.test/x?language=fr&limit=100' })
      expect(cpuMs(() => parseFixture(source, fixture))).toBeLessThan(1000)
    }
  })
})

describe.each(DUMP_FORMATS)('a file of format %s', (format) => {
  it.each(HOSTILE)('takes less than a second for %s', (_name, content) => {
    const work = () => {
      try {
        for (const record of readDump({ format, content, fileName: 'x' }))
          if (record.kind === 'posting') void record.draft
      } catch (error) {
        if (!(error instanceof DumpError)) throw error
      }
    }
    expect(cpuMs(work)).toBeLessThan(1000)
  })
})
