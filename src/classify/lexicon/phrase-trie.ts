/** Tokens as the trie reads them: term numbers, and the sentence each token belongs to. */
export interface TermSequence {
  readonly length: number
  readonly terms: Int32Array
  readonly sentences: Int32Array
}

/** Called for each phrase found: its payload, first and last token. */
export type OnPhrase = (payload: number, first: number, last: number) => void

/** Gaps and terms there is room for in the key of an edge. */
const GAPS = 16
const TERMS = 65_536
const WIDEST_GAP = GAPS - 1
/** Power of two; small enough to stay in the processor's cache. */
const LEAD_BITS = 1 << 19
/** Numbers a slot of the edge table has: node, next term, where its edges begin, where they end. */
const SLOT = 4

/**
 * All phrases of the lexicon in one trie over term numbers. An edge may bridge a few tokens; a phrase never leaves its
 * sentence. Built once with `add`, then `freeze` lays the edges into one open-addressed table.
 */
export class PhraseTrie {
  readonly #edges = new Map<number, number>()
  readonly #payloads: number[][] = [[]]
  /** Widest gap of the edges that leave a node. */
  #reach = new Int8Array(0)
  #root = new Int32Array(0)
  /** Open-addressed by node and next term, `SLOT` numbers each; a node of 0, which is the root's, is an empty slot. */
  #table = new Int32Array(0)
  /** The edges themselves, those of one slot side by side: gap allowed before the term, and node behind it. */
  #gaps = new Int8Array(0)
  #targets = new Int32Array(0)
  #mask = 0
  /** One bit for each pair of node and next term, by hash: nearly all pairs are turned away by it alone. */
  readonly #leads = new Int32Array(LEAD_BITS >> 5)
  /** Payloads of all nodes in one array; node n owns those from `#payloadStarts[n]` to `#payloadStarts[n + 1]`. */
  #payloadStarts = new Int32Array(0)
  #flatPayloads = new Int32Array(0)

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
    this.#reach = new Int8Array(this.#payloads.length).fill(-1)
    this.#root = new Int32Array(terms)
    const byLead = new Map<number, [gap: number, target: number][]>()
    for (const [key, target] of this.#edges) {
      const gap = key % GAPS
      const lead = Math.floor(key / GAPS)
      const node = Math.floor(lead / TERMS)
      if (node === 0) {
        this.#root[lead] = target
        continue
      }
      this.#reach[node] = Math.max(this.#reach[node] ?? -1, gap)
      const edges = byLead.get(lead)
      if (edges === undefined) byLead.set(lead, [[gap, target]])
      else edges.push([gap, target])
    }
    this.#lay(byLead)
    this.#flatten()
  }

  #lay(byLead: ReadonlyMap<number, readonly (readonly [gap: number, target: number])[]>): void {
    let capacity = 16
    while (capacity < byLead.size * 2) capacity *= 2
    this.#mask = capacity - 1
    this.#table = new Int32Array(capacity * SLOT)
    this.#gaps = new Int8Array(this.#edges.size)
    this.#targets = new Int32Array(this.#edges.size)
    let start = 0
    for (const [lead, edges] of byLead) {
      const node = Math.floor(lead / TERMS)
      const term = lead % TERMS
      const bit = leadOf(node, term)
      this.#leads[bit >> 5] = (this.#leads[bit >> 5] ?? 0) | (1 << (bit & 31))
      let slot = hash(node, term) & this.#mask
      while (this.#table[slot * SLOT] !== 0) slot = (slot + 1) & this.#mask
      this.#table.set([node, term, start, start + edges.length], slot * SLOT)
      for (const [gap, target] of [...edges].sort(([a], [b]) => a - b)) {
        this.#gaps[start] = gap
        this.#targets[start] = target
        start++
      }
    }
  }

  #flatten(): void {
    this.#payloadStarts = new Int32Array(this.#payloads.length + 1)
    this.#payloads.forEach((payloads, node) => {
      this.#payloadStarts[node + 1] = (this.#payloadStarts[node] ?? 0) + payloads.length
    })
    this.#flatPayloads = Int32Array.from(this.#payloads.flat())
  }

  /** Finds every phrase, in order of its first token. */
  match(tokens: TermSequence, onPhrase: OnPhrase): void {
    for (let first = 0; first < tokens.length; first++) {
      const node = this.#root[tokens.terms[first] ?? 0] ?? 0
      if (node !== 0) this.#walk(tokens, node, first, first, onPhrase)
    }
  }

  #walk(tokens: TermSequence, node: number, first: number, last: number, onPhrase: OnPhrase): void {
    const payloadEnd = this.#payloadStarts[node + 1] ?? 0
    for (let index = this.#payloadStarts[node] ?? 0; index < payloadEnd; index++) {
      onPhrase(this.#flatPayloads[index] ?? 0, first, last)
    }
    const reach = this.#reach[node] ?? -1
    if (reach < 0) return
    const { terms, sentences } = tokens
    const leads = this.#leads
    const sentence = sentences[first]
    const end = Math.min(tokens.length - 1, last + 1 + reach)
    for (let next = last + 1; next <= end && sentences[next] === sentence; next++) {
      const term = terms[next] ?? 0
      const lead = leadOf(node, term)
      if (term > 1 && (((leads[lead >> 5] ?? 0) >> (lead & 31)) & 1) !== 0) {
        this.#step(tokens, node, term, first, last, next, onPhrase)
      }
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
    const table = this.#table
    let slot = (hash(node, term) & this.#mask) * SLOT
    while (table[slot] !== node || table[slot + 1] !== term) {
      if (table[slot] === 0) return
      slot = (slot + SLOT) & (table.length - 1)
    }
    const skipped = next - last - 1
    const end = table[slot + 3] ?? 0
    for (let edge = table[slot + 2] ?? 0; edge < end; edge++) {
      if ((this.#gaps[edge] ?? 0) >= skipped) this.#walk(tokens, this.#targets[edge] ?? 0, first, next, onPhrase)
    }
  }
}

/** Node, term and gap in one number: exact in a double for 2^32 nodes. */
function edgeKey(node: number, term: number, gap: number): number {
  return (node * TERMS + term) * GAPS + gap
}

/** Place of a node and a next term among the bits that say whether an edge may lead there. */
function leadOf(node: number, term: number): number {
  return ((Math.imul(node, 0x9e3779b1) ^ Math.imul(term, 0x85ebca6b)) >>> 7) & (LEAD_BITS - 1)
}

/** Whole numbers only: a remainder of doubles would cost more than the rest of the search. */
function hash(node: number, term: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(term, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
