import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../src/scrapers/shapes/decode-body.ts'

const HTML = 'text/html; charset=utf-8'
const decode = (body: Uint8Array, contentType: string | null = HTML) => decodeBody({ body, contentType })
const bytes = (text: string) => Buffer.from(text)

describe('decodeBody', () => {
  it('reads UTF-8 as the standard decoder does, with faults, marks and every script', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map(bytes)
    const broken = fc.uint8Array({ maxLength: 200 }).filter((body) => body[0] !== 0x1f)
    const marked = text.map((body) => Buffer.concat([bytes('\uFEFF'), body]))
    fc.assert(
      fc.property(fc.oneof(text, broken, marked), (body) => {
        const isUtf16 = (body[0] ?? 0) >= 0xfe
        fc.pre(!isUtf16)
        expect(decode(body)).toEqual({ kind: 'text', text: new TextDecoder().decode(body) })
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['plain', 'Chargé de communauté'],
    ['beyond one byte', 'l’équipe, 35 k€, 🎉'],
    ['a mark of its own', '\uFEFFbonjour'],
    ['only a mark', '\uFEFF'],
    ['nothing', ''],
    ['longer than the quick way takes', 'é’'.repeat(600_000)],
  ])('reads %s', (_, text) => {
    expect(decode(bytes(text))).toEqual({ kind: 'text', text: new TextDecoder().decode(bytes(text)) })
  })

  it('reads a body that lies inside a larger buffer', () => {
    const around = bytes('xxxxé’yyyy')
    expect(decode(around.subarray(4, 9))).toEqual({ kind: 'text', text: 'é’' })
  })

  it.each([
    ['the header', Buffer.from('caf\xe9', 'latin1'), 'text/html; charset=iso-8859-1', 'café'],
    [
      'the page',
      Buffer.from('<meta charset="windows-1252">\x80', 'latin1'),
      'text/html',
      '<meta charset="windows-1252">€',
    ],
    [
      'a header that means windows-1252',
      Buffer.from('35 k\x80, l\x92\x9cuvre', 'latin1'),
      'text/html; charset=iso-8859-1',
      '35 k€, l’œuvre',
    ],
    ['a byte order mark', Buffer.from([0xff, 0xfe, 0xe9, 0]), null, 'é'],
  ])('takes the charset of %s', (_, body, contentType, text) => {
    expect(decode(body, contentType)).toEqual({ kind: 'text', text })
  })
})
