import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packBody, unpackBody } from '../../../src/store/crawl/packed-body.ts'

describe('the packed body of a capture', () => {
  const page = Buffer.from('<li>Animer la communauté, répondre aux messages.</li>\n'.repeat(400))

  it.each([
    ['a page', page],
    ['an empty body', Buffer.alloc(0)],
    ['bytes of all values', Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 31) % 256))],
    [
      'more than its window',
      Buffer.concat(Array.from({ length: 60 }, (_, index) => Buffer.concat([page, Buffer.from([index])]))),
    ],
  ])('gives back %s byte for byte', (_, body) => {
    expect(unpackBody(packBody(body)).equals(body)).toBe(true)
  })

  it('is far smaller than what repeats itself', () => {
    const { body_packed, body_coding } = packBody(page)
    expect(body_coding).toBe('br')
    expect(body_packed.byteLength).toBeLessThan(page.byteLength / 50)
  })

  it('reads what older versions wrote', () => {
    const old = { body_packed: deflateRawSync(page), body_coding: 'deflate-raw' } as const
    expect(unpackBody(old).equals(page)).toBe(true)
  })
})
