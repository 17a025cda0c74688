import { describe, expect, it } from 'vitest'
import { readingsOfCapture } from '../../../src/store/privacy/decode-capture.ts'
import { findPattern, toWordPattern } from '../../../src/store/privacy/word-pattern.ts'

describe('readingsOfCapture', () => {
  it.each([
    ['UTF-8', Buffer.from('Écrire à Maud Lecœur’s')],
    ['windows-1252', Buffer.from('\u00c9crire \u00e0 Maud Lec\u009cur\u0092s', 'latin1')],
    ['entities', Buffer.from('&Eacute;crire &agrave; Maud <b>Lec&oelig;ur</b>’s')],
    ['escapes', Buffer.from('\\u00c9crire \\u00e0 Maud Lec\\u0153ur’s')],
  ])('spells a name so that it is found: %s', (_, body) => {
    const name = toWordPattern('Maud Lecœur')
    const found = readingsOfCapture(body).filter((text) => name !== null && findPattern(text, name).length > 0)
    expect(found).not.toEqual([])
  })
})
