const FALLBACK = '_'.charCodeAt(0)
const REPLACED: readonly (readonly [from: string, to: string])[] = [
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
const STOPS = '.!?:;)\u20ac%'
const UNITS = 65_536
const BYTE = 0xff
// Letters of Latin-1 and Latin Extended-A and -B; the others fold to the fallback.
const LAST_LETTER = 0x250

/** Classes of a unit before it is folded. */
export const LOWER = 1
export const STOP = 2
export const UPPER = 3
const COMBINING = 4

const KIND_SHIFT = 8
const CLASS_SHIFT = 10
/** Kind of the folded character in an entry of the table: `LETTER`, `DIGIT` or 0. */
export const KIND_BITS: number = 3 << KIND_SHIFT
export const LETTER: number = 1 << KIND_SHIFT
export const DIGIT: number = 2 << KIND_SHIFT
/** Entries from here on are capitals or combining accents: they need more than being folded. */
export const FIRST_CAPITAL: number = UPPER << CLASS_SHIFT
/** Entries from here on are combining accents. */
export const FIRST_COMBINING: number = COMBINING << CLASS_SHIFT

/** By UTF-16 unit: folded character (low byte), its kind and the unit's class, so that a scan looks each unit up once. */
export const FOLD_TABLE: Uint16Array = buildTable()

/** Class of a UTF-16 unit; 0 when it has none. */
export function classOf(unit: number): number {
  return (FOLD_TABLE[unit] ?? 0) >> CLASS_SHIFT
}

// Only the few units that do not fold to the fallback are worked out.
function buildTable(): Uint16Array {
  const table = new Uint16Array(UNITS).fill(FALLBACK)
  const fold = (unit: number, folded: number): void => {
    table[unit] = ((table[unit] ?? 0) & ~(BYTE | KIND_BITS)) | folded | kindOf(folded)
  }
  for (let unit = 0; unit < LAST_LETTER; unit++) {
    const letter = String.fromCharCode(unit)
    table[unit] = caseOf(letter) << CLASS_SHIFT
    const plain = letter.normalize('NFD').charAt(0).toLowerCase().charCodeAt(0)
    fold(unit, plain <= BYTE ? plain : FALLBACK)
  }
  for (const [from, to] of REPLACED) for (const letter of from) fold(letter.charCodeAt(0), to.charCodeAt(0))
  for (let unit = 0x300; unit <= 0x36f; unit++) table[unit] = FALLBACK | (COMBINING << CLASS_SHIFT)
  for (const stop of STOPS) {
    const unit = stop.charCodeAt(0)
    table[unit] = (table[unit] ?? 0) | (STOP << CLASS_SHIFT)
  }
  return table
}

function caseOf(letter: string): number {
  const lower = letter.toLowerCase()
  if (lower === letter.toUpperCase()) return 0
  return letter === lower ? LOWER : UPPER
}

function kindOf(byte: number): number {
  if (byte >= 97 && byte <= 122) return LETTER
  return byte >= 48 && byte <= 57 ? DIGIT : 0
}
