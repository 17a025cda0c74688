import { type SpellingScan, scanSpelling } from './scan-spelling.ts'
import { CAPITAL, GOES_ON, MAY_END_LINE, SPELLING_TABLE } from './spelling-table.ts'

/** A text brought to one spelling, with the way back to the words as published. */
export interface NormalisedText {
  readonly original: string
  /** NFC, plain apostrophes and spaces, inclusive endings folded, lost line breaks restored; case and accents kept. */
  readonly text: string
  /**
   * Index in `original` (UTF-16 units) of the character at `index` of `text`. For the span `[start, end)` of `text`,
   * `original.slice(toOriginal(start), toOriginal(end))` are the words as published, folded endings included.
   */
  toOriginal(index: number): number
}

const NON_ASCII_MARK = /[\u0300-\u036f]/
const LETTER = /\p{L}/u
/** What may follow the sign of an inclusive ending: chargé(e)s, chargé·e·s, rédacteur.rice, animateur/trice. */
const FEMININE = 'e|es|ne|nes|le|les|te|tes|se|ses|ve|ves|fe|ère|ere|ière|euse|euses|trice|trices|rice|rices|esse'
const IN_BRACKETS = new RegExp(`\\((?:${FEMININE}|s|x|ice|ienne)\\)s?(?![\\p{L}\\d])`, 'iuy')
const AFTER_DOT = new RegExp(`[·•‧∙⋅.](?:${FEMININE}|s|ice)(?:[·•‧∙⋅.][sx])?(?![\\p{L}\\d])`, 'iuy')
const AFTER_SLASH = /\/(?:e|ne|trice|rice|euse|ère|se|ve|le)(?:\/s|s)?(?![\p{L}\d'-])/iuy
const AFTER_HYPHEN = /-(?:e|ne|trice|rice|euse)(?:-s)?(?![\p{L}\d'-])/iuy
/** Words that open a paragraph when they stick to the word before: « posteLes challenges ». */
const OPENERS = new Set(
  `les le la l' un une des vous nous votre vos notre nos tu ton ta tes ce cette ces il elle en au aux dans pour
  avec par sous afin mission missions profil description poste contrat type lieu salaire avantages compétences rejoignez
  formation expérience niveau qui quoi quel quelles quels pourquoi rattaché au-delà intégré titulaire diplômé participer
  gérer créer animer assurer définir développer rédiger contribuer réaliser suivre mettre analyser proposer élaborer piloter
  organiser gestion création animation rédaction suivi mise développement participation veille the you your we our what who
  why about job role responsibilities requirements this manage create develop work`.split(/\s+/),
)
const WORD = /[\p{L}'-]+/uy
/** Endings of words that open a duty when they stick to the word before: « équipesAnimer », « resultsManaging ». */
const DUTY_ENDING = /^(?:[\p{Ll}]{3,}(?:er|ir|tion|ing|ez)|re[\p{Ll}]{3,}re)$/u
/** iGaming and eLearning are one word. */
const WHOLE_WORD = /\p{Ll}{3}$/u
/** A word of at least three letters, all small. */
const PLAIN_WORD = /(?<![\p{L}\d'-])\p{Ll}{3,}$/u
/** Headings to whose end a paragraph sticks: « RequirementsBachelor's degree ». */
const HEADING_END =
  /(?:requirements|responsibilities|details|profil|profile|missions?|offer|bring|qualifications|skills|tasks|poste)$/i

/** A piece of the original to be replaced. */
interface Edit {
  readonly at: number
  readonly length: number
  readonly by: string
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function foldedEnding(text: string, at: number): number {
  if (at === 0 || !LETTER.test(text.charAt(at - 1))) return 0
  const sign = text.charAt(at)
  if (sign === '(') return matchAt(IN_BRACKETS, text, at)
  if (sign === '/') return matchAt(AFTER_SLASH, text, at)
  if (sign === '-') return matchAt(AFTER_HYPHEN, text, at)
  return matchAt(AFTER_DOT, text, at)
}

function isLostBreak(text: string, before: number): boolean {
  if (!LETTER.test(text.charAt(before))) return true
  WORD.lastIndex = before + 1
  const word = WORD.exec(text)?.[0].toLowerCase() ?? ''
  const apostrophe = word.indexOf("'")
  if (OPENERS.has(apostrophe > 0 ? word.slice(0, apostrophe + 1) : word)) return true
  const left = text.slice(Math.max(0, before - 20), before + 1)
  // Names with a capital inside begin with one (YouTube, LinkedIn) or with a letter or two (iPhone, eBay): a plain word does not.
  if (PLAIN_WORD.test(left) && word.length >= 3) return true
  return HEADING_END.test(left) || (DUTY_ENDING.test(word) && WHOLE_WORD.test(left))
}

/** The letters and marks of one decomposed cluster around a combining mark, composed. */
function composed(text: string, markAt: number): Edit {
  let end = markAt + 1
  while (end < text.length && NON_ASCII_MARK.test(text.charAt(end))) end++
  const start = Math.max(0, markAt - 1)
  return { at: start, length: end - start, by: text.slice(start, end).normalize('NFC') }
}

function isDropped(code: number): boolean {
  return code === 0xad || code === 0x2060 || code === 0xfeff || (code >= 0x200b && code <= 0x200d)
}

/** True at the last sign of a line whose break may be lost: « posteLes ». */
function mayBreakBehind(text: string, at: number): boolean {
  const is = (index: number, flag: number): boolean => ((SPELLING_TABLE[text.charCodeAt(index)] ?? 0) & flag) !== 0
  return is(at, MAY_END_LINE) && is(at + 1, CAPITAL) && is(at + 2, GOES_ON)
}

function editAt(text: string, at: number): Edit | null {
  const code = text.charCodeAt(at)
  if (code === 13) return { at, length: text.charCodeAt(at + 1) === 10 ? 2 : 1, by: '\n' }
  if (code >= 0x300 && code <= 0x36f) return composed(text, at)
  if (isDropped(code)) return { at, length: 1, by: '' }
  if (mayBreakBehind(text, at)) return isLostBreak(text, at) ? { at: at + 1, length: 0, by: '\n' } : null
  const length = foldedEnding(text, at)
  return length > 0 ? { at, length, by: '' } : null
}

function collectEdits({ text, places, count }: SpellingScan): readonly Edit[] {
  const edits: Edit[] = []
  let from = 0
  for (let index = 0; index < count; index++) {
    const at = places[index] ?? 0
    if (at < from) continue
    const edit = editAt(text, at)
    if (edit === null) continue
    edits.push(edit)
    from = Math.max(at + 1, edit.at + edit.length)
  }
  return edits
}

class EditedText implements NormalisedText {
  readonly original: string
  readonly text: string
  /** Positions in `text` from which `#shifts` holds. */
  readonly #from: number[] = []
  readonly #shifts: number[] = []

  constructor(original: string, sameLength: string, edits: readonly Edit[]) {
    this.original = original
    let text = ''
    let copied = 0
    for (const { at, length, by } of edits) {
      if (at < copied) continue
      text += sameLength.slice(copied, at) + by
      copied = at + length
      this.#from.push(text.length)
      this.#shifts.push(copied - text.length)
    }
    this.text = text + sameLength.slice(copied)
  }

  toOriginal(index: number): number {
    let low = 0
    let high = this.#from.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#from[middle] ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return low === 0 ? index : Math.max(this.#floor(low - 1), index + (this.#shifts[low - 1] ?? 0))
  }

  /** Inside a replacement longer than what it replaces, no index may point before the replaced words. */
  #floor(edit: number): number {
    return (this.#from[edit] ?? 0) + (this.#shifts[edit] ?? 0)
  }
}

/** Brings a text to one spelling and keeps the way back; pure, never throws, whatever the text. */
export function normalise(original: string): NormalisedText {
  const scan = scanSpelling(original)
  return new EditedText(original, scan.text, collectEdits(scan))
}
