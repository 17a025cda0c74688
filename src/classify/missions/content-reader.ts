import { MISSIONS, type Mission } from '../../domain/mission.ts'
import type { Lexicon, Pattern } from '../lexicon/compile-lexicon.ts'
import { type NormalisedText, normalise } from '../text/normalise.ts'
import { NO_SECTION, SectionMap } from '../text/sections.ts'
import { CLAUSE_START, TokenBuffer } from '../text/tokenise.ts'
import { endOfColleagues } from './colleagues.ts'
import { PhraseHits } from './phrase-hits.ts'

/** What a phrase is worth by the section it stands in; the order is that of `SECTIONS`. */
const SECTION_WEIGHT: readonly number[] = [1, 0.8, 0.25, 0.15, 0.1, 0.1]
const NO_SECTION_WEIGHT = 0.9
const OPTIONAL_WEIGHT = 0.6
/** How many words behind « pas de » a duty is denied, and behind « rattaché au » belongs to somebody else. */
const NEGATION_REACH = 3
const OTHERS_REACH = 8

const MISSION_INDEX: ReadonlyMap<Mission, number> = new Map(MISSIONS.map((mission, index) => [mission, index]))

/** A phrase that counts: pattern, tokens, and its weight after section, option and negation. */
export interface KeptHit {
  readonly pattern: Pattern
  readonly first: number
  readonly last: number
  readonly weight: number
}

/** What was found in the text of one ad. Valid until the reader reads the next text. */
export interface Content {
  readonly normalised: NormalisedText
  readonly tokens: TokenBuffer
  readonly hits: readonly KeptHit[]
  readonly sections: SectionMap
  /** Score per mission (index in `MISSIONS`), 0–1. */
  readonly missionScores: Float64Array
  /** 1 for tokens that name one of the watched jobs: the role is read with them masked. */
  readonly masked: Uint8Array
  readonly sentences: number
}

/** Reads texts with one lexicon; keeps its buffers from text to text, so one reader is for one caller at a time. */
export class ContentReader {
  readonly #lexicon: Lexicon
  readonly #tokens = new TokenBuffer()
  readonly #hits = new PhraseHits()
  readonly #sections = new SectionMap()
  readonly #scores = new Float64Array(MISSIONS.length)
  readonly #missed = new Float64Array(MISSIONS.length)
  readonly #best = new Float64Array(MISSIONS.length)
  readonly #at = new Int32Array(MISSIONS.length)
  readonly #names = new PhraseHits()
  /** Hits of phrases that cancel a mission, in order of their first token. */
  readonly #nevers: number[] = []
  /** The first of them that may still cover a phrase. */
  #nextNever = 0
  /** The text being read. */
  #text = ''
  #optional = new Uint8Array(64)
  /** Per token: how far a negation, and the naming of other people, reach. */
  #denied = new Uint8Array(256)
  #others = new Uint8Array(256)
  #masked = new Uint8Array(256)

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** Finds every phrase of a text and weighs it. */
  read(text: string): Content {
    const normalised = normalise(text)
    this.#text = normalised.text
    const tokens = this.#tokens
    tokens.fill(normalised.text, this.#lexicon.vocabulary)
    this.#hits.fill(this.#lexicon.trie, tokens)
    this.#sections.fill(normalised.text, tokens, this.#hits, this.#lexicon.patterns)
    const sentences = (tokens.sentences[tokens.length - 1] ?? 0) + 1
    this.#readContext(sentences)
    this.#mask()
    const hits = this.#weigh()
    this.#score(hits)
    return {
      normalised,
      tokens,
      hits,
      sections: this.#sections,
      missionScores: this.#scores,
      masked: this.#masked,
      sentences,
    }
  }

  #readContext(sentences: number): void {
    this.#reserve(sentences)
    this.#nevers.length = 0
    this.#nextNever = 0
    const { patterns } = this.#lexicon
    for (let hit = 0; hit < this.#hits.length; hit++) {
      const kind = patterns[this.#hits.patterns[hit] ?? 0]?.kind
      if (kind === 'optional') this.#optional[this.#tokens.sentences[this.#hits.firsts[hit] ?? 0] ?? 0] = 1
      else if (kind === 'never') this.#nevers.push(hit)
      else if (kind === 'negation') this.#deny(hit)
      else if (kind === 'contrast') this.#affirm(hit)
      else if (kind === 'others') this.#giveAway(hit)
    }
    for (let hit = 0; hit < this.#hits.length; hit++) {
      const kind = patterns[this.#hits.patterns[hit] ?? 0]?.kind
      if (kind === 'not-negation') this.#affirm(hit)
    }
  }

  #deny(hit: number): void {
    // « ne gérez pas »: what stands between the words of a negation is denied too.
    this.#denied.fill(1, (this.#hits.firsts[hit] ?? 0) + 1, (this.#hits.lasts[hit] ?? 0) + 1)
    this.#reach(hit, this.#denied, NEGATION_REACH)
  }

  #affirm(hit: number): void {
    this.#denied.fill(0, this.#hits.firsts[hit] ?? 0, (this.#hits.lasts[hit] ?? 0) + 1 + NEGATION_REACH)
  }

  /** Marks what belongs to other people: the clause, and a list of their departments to its end. */
  #giveAway(hit: number): void {
    this.#reach(hit, this.#others, OTHERS_REACH)
    const { starts, ends, length } = this.#tokens
    const last = this.#hits.lasts[hit] ?? 0
    const end = endOfColleagues(this.#text, ends[last] ?? 0)
    for (let index = last + 1; index < length && (starts[index] ?? 0) < end; index++) this.#others[index] = 1
  }

