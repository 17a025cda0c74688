import type { PhraseTrie, TermSequence } from '../lexicon/phrase-trie.ts'

/** Phrases found in one text: parallel arrays of pattern, first and last token, in order of the first token. */
export class PhraseHits {
  length = 0
  patterns = new Int32Array(256)
  firsts = new Int32Array(256)
  lasts = new Int32Array(256)
  readonly #push = (pattern: number, first: number, last: number): void => {
    if (this.length === this.patterns.length) this.#grow()
    const index = this.length++
    this.patterns[index] = pattern
    this.firsts[index] = first
    this.lasts[index] = last
  }

  /** Finds all phrases of a trie, dropping what was there. */
  fill(trie: PhraseTrie, tokens: TermSequence): void {
    this.length = 0
    trie.match(tokens, this.#push)
  }

  #grow(): void {
    this.patterns = doubled(this.patterns)
    this.firsts = doubled(this.firsts)
    this.lasts = doubled(this.lasts)
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
