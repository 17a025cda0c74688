/** A text folded for pattern search, with the way back to the original's offsets. */
export interface FoldedText {
  readonly original: string
  /**
   * Lower case, accents dropped, every kind of space but a line break → a space, dashes → `-`, apostrophes → `'`,
   * fraction slash → `/`, euro sign → `¤`, anything outside Latin-1 → `_`. Latin-1 throughout, so that the engine keeps
   * it at one byte a character.
   */
  readonly text: string
  /** Offset in the original of an offset in `text`. */
  readonly toOriginal: (offset: number) => number
}

/** The folded euro sign: patterns are written against it. */
export const EURO = '\u00a4'

const FALLBACK = '_'.charCodeAt(0)
const FOLDS: readonly (readonly [from: string, to: string])[] = [
  // No-break, figure, thin and ideographic spaces; zero-width ones too. `¿` is a space that lost its encoding.
  ['\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u00bf', ' '],
  ['\u200b\u200c\u200d\u2060\ufeff\u00ad', ' '],
  ['\r\u2028\u2029\u0085\u000b\u000c', '\n'],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d', '-'],
  ['\u2018\u2019\u201b\u02bc\u00b4`\u2032', "'"],
  ['\u201c\u201d\u00ab\u00bb\u201e', '"'],
  ['\u2044\u2215\uff0f', '/'],
  ['\u20ac\u00a4\u0080', '\u00a4'],
  ['\u2022\u25cf\u25aa\u25e6\u2023\u2043\u27a2\u2794\u2192\u25ba\u2713\u2714', '\u00b7'],
  ['\u0153\u0152', 'o'],
  ['\u00e6\u00c6', 'a'],
  ['\u2026', '.'],
  ['\u2264', '<'],
  ['\u2265', '>'],
]
const TABLE = buildTable()
const COMBINING = /[\u0300-\u036f]/u
// A euro sign whose UTF-8 bytes were read as Windows-1252 (three characters), or as Latin-1.
const MOJIBAKE_EURO = /\u00e2\u201a\u00ac|\u00e2\u0082\u00ac/gu
const LOST_BREAK = /[\p{L}.!?:;)\u20ac%](?=\p{Lu}\p{Ll})/gu
const LETTER = /\p{L}/u
const WORD_BEFORE = /[\p{L}'\u2019-]+$/u
const OPENER =
  /^(?:Type|Lieu|Salaires?|R\u00e9mun\u00e9ration|Contrat|Profil|Vos|Vous|Votre|Nous|Notre|Les|Le|La|Une|Un|Exp\u00e9riences?|Formation|Poste|Date|Dur\u00e9e|Disponibilit\u00e9|Statut|Avantages|Ma\u00eetrise|Minimum|Bac|Niveau|Missions?|Comp\u00e9tences|T\u00e9l\u00e9travail|Requirements|What|You|Must|Bachelor|Master|Salary|Responsibilities|About)(?!\p{L})/u
const identity = (offset: number): number => offset

/** Folds a text one UTF-16 unit to one character; only decomposed accents make offsets move. */
export function foldText(original: string): FoldedText {
  if (last.original === original) return last
  const folded = COMBINING.test(original) ? foldDecomposed(original) : foldPlain(original)
  if (original.length > SHORT) last = folded
  return folded
}

/** Evidence-ready slice of the original behind a span of the folded text. */
export function originalSpan(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  return { start: folded.toOriginal(start), end: folded.toOriginal(end) }
}

// One slot of memory: pay and attributes read the same description one after the other, with short labels in between.
const SHORT = 200
let last: FoldedText = { original: '', text: '', toOriginal: identity }
let buffer = Buffer.alloc(16_384)

function foldPlain(original: string): FoldedText {
  const breaks = findLostBreaks(original)
  const text = foldUnits(repairEuro(original))
  return breaks.length === 0 ? { original, text, toOriginal: identity } : withBreaks(original, text, breaks)
}

// Line breaks that a page lost: "sur 3 ansVous êtes", "PROFILFormation", "poste.Bac+3" (but not YouTube or LinkedIn).
function findLostBreaks(original: string): number[] {
  const breaks: number[] = []
  for (const match of original.matchAll(LOST_BREAK)) {
    const at = match.index + 1
    if (LETTER.test(original.charAt(match.index)) && !isGlued(original, at)) continue
    breaks.push(at)
  }
  return breaks
}

function isGlued(original: string, at: number): boolean {
  const before = WORD_BEFORE.exec(original.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  if (before.length >= 2 && before === before.toLowerCase()) return true
  if (before.length >= 3 && before === before.toUpperCase()) return true
  return OPENER.test(original.slice(at, at + 24))
}

function withBreaks(original: string, text: string, breaks: readonly number[]): FoldedText {
  let out = ''
  let from = 0
  for (const at of breaks) {
    out += `${text.slice(from, at)}\n`
    from = at
  }
  out += text.slice(from)
  // The i-th break stands at breaks[i] + i of the folded text.
  const toOriginal = (offset: number): number => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) + middle < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
  return { original, text: out, toOriginal }
}

// Keeps the length: the broken sign's first character becomes the euro sign, the two others spaces.
function repairEuro(original: string): string {
  return original.includes('\u00ac') ? original.replace(MOJIBAKE_EURO, '\u20ac  ') : original
}

function foldUnits(text: string): string {
  const length = text.length
  if (buffer.length < length) buffer = Buffer.alloc(length * 2)
  for (let i = 0; i < length; i++) buffer[i] = TABLE[text.charCodeAt(i)] ?? FALLBACK
  return buffer.toString('latin1', 0, length)
}

function foldDecomposed(original: string): FoldedText {
  const offsets: number[] = []
  let kept = ''
  for (let i = 0; i < original.length; i++) {
    const unit = original.charAt(i)
    if (COMBINING.test(unit)) continue
    kept += unit
    offsets.push(i)
  }
  offsets.push(original.length)
  // An end offset must swallow the accents that follow its last letter: the next kept unit's offset does.
  return { original, text: foldUnits(repairEuro(kept)), toOriginal: (offset) => offsets[offset] ?? original.length }
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(65_536).fill(FALLBACK)
  for (let unit = 0; unit < 0x250; unit++) {
    const letter = String.fromCharCode(unit)
    const plain = letter.normalize('NFD').charAt(0).toLowerCase()
    const code = plain.charCodeAt(0)
    table[unit] = code < 256 ? code : FALLBACK
  }
  for (const [from, to] of FOLDS) {
    for (const letter of from) table[letter.charCodeAt(0)] = to.charCodeAt(0)
  }
  return table
}
