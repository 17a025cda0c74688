const ESCAPED = /\\u([0-9a-f]{4})/gi
const NUMERIC_ENTITY = /&#(x[0-9a-f]{1,6}|\d{1,7});/gi
const NAMED_ENTITY =
  /&([a-z])(acute|grave|circ|uml|cedil|tilde|ring);|&(oelig|aelig|nbsp|amp|lt|gt|quot|apos|commat|period);/gi
const PERCENT = /%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi
const TAG = /<[^<>]{0,2000}>/g
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
  tilde: '\u0303',
  ring: '\u030a',
}
const SIGNS: Readonly<Record<string, string>> = {
  oelig: 'oe',
  aelig: 'ae',
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  period: '.',
}

/**
 * The ways in which the body of a capture may spell the same words: UTF-8 and windows-1252, entities and escapes resolved,
 * with its tags, with spaces in their place and without them.
 */
export function readingsOfCapture(body: Buffer): readonly string[] {
  // Told that more may come, Node 20 reads windows-1252 with its œ and ’; otherwise it takes it for Latin-1.
  const western = new TextDecoder('windows-1252').decode(body, { stream: true })
  return [body.toString('utf8'), western].flatMap((text) => {
    const plain = resolve(text)
    return [plain, plain.replaceAll(TAG, ' '), plain.replaceAll(TAG, '')]
  })
}

function resolve(text: string): string {
  return text
    .replaceAll(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(NUMERIC_ENTITY, (whole, code: string) => fromCode(whole, code))
    .replaceAll(
      NAMED_ENTITY,
      (whole, letter: string | undefined, mark: string | undefined, sign: string | undefined) =>
        sign !== undefined
          ? (SIGNS[sign.toLowerCase()] ?? whole)
          : `${letter ?? ''}${MARKS[(mark ?? '').toLowerCase()] ?? ''}`.normalize('NFC'),
    )
    .replaceAll(PERCENT, decodePercent)
}

function fromCode(whole: string, code: string): string {
  const point = code.startsWith('x') || code.startsWith('X') ? Number.parseInt(code.slice(1), 16) : Number(code)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
}

function decodePercent(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
