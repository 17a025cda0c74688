const COMBINING_FROM = 0x300
const COMBINING_TO = 0x36f

/** Lower case without accents: `Île-de-France` → `ile-de-france`, `Œuvre` → `oeuvre`. */
export function fold(text: string): string {
  let folded = ''
  const decomposed = text.normalize('NFD').toLowerCase()
  for (let index = 0; index < decomposed.length; index++) {
    const code = decomposed.charCodeAt(index)
    if (code >= COMBINING_FROM && code <= COMBINING_TO) continue
    if (code === 0x153) folded += 'oe'
    else if (code === 0xe6) folded += 'ae'
    else folded += decomposed[index]
  }
  return folded
}

const WORD = /[\p{L}\p{N}]+/gu

/** The folded words of a text, in order. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).match(WORD) ?? []
}