  /** Marks the tokens behind a hit, up to the next comma or the end of the sentence. */
  #reach(hit: number, marks: Uint8Array, reach: number): void {
    const tokens = this.#tokens
    const last = this.#hits.lasts[hit] ?? 0
    const end = Math.min(tokens.length - 1, last + reach)
    for (let index = last + 1; index <= end; index++) {
      const ends =
        tokens.sentences[index] !== tokens.sentences[last] || ((tokens.flags[index] ?? 0) & CLAUSE_START) !== 0
      if (ends) return
      marks[index] = 1
    }
  }

  #weigh(): readonly KeptHit[] {
    const kept: KeptHit[] = []
    for (let hit = 0; hit < this.#hits.length; hit++) {
      const pattern = this.#lexicon.patterns[this.#hits.patterns[hit] ?? 0]
      if (pattern === undefined) continue
      const first = this.#hits.firsts[hit] ?? 0
      const last = this.#hits.lasts[hit] ?? 0
      // The negation may stand inside the phrase: « ne gérez pas la publicité ».
      const weight = this.#denied[last] === 1 ? 0 : this.#weightOf(first)
      if (pattern.kind === 'mission') {
        const counts = weight > 0 && !this.#isNever(pattern.code, first, last)
        if (counts) kept.push({ pattern, first, last, weight: weight * pattern.weight })
      } else if (weight > 0 && this.#isCounted(pattern, first, last)) kept.push({ pattern, first, last, weight })
    }
    return kept
  }

  #isCounted(pattern: Pattern, first: number, last: number): boolean {
    if (pattern.kind === 'role') return true
    if (pattern.kind !== 'skill' && pattern.kind !== 'tool' && pattern.kind !== 'platform') return false
    const { starts, ends } = this.#tokens
    let words = this.#text.slice(starts[first] ?? 0, ends[first] ?? 0)
    for (let token = first + 1; token <= last; token++) {
      words += ` ${this.#text.slice(starts[token] ?? 0, ends[token] ?? 0)}`
    }
    return pattern.spellings.accepts(words)
  }

  /** Marks the words that name a job (« community manager ») wherever they stand. */
  #mask(): void {
    this.#names.fill(this.#lexicon.nameTrie, this.#tokens)
    for (let hit = 0; hit < this.#names.length; hit++) {
      this.#masked.fill(1, this.#names.firsts[hit] ?? 0, (this.#names.lasts[hit] ?? 0) + 1)
    }
  }

  #weightOf(first: number): number {
    if (this.#denied[first] === 1 || this.#others[first] === 1) return 0
    const sentence = this.#tokens.sentences[first] ?? 0
    const section = this.#sections.of(sentence)
    const weight = section === NO_SECTION ? NO_SECTION_WEIGHT : (SECTION_WEIGHT[section] ?? 0)
    return this.#optional[sentence] === 1 ? weight * OPTIONAL_WEIGHT : weight
  }

  /** True when a phrase that never means the mission covers some of the same words; asked in the order of `first`. */
  #isNever(code: string, first: number, last: number): boolean {
    const nevers = this.#nevers
    // What ends before a phrase covers none of those behind it either; a text of nothing else must not take the square of its length.
    while (this.#nextNever < nevers.length && (this.#hits.lasts[nevers[this.#nextNever] ?? 0] ?? 0) < first) {
      this.#nextNever++
    }
    for (let index = this.#nextNever; index < nevers.length; index++) {
      const hit = nevers[index] ?? 0
      if ((this.#hits.firsts[hit] ?? 0) > last) return false
      const pattern = this.#lexicon.patterns[this.#hits.patterns[hit] ?? 0]
      if (pattern?.kind === 'never' && pattern.code === code && (this.#hits.lasts[hit] ?? 0) >= first) return true
    }
    return false
  }

  /** Sentences speak independently: the score is the chance that not all of them are wrong. */
  #score(hits: readonly KeptHit[]): void {
    this.#missed.fill(1)
    this.#best.fill(0)
    this.#at.fill(-1)
    for (const { pattern, first, weight } of hits) {
      if (pattern.kind !== 'mission') continue
      const mission = MISSION_INDEX.get(pattern.code) ?? 0
      const at = this.#tokens.sentences[first] ?? 0
      if (at !== this.#at[mission]) {
        this.#missed[mission] = (this.#missed[mission] ?? 1) * (1 - (this.#best[mission] ?? 0))
        this.#best[mission] = 0
        this.#at[mission] = at
      }
      this.#best[mission] = Math.max(this.#best[mission] ?? 0, weight)
    }
    for (let mission = 0; mission < MISSIONS.length; mission++) {
      this.#scores[mission] = 1 - (this.#missed[mission] ?? 1) * (1 - (this.#best[mission] ?? 0))
    }
  }

  #reserve(sentences: number): void {
    if (this.#optional.length < sentences) this.#optional = new Uint8Array(sentences * 2)
    else this.#optional.fill(0, 0, sentences)
    if (this.#denied.length < this.#tokens.length) {
      this.#denied = new Uint8Array(this.#tokens.length * 2)
      this.#others = new Uint8Array(this.#tokens.length * 2)
      this.#masked = new Uint8Array(this.#tokens.length * 2)
    } else {
      this.#denied.fill(0, 0, this.#tokens.length)
      this.#others.fill(0, 0, this.#tokens.length)
      this.#masked.fill(0, 0, this.#tokens.length)
    }
  }
}
