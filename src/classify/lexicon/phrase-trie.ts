/** Tokens as the trie reads them: term numbers, and the sentence each token belongs to. */
export interface TermSequence {
  readonly length: number
  readonly terms: Int32Array
  readonly sentences: Int32Array
}

/** Called for each phrase found: its payload, first and last token. */
export type OnPhrase = (payload: number, first: number, last: number) => void

const WIDEST_GAP = 15

/**
 * All phrases of the lexicon in one trie over term numbers. An edge may bridge a few tokens; a phrase never leaves its
 * sentence. Built once with `add`, then `freeze` lays the edges into one open-addressed table.
 */
export class PhraseTrie {
  readonly #edges = new Map<number, number>()
  readonly #payloads: number[][] = [[]]
  /** Widest gap of the edges that leave a node. */
  #reach = new Int8Array(0)
  /** Bit g set when an edge with gap g leaves the node. */
  #gaps = new Uint16Array(0)
  #root = new Int32Array(0)
  #keys = new Float64Array(0)
  #targets = new Int32Array(0)
  #mask = 0

  /** Number of nodes, for reports and tests. */
  get size(): number {
    return this.#payloads.length
  }

  /** Adds a phrase as terms with the gap allowed before each. */
  add(terms: readonly number[], gaps: readonly number[], payload: number): void {
    let node = 0
    terms.forEach((term, index) => {
      const gap = index === 0 ? 0 : Math.min(WIDEST_GAP, gaps[index] ?? 0)
      const key = edgeKey(node, term, gap)
      let next = this.#edges.get(key)
      if (next === undefined) {
        next = this.#payloads.length
        this.#payloads.push([])
        this.#edges.set(key, next)
      }
      node = next
    })
    const payloads = this.#payloads[node]
    if (payloads !== undefined && !payloads.includes(payload)) payloads.push(payload)
  }

  /** Lays the trie out for matching; `terms` is the number of terms there are. */
  freeze(terms: number): void {
    let capacity = 16
    while (capacity < this.#edges.size * 2) capacity *= 2
    this.#mask = capacity - 1
    this.#keys = new Float64Array(capacity).fill(-1)
    this.#targets = new Int32Array(capacity)
    this.#reach = new Int8Array(this.#payloads.length).fill(-1)
    this.#gaps = new Uint16Array(this.#payloads.length)
    this.#root = new Int32Array(terms)
    for (const [key, target] of this.#edges) {
      const gap = key % 16
      const term = Math.floor(key / 16) % 65_536
      const node = Math.floor(key / 1_048_576)
      if (node === 0) {
        this.#root[term] = target
        continue
      }
      this.#reach[node] = Math.max(this.#reach[node] ?? -1, gap)
      this.#gaps[node] = (this.#gaps[node] ?? 0) | (1 << gap)
      let slot = hash(key) & this.#mask
      while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask
      this.#keys[slot] = key
      this.#targets[slot] = target
    }
  }

  /** Finds every phrase, in order of its first token. */
  match(tokens: TermSequence, onPhrase: OnPhrase): void {
    for (let first = 0; first < tokens.length; first++) {
      const node = this.#root[tokens.terms[first] ?? 0] ?? 0
      if (node !== 0) this.#walk(tokens, node, first, first, onPhrase)
    }
  }

  #walk(tokens: TermSequence, node: number, first: number, last: number, onPhrase: OnPhrase): void {
    const payloads = this.#payloads[node]
    if (payloads !== undefined) for (const payload of payloads) onPhrase(payload, first, last)
    const reach = this.#reach[node] ?? -1
    if (reach < 0) return
    const sentence = tokens.sentences[first]
    const end = Math.min(tokens.length - 1, last + 1 + reach)
    for (let next = last + 1; next <= end && tokens.sentences[next] === sentence; next++) {
      const term = tokens.terms[next] ?? 0
      if (term > 1) this.#step(tokens, node, term, first, last, next, onPhrase)
    }
  }

  /** The inner loop allocates nothing, so its state travels as arguments. */
  #step(
    tokens: TermSequence,
    node: number,
    term: number,
    first: number,
    last: number,
    next: number,
    onPhrase: OnPhrase,
  ): void {
    const skipped = next - last - 1
    let gaps = (this.#gaps[node] ?? 0) >> skipped
    for (let gap = skipped; gaps !== 0; gap++, gaps >>= 1) {
      if ((gaps & 1) === 0) continue
      const target = this.#find(edgeKey(node, term, gap))
      if (target !== 0) this.#walk(tokens, target, first, next, onPhrase)
    }
  }

  #find(key: number): number {
    let slot = hash(key) & this.#mask
    for (;;) {
      const found = this.#keys[slot]
      if (found === key) return this.#targets[slot] ?? 0
      if (found === -1 || found === undefined) return 0
      slot = (slot + 1) & this.#mask
    }
  }
}

/** node × 2^20 + term × 2^4 + gap: exact in a double for 2^32 nodes and 2^16 terms. */
function edgeKey(node: number, term: number, gap: number): number {
  return node * 1_048_576 + term * 16 + gap
}

function hash(key: number): number {
  return Math.imul((key % 4_294_967_296) ^ Math.floor(key / 65_536), 0x9e3779b1) >>> 7
}
