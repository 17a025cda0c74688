import { STOP, type Vocabulary } from '../lexicon/vocabulary.ts'
import * as hashing from '../lexicon/word-hash.ts'
import { TextUnits } from './text-units.ts'

/** Flag of a token that follows a comma, colon, bracket or dash: a new clause of its sentence. */
export const CLAUSE_START = 1
/** Flag of the first token of a line. */
export const LINE_START = 2

const UNITS = 65_536
const NEW_LINE = 10
const SPACE = 32
const WORD_CHARACTER = /[\p{L}\p{N}]/u
const CLAUSE_SIGNS = new Set(',:()[]/|')
const STOP_SIGNS = new Set('.!?')
const BREAK_SIGNS = new Set(';·*•▪●◦‣➢➤►✓✔–—…')

// An entry of the table: the unit in lower case in the low bits, the kind of the unit above them.
const LOWER_CASE = 0xffff
const NOT_MET = 0
const CLAUSE_BREAK = 1 << 16
/** Breaks a sentence when a space follows. */
const STOP_SIGN = 2 << 16
const SENTENCE_BREAK = 3 << 16
const LINE_BREAK = 4 << 16
const WORD = 5 << 16
/** By UTF-16 unit, worked out as units are met: all at once would take the start too long. */
const TABLE = new Int32Array(UNITS)

// The loop below reads these at every unit, and an imported name would be looked up each time.
const { HASH_SEED, HASH_FACTOR, CHECK_SEED, CHECK_FACTOR } = hashing
const NO_TERM: number = STOP

/**
 * The meaningful words of one text as parallel arrays, reused from text to text: `starts`/`ends` index the normalised
 * text, `terms` are vocabulary numbers, `sentences` and `lines` count up, `flags` say what stood before.
 */
export class TokenBuffer {
  length = 0
  /** Words of the text, stop words included. */
  words = 0
  starts = new Int32Array(0)
  ends = new Int32Array(0)
  terms = new Int32Array(0)
  sentences = new Int32Array(0)
  lines = new Int32Array(0)
  flags = new Uint8Array(0)
  readonly #source = new TextUnits()

  /** Reads a normalised text into the buffer, dropping what was there. */
  fill(text: string, vocabulary: Vocabulary): void {
    this.#reserve((text.length >> 1) + 1)
    const length = this.#source.load(text)
    const units = this.#source.units
    // The end of the text ends a line.
    units[length] = NEW_LINE
    this.length = 0
    this.words = 0
    let sentence = 0
    let line = 0
    let flags = LINE_START
    let at = 0
    while (at <= length) {
      const start = at
      let hash = HASH_SEED
      let check = CHECK_SEED
      let entry = TABLE[units[at] ?? 0] ?? 0
      while (entry >= WORD) {
        const lower = entry & LOWER_CASE
        hash = Math.imul(hash ^ lower, HASH_FACTOR)
        check = (Math.imul(check, CHECK_FACTOR) + lower) | 0
        at++
        entry = TABLE[units[at] ?? 0] ?? 0
      }
      if (entry === NOT_MET) {
        meet(units[at] ?? 0)
        // Once more from the start of the word.
        at = start
        continue
      }
      if (at > start) {
        this.words++
        const term = vocabulary.termAt(text, start, at, hash, check)
        if (term !== NO_TERM) {
          this.#push(start, at, term, sentence, line, flags)
          flags = 0
        }
      }
      if (entry >= CLAUSE_BREAK) {
        sentence += sentencesEnded(entry, units[at + 1])
        line += entry >= LINE_BREAK ? 1 : 0
        flags = flagsBehind(entry, flags)
      }
      at++
    }
  }

  #push(start: number, end: number, term: number, sentence: number, line: number, flags: number): void {
    const index = this.length++
    this.starts[index] = start
    this.ends[index] = end
    this.terms[index] = term
    this.sentences[index] = sentence
    this.lines[index] = line
    this.flags[index] = flags
  }

  #reserve(capacity: number): void {
    if (this.starts.length >= capacity) return
    const size = Math.max(4096, capacity)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.terms = new Int32Array(size)
    this.sentences = new Int32Array(size)
    this.lines = new Int32Array(size)
    this.flags = new Uint8Array(size)
  }
}

function sentencesEnded(entry: number, following: number | undefined): number {
  if (entry >= SENTENCE_BREAK) return 1
  return entry >= STOP_SIGN && (following === SPACE || following === NEW_LINE) ? 1 : 0
}

function flagsBehind(entry: number, flags: number): number {
  if (entry < STOP_SIGN) return flags | CLAUSE_START
  return entry >= LINE_BREAK ? LINE_START : flags
}

/** Works out the entry of a unit. */
function meet(unit: number): void {
  const sign = String.fromCharCode(unit)
  const lower = sign.toLowerCase()
  // The lower case of « İ » is two units: indices must stay those of the text.
  const entry = (lower.length === 1 ? lower.charCodeAt(0) : unit) | kindOf(sign)
  TABLE[unit] = entry === NOT_MET ? SPACE : entry
}

function kindOf(sign: string): number {
  if (sign === '\n') return LINE_BREAK
  if (CLAUSE_SIGNS.has(sign)) return CLAUSE_BREAK
  if (STOP_SIGNS.has(sign)) return STOP_SIGN
  if (BREAK_SIGNS.has(sign)) return SENTENCE_BREAK
  return WORD_CHARACTER.test(sign) ? WORD : 0
}
