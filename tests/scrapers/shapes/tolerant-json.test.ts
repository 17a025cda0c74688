import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonRepair, parseTolerantJson } from '../../../src/scrapers/shapes/tolerant-json.ts'
import { cpuMs } from '../cpu-time.ts'

const cases: readonly (readonly [name: string, text: string, value: unknown, repairs: readonly JsonRepair[]])[] = [
  ['well-formed', '{"a":[1,"é"]}', { a: [1, 'é'] }, []],
  ['a CDATA wrapper', '<![CDATA[{"a":1}]]>', { a: 1 }, ['wrapper']],
  ['a CDATA wrapper in comments', '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }, ['wrapper']],
  ['a CDATA wrapper in block comments', '/*<![CDATA[*/{"a":1}/*]]>*/', { a: 1 }, ['wrapper']],
  ['a wrapper of one HTML comment', '<!--\n{"a":1}\n-->', { a: 1 }, ['wrapper']],
  ['an HTML comment before', '<!-- offre --> {"a":1}', { a: 1 }, ['comment']],
  ['line comments', '{"a":1, // un\n "b":2 // deux\n}', { a: 1, b: 2 }, ['comment']],
  ['block comments', '/* x */{"a":/* y */1}', { a: 1 }, ['comment']],
  ['a comment after the last comma', '{"a":1, // fin\n}', { a: 1 }, ['comment', 'trailing-comma']],
  ['trailing commas', '{"a":[1,2,],}', { a: [1, 2] }, ['trailing-comma']],
  ['doubled commas', '[1,,2]', [1, 2], ['trailing-comma']],
  ['raw line ends and tabs', '{"a":"un\n\tdeux\r\n"}', { a: 'un\n\tdeux\r\n' }, ['control-character']],
  ['a raw NUL', '{"a":"x\u0000y"}', { a: 'x\u0000y' }, ['control-character']],
  [
    'escapes that JSON does not know',
    String.raw`{"a":"l\'offre \& plus \x"}`,
    { a: "l'offre & plus x" },
    ['bad-escape'],
  ],
  ['a cut unicode escape', String.raw`{"a":"\u12"}`, { a: 'u12' }, ['bad-escape']],
  ['an HTML-escaped block', '{&quot;a&quot;:&quot;b &amp;amp; c&quot;}', { a: 'b &amp; c' }, ['html-escaped']],
  [
    'quotes inside a text',
    '{"a":"il dit "oui", puis part","b":1}',
    { a: 'il dit "oui", puis part', b: 1 },
    ['inner-quote'],
  ],
  ['a semicolon after', '{"a":1};', { a: 1 }, ['wrapper']],
  ['a byte order mark', '\ufeff{"a":1}', { a: 1 }, []],
  [
    'what looks like comments inside texts',
    '{"a":"http://x <!-- y --> /* z */",}',
    { a: 'http://x <!-- y --> /* z */' },
    ['trailing-comma'],
  ],
]

describe('parseTolerantJson', () => {
  it.each(cases)('reads %s', (_name, text, value, repairs) => {
    expect(parseTolerantJson(text)).toEqual({ kind: 'read', values: [value], repairs })
  })

  it('reads several values one after another', () => {
    expect(parseTolerantJson('{"a":1}\n{"b":2}')).toEqual({
      kind: 'read',
      values: [{ a: 1 }, { b: 2 }],
      repairs: ['several-values'],
    })
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t'],
    ['a comment alone', '<!-- rien -->'],
    ['an empty CDATA', '<![CDATA[]]>'],
  ])('says that %s is empty', (_name, text) => {
    expect(parseTolerantJson(text)).toEqual({ kind: 'empty' })
  })

  it.each([
    ['a cut text', '{"a":"un deux tr'],
    ['a cut object', '{"a":{"b":1}'],
    ['words', 'Page introuvable'],
    ['code', 'function () { return 1 }'],
    ['bare keys', '{a:1}'],
  ])('says that %s is malformed, where and why', (_name, text) => {
    const result = parseTolerantJson(text)
    expect(result).toMatchObject({ kind: 'malformed', reason: expect.any(String), near: expect.any(String) })
    if (result.kind === 'malformed') expect(result.near.length).toBeLessThanOrEqual(60)
  })

  it('gives every JSON value back unchanged, also with comments, commas and wrappers put in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        const normal = JSON.parse(text) as unknown
        expect(parseTolerantJson(text)).toEqual({ kind: 'read', values: [normal], repairs: [] })
        const wrapped = parseTolerantJson(`//<![CDATA[\n[ ${text} , /* ${text.replaceAll('*/', '')} */ ]\n//]]>`)
        expect(wrapped).toMatchObject({ kind: 'read', values: [[normal]] })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['braces', '{"a":'.repeat(300_000)],
    ['commas', `[${','.repeat(2_000_000)}`],
    ['comment starts', '/*'.repeat(1_000_000)],
    ['HTML comment starts', '<!--'.repeat(500_000)],
    ['quotes', '"'.repeat(2_000_000)],
    ['quotes with commas', '{"a":"x"y", '.repeat(150_000)],
    ['backslashes', `{"a":"${'\\'.repeat(2_000_000)}`],
    ['slashes', '/'.repeat(2_000_000)],
    ['control characters', `{"a":"${'\u0001'.repeat(500_000)}"}`],
    ['blanks', ' '.repeat(3_000_000)],
    ['semicolons', `{"a":1}${';'.repeat(2_000_000)}`],
  ])('takes less than a second for millions of %s', (_name, text) => {
    expect(cpuMs(() => parseTolerantJson(text))).toBeLessThan(1000)
  })
})
