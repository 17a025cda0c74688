const CUT = /(?:\[\s?(?:…|\.{3})\s?\]|(?<!\betc\.?\s?)(?:…|\.{3}))$/i

/**
 * True when a text ends in the marks by which sites say that they cut it short (`…`, `...`, `[…]`), `etc…` apart. Of
 * 3,001 real ads with their whole text none ends so.
 */
export function endsCut(text: string): boolean {
  return CUT.test(text.slice(-20).trimEnd())
}
