import { CHECK_SEED, HASH_SEED, nextCheck, nextHash, STOP, type Vocabulary } from '../lexicon/vocabulary.ts'

/** Flag of a token that follows a comma, colon, bracket or dash: a new clause of its sentence. */
export const CLAUSE_START = 1
/** Flag of the first token of a line. */
export const LINE_START = 2

const TABLE_SIZE = 0x250
const WORD_CHARACTER = /[\p{L}\p{N}]/u
/** 1 word character, 2 clause break, 3 sentence break when a space follows, 4 line break, 5 sentence break always. */
const CLASS = new Uint8Array(TABLE_SIZE)
for (let code = 0; code < TABLE_SIZE; code++) {
  if (WORD_CHARACTER.test(String.fromCharCode(code))) CLASS[code] = 1
}
for (const sign of ',:()[]/|') CLASS[sign.charCodeAt(0)] = 2
for (const sign of '.!?') CLASS[sign.charCodeAt(0)] = 3
CLASS[10] = 4
CLASS[';'.charCodeAt(0)] = 5
CLASS[0xb7] = 5
CLASS['*'.charCodeAt(0)] = 5
const WIDE_BREAKS = new Set('•▪●◦‣➢➤►✓✔–—…'.split('').map((sign) => sign.charCodeAt(0)))

function classOf(code: number): number {
  if (code < TABLE_SIZE) return CLASS[code] ?? 0
  if (WIDE_BREAKS.has(code)) return 5
  return WORD_CHARACTER.test(String.fromCharCode(code)) ? 1 : 0
}

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

  #sentence = 0
  #line = 0
  #flags = 0

  /** Reads a normalised text into the buffer, dropping what was there. */
  fill(text: string, vocabulary: Vocabulary): void {
    this.#reserve((text.length >> 1) + 1)
    this.length = 0
    this.words = 0
    this.#sentence = 0
    this.#line = 0
    this.#flags = LINE_START
    const lower = lowerCase(text)
    let start = -1
    let hash = HASH_SEED
    let check = CHECK_SEED
    for (let at = 0; at <= lower.length; at++) {
      const unit = at < lower.length ? lower.charCodeAt(at) : 10
      const kind = classOf(unit)
      if (kind === 1) {
        if (start < 0) start = at
        hash = nextHash(hash, unit)
        check = nextCheck(check, unit)
        continue
      }
      if (start >= 0) {
        this.#push(start, at, vocabulary.termAt(lower, start, at, hash, check))
        start = -1
        hash = HASH_SEED
        check = CHECK_SEED
      }
      if (kind !== 0) this.#break(kind, lower.charCodeAt(at + 1))
    }
  }

  #break(kind: number, following: number): void {
    if (kind === 2) this.#flags |= CLAUSE_START
    else if (kind !== 3 || isSpace(following)) this.#sentence++
    if (kind === 4) {
      this.#line++
      this.#flags = LINE_START
    }
  }

  #push(start: number, end: number, term: number): void {
    this.words++
    if (term === STOP) return
    const index = this.length++
    this.starts[index] = start
    this.ends[index] = end
    this.terms[index] = term
    this.sentences[index] = this.#sentence
    this.lines[index] = this.#line
    this.flags[index] = this.#flags
    this.#flags = 0
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

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || Number.isNaN(code)
}

/** Lower case without a change of length (« İ » has a longer lower case), so that indices stay those of the text. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  }).join('')
}
