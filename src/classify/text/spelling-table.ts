const UNITS = 65_536
const APOSTROPHES = '\u2018\u2019\u201b\u02bc\u00b4`\u2032'
const SPACES = '\u00a0\u1680\u202f\u205f\u3000\t\v\f'
const ENDING_SIGNS = '(·•‧∙⋅./-'
const ENDS_SENTENCE = '.!?;:)'
/** Letters that the inclusive endings begin with, see `normalise.ts`; whatever is not ASCII may be one too. */
const ENDING_LETTERS = 'efilnrstvxEFILNRSTVX'

/** In an entry of the table: the unit of one spelling that stands for it. */
export const SPELLED = 0xffff
/** A line may end with it although the break is lost. */
export const MAY_END_LINE: number = 1 << 16
/** It may follow the capital that opens a line. */
export const GOES_ON: number = 1 << 17
/** A letter, or a sign that may be one. */
export const MAY_BE_LETTER: number = 1 << 18
/** An inclusive ending may begin with it. */
export const MAY_BE_ENDING: number = 1 << 19
/** Entries from here on are to be looked at: a capital, the sign before an inclusive ending, or what is always changed. */
export const CAPITAL: number = 1 << 20
/** The sign before an inclusive ending. */
export const ENDING_SIGN: number = 1 << 21
/** A unit that is spelled otherwise wherever it stands. */
export const ALWAYS_CHANGED: number = 1 << 22

/** By UTF-16 unit: its one spelling (low sixteen bits) and what must be looked at around it. */
export const SPELLING_TABLE: Int32Array = buildTable()

function buildTable(): Int32Array {
  const table = Int32Array.from({ length: UNITS }, (_, unit) => unit)
  const mark = (from: number, to: number, flag: number): void => {
    for (let unit = from; unit <= to; unit++) table[unit] = (table[unit] ?? 0) | flag
  }
  const markAll = (signs: string, flag: number): void => {
    for (const sign of signs) mark(sign.charCodeAt(0), sign.charCodeAt(0), flag)
  }
  const small = MAY_END_LINE | GOES_ON
  mark(code('a'), code('z'), small | MAY_BE_LETTER)
  mark(code('A'), code('Z'), CAPITAL | MAY_BE_LETTER)
  mark(0x80, UNITS - 1, MAY_BE_LETTER | MAY_BE_ENDING)
  mark(code('à'), code('ÿ'), small)
  mark(code('À'), code('Ý'), CAPITAL)
  markAll(ENDS_SENTENCE, MAY_END_LINE)
  markAll("'", GOES_ON)
  markAll(ENDING_SIGNS, ENDING_SIGN)
  markAll(ENDING_LETTERS, MAY_BE_ENDING)
  // Combining accents, soft hyphens, joiners of no width, carriage returns.
  mark(0x300, 0x36f, ALWAYS_CHANGED)
  mark(0x200b, 0x200d, ALWAYS_CHANGED)
  markAll('\u00ad\u2060\ufeff\r', ALWAYS_CHANGED)
  const spell = (unit: number, as: string): void => {
    table[unit] = table[code(as)] ?? 0
  }
  for (const apostrophe of APOSTROPHES) spell(code(apostrophe), "'")
  for (const space of SPACES) spell(code(space), ' ')
  for (let unit = 0x2000; unit <= 0x200a; unit++) spell(unit, ' ')
  return table
}

function code(sign: string): number {
  return sign.charCodeAt(0)
}
