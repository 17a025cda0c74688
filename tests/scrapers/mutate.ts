/** One change of a page; `at` and `length` are shares of its length in thousandths. */
export interface Mutation {
  readonly kind: 'flip' | 'cut' | 'remove' | 'repeat' | 'insert' | 'swap'
  readonly at: number
  readonly length: number
  readonly token: number
}

/** What hostile or broken pages hold at the wrong place. */
export const TOKENS: readonly string[] = [
  ...[
    '<script type="application/ld+json">',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<a href="',
    '<li>',
    '</',
    '>',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\\',
    '\\u',
    ',',
    ':',
    'null',
    '1e999',
    '-0',
    '[[[[[[[[[[[[[[[[',
    '{"a":{"a":{"a":',
  ],
  ...['"__proto__":{"polluted":true},', '"constructor":{"prototype":{"polluted":true}},', '"@type":"JobPosting",'],
  ...[
    '&#x',
    '&lt;',
    '&amp;amp;',
    '&#1114112;',
    '\u0000',
    '\ud800',
    '\u2028',
    '\ufeff',
    '\u202e',
    ' '.repeat(3000),
    '\n'.repeat(500),
  ],
  ...[
    '<div>'.repeat(300),
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>&c;',
    'a'.repeat(20_000),
    '9'.repeat(400),
    '%E0%A4%A',
  ],
]

/** A copy of the page with the changes made to it, one after the other. */
export function mutate(page: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let bytes = Buffer.from(page)
  for (const { kind, at, length, token } of mutations) {
    const start = Math.floor((at / 1000) * bytes.byteLength)
    const end = Math.min(bytes.byteLength, start + Math.floor((length / 1000) * bytes.byteLength))
    const chunk = bytes.subarray(start, end)
    switch (kind) {
      case 'flip':
        if (bytes.byteLength > 0)
          bytes[start % bytes.byteLength] = (bytes[start % bytes.byteLength] ?? 0) ^ (1 << (token % 8))
        break
      case 'cut':
        bytes = Buffer.from(bytes.subarray(0, start))
        break
      case 'remove':
        bytes = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
        break
      case 'repeat':
        bytes = Buffer.concat([bytes.subarray(0, end), chunk, bytes.subarray(end)])
        break
      case 'insert':
        bytes = Buffer.concat([
          bytes.subarray(0, start),
          Buffer.from(TOKENS[token % TOKENS.length] ?? ''),
          bytes.subarray(start),
        ])
        break
      case 'swap':
        bytes = Buffer.concat([bytes.subarray(end), chunk, bytes.subarray(0, start)])
        break
    }
  }
  return bytes
}
