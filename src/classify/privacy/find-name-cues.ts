import { fold } from '../../domain/fold-words.ts'
import { GIVEN_NAMES } from './given-names.ts'

/** Places of a text at which a person's name may be announced or written; most ads have few. */
export interface NameCues {
  /** Where words begin that may label a name ("contact : …"). */
  readonly labels: readonly number[]
  /** Where words begin that may ask to write to somebody ("adressez votre CV à …"). */
  readonly askings: readonly number[]
  /** Where given names begin. */
  readonly givenNames: readonly number[]
}

// Beginnings of words, folded; three letters that may go on in any way, fewer as said.
const LABELS = 'vos vot con per int rec hir ref tut cor cha res ren can ann dos off sui pub pos'
const ASKINGS = 'con app joi ecr dem ren aup adr env tra can let att ple rea'
/** "CV" needs no end of word, "à l'attention de" begins with a word of one letter. */
const ANY_CV = 'cv'
const LONE_A = 'a'
const LABEL = 1
const ASKING = 2

const BITS = 5
const BEFORE_A = 96
const DIGIT = 28
const OTHER_LETTER = 27
const LETTER_BITS = 31
const CAPITAL = 32
/** Letters that may fold to plain ones; all others are no letters here. */
const LATIN: readonly (readonly [from: number, to: number])[] = [
  [0, 0x24f],
  [0x1e00, 0x1eff],
  [0x212a, 0x212b],
]
/** By UTF-16 unit: 0 no letter, 1–26 the letter it folds to, `OTHER_LETTER`, `DIGIT`; `CAPITAL` is added. */
const CLASSES = buildClasses()
const CUES = buildCues()
/** A particle of names that is a given name, too. */
const PARTICLE_KEY = keyOf('ben')
const NOT_ASCII = /[^ -~]/

/** Finds the places in one pass; no place of a name is left out, some are none after all. */
export function findNameCues(text: string): NameCues {
  const labels: number[] = []
  const askings: number[] = []
  const givenNames: number[] = []
  const classes = CLASSES
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const now = classes[text.charCodeAt(i)] ?? 0
    const isStart = now !== 0 && before === 0 && now !== DIGIT
    before = now
    if (!isStart) continue
    const key = keyAt(text, i, now)
    const cues = CUES[key] ?? 0
    if ((cues & LABEL) !== 0) labels.push(i)
    if ((cues & ASKING) !== 0) askings.push(i)
    if ((now >= CAPITAL || key === PARTICLE_KEY) && isGivenName(lettersFrom(text, i))) givenNames.push(i)
  }
  return { labels, askings, givenNames }
}

/** True when a word is a given name borne in France, or begins with one and a hyphen. */
export function isGivenName(word: string): boolean {
  if (!NOT_ASCII.test(word) && !HYPHEN.test(word)) return GIVEN_NAMES.has(word.toLowerCase())
  const [first = ''] = fold(word).split(HYPHEN)
  return GIVEN_NAMES.has(first)
}
const HYPHEN = /[-'’.]/

function lettersFrom(text: string, start: number): string {
  let end = start + 1
  while (isLetter(CLASSES[text.charCodeAt(end)] ?? 0)) end++
  return text.slice(start, end)
}

function keyAt(text: string, at: number, first: number): number {
  const second = letterOf(CLASSES[text.charCodeAt(at + 1)] ?? 0)
  const third = second === 0 ? 0 : letterOf(CLASSES[text.charCodeAt(at + 2)] ?? 0)
  return (letterOf(first) << (2 * BITS)) | (second << BITS) | third
}

function keyOf(letters: string): number {
  let key = 0
  for (let i = 0; i < 3; i++) key = (key << BITS) | (i < letters.length ? letters.charCodeAt(i) - BEFORE_A : 0)
  return key
}

function letterOf(unitClass: number): number {
  return isLetter(unitClass) ? unitClass & LETTER_BITS : 0
}

function isLetter(unitClass: number): boolean {
  return unitClass !== 0 && unitClass !== DIGIT
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65_536)
  for (const [from, to] of LATIN) {
    for (let unit = from; unit <= to; unit++) classes[unit] = letterClass(String.fromCharCode(unit))
  }
  for (const digit of '0123456789') classes[digit.charCodeAt(0)] = DIGIT
  return classes
}

function letterClass(letter: string): number {
  const lower = letter.toLowerCase()
  if (lower === letter.toUpperCase()) return 0
  const plain = fold(letter).charCodeAt(0) - BEFORE_A
  return (plain >= 1 && plain <= 26 ? plain : OTHER_LETTER) | (letter === lower ? 0 : CAPITAL)
}

function buildCues(): Uint8Array {
  const cues = new Uint8Array(1 << (3 * BITS))
  const mark = (key: number, cue: number): void => {
    cues[key] = (cues[key] ?? 0) | cue
  }
  for (const word of LABELS.split(' ')) mark(keyOf(word), LABEL)
  for (const word of ASKINGS.split(' ')) mark(keyOf(word), ASKING)
  for (let third = 0; third <= LETTER_BITS; third++) mark(keyOf(ANY_CV) | third, ASKING)
  mark(keyOf(LONE_A), ASKING)
  return cues
}
