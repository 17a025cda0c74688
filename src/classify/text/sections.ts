import { type Pattern, SECTIONS } from '../lexicon/compile-lexicon.ts'
import type { PhraseHits } from '../missions/phrase-hits.ts'
import { CLAUSE_START, type TokenBuffer } from './tokenise.ts'

/** Section number of a sentence that neither a heading nor a cue places. */
export const NO_SECTION = -1
/** A heading is a line of at most this many meaningful words… */
const LONGEST_HEADING = 6
/** …of which at most this many are not part of the heading's phrase. */
const LOOSE_WORDS = 2
/** When several cues meet in a sentence the first of these wins. */
const CUE_RANK: readonly number[] = [
  SECTIONS.indexOf('missions'),
  SECTIONS.indexOf('course'),
  SECTIONS.indexOf('benefits'),
  SECTIONS.indexOf('profile'),
  SECTIONS.indexOf('company'),
]
/** Cues that open a passage; the others speak of their own sentence alone. */
const LASTING: readonly number[] = [SECTIONS.indexOf('missions'), SECTIONS.indexOf('profile')]
const MISSIONS = SECTIONS.indexOf('missions')
const PROFILE = SECTIONS.indexOf('profile')
const COURSE = SECTIONS.indexOf('course')
/** A line that ends so, or begins so, is a piece of a sentence or of a list. */
const RUNS_ON = /[ \t)»"*_]*(?:[,.]|(?<!&nbsp);)/y
const BEGINS_LIKE_DUTY = /(?:\p{Ll}|\p{L}+(?:er|ir)(?!\p{L}))/uy

/** Places every sentence of a text in a section, by headings where there are some, by cues otherwise; reused. */
export class SectionMap {
  /** Section number (index in `SECTIONS`) per sentence. */
  sections = new Int8Array(64)
  #headings = new Int8Array(64)
  #cues = new Int8Array(64)
  #lineLengths = new Int32Array(64)

  /** Reads the sections of one normalised text. */
  fill(text: string, tokens: TokenBuffer, hits: PhraseHits, patterns: readonly Pattern[]): void {
    const sentences = (tokens.sentences[tokens.length - 1] ?? 0) + 1
    this.#reset(sentences, (tokens.lines[tokens.length - 1] ?? 0) + 1)
    for (let index = 0; index < tokens.length; index++) {
      const line = tokens.lines[index] ?? 0
      this.#lineLengths[line] = (this.#lineLengths[line] ?? 0) + 1
    }
    for (let hit = 0; hit < hits.length; hit++) {
      const pattern = patterns[hits.patterns[hit] ?? 0]
      if (pattern?.kind === 'header') this.#header(text, tokens, hits, hit, SECTIONS.indexOf(pattern.code))
      else if (pattern?.kind === 'cue') this.#cue(tokens.sentences[hits.firsts[hit] ?? 0] ?? 0, pattern.code)
    }
    this.#spread(sentences)
  }

  /** Section of a sentence, as an index in `SECTIONS`, or `NO_SECTION`. */
  of(sentence: number): number {
    return this.sections[sentence] ?? NO_SECTION
  }

  #header(text: string, tokens: TokenBuffer, hits: PhraseHits, hit: number, section: number): void {
    const first = hits.firsts[hit] ?? 0
    const length = this.#lineLengths[tokens.lines[first] ?? 0] ?? 0
    const covered = (hits.lasts[hit] ?? 0) - first + 1
    if (length > LONGEST_HEADING || length - covered > (covered === 1 ? 0 : LOOSE_WORDS)) return
    if (length > covered && !isLooseHeading(text, tokens, first, length, section)) return
    this.#headings[tokens.sentences[first] ?? 0] = section
  }

  #cue(sentence: number, code: (typeof SECTIONS)[number]): void {
    const section = SECTIONS.indexOf(code)
    const known = this.#cues[sentence] ?? NO_SECTION
    if (known === NO_SECTION || CUE_RANK.indexOf(section) < CUE_RANK.indexOf(known)) this.#cues[sentence] = section
  }

  #spread(sentences: number): void {
    let heading = NO_SECTION
    let cued = NO_SECTION
    for (let sentence = 0; sentence < sentences; sentence++) {
      const opened = this.#headings[sentence] ?? NO_SECTION
      if (opened !== NO_SECTION) {
        heading = opened
        cued = NO_SECTION
      }
      const cue = this.#cues[sentence] ?? NO_SECTION
      // Duties are also told under « L'entreprise », courses anywhere; other cues only speak where no heading does.
      const speaks = cue !== NO_SECTION && (heading === NO_SECTION || cue === MISSIONS || cue === COURSE)
      if (speaks && LASTING.includes(cue)) cued = cue
      if (speaks) this.sections[sentence] = cue
      else this.sections[sentence] = cued === NO_SECTION ? heading : cued
    }
  }

  #reset(sentences: number, lines: number): void {
    if (this.sections.length < sentences) {
      this.sections = new Int8Array(sentences * 2)
      this.#headings = new Int8Array(sentences * 2)
      this.#cues = new Int8Array(sentences * 2)
    }
    if (this.#lineLengths.length < lines) this.#lineLengths = new Int32Array(lines * 2)
    this.#headings.fill(NO_SECTION, 0, sentences)
    this.#cues.fill(NO_SECTION, 0, sentences)
    this.#lineLengths.fill(0, 0, lines)
  }
}

/**
 * Whether a line with other words beside a heading's phrase still is a heading: « Vos missions chez nous : » is,
 * « Garantir un environnement de travail sûr », « qui facilitent votre quotidien, » and « Rejoignez notre équipe » are not.
 */
function isLooseHeading(text: string, tokens: TokenBuffer, phrase: number, length: number, section: number): boolean {
  let first = phrase
  while (first > 0 && tokens.lines[first - 1] === tokens.lines[phrase]) first--
  RUNS_ON.lastIndex = tokens.ends[first + length - 1] ?? 0
  if (RUNS_ON.test(text)) return false
  if (first === phrase) return true
  BEGINS_LIKE_DUTY.lastIndex = tokens.starts[first] ?? 0
  if (BEGINS_LIKE_DUTY.test(text)) return false
  const opensClause = ((tokens.flags[phrase] ?? 0) & CLAUSE_START) !== 0
  return opensClause || section === MISSIONS || section === PROFILE
}
