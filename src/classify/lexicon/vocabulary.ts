import { fold, stem } from '../text/stem.ts'

/** Term of a word that carries no meaning of its own (de, la, the …): it is not even kept as a token. */
export const STOP = 0
/** Term of a word that no phrase and no profile knows. */
export const UNKNOWN = 1
/** Distinct tokens remembered before the memo starts afresh: bounds memory on endless input. */
const MEMO_LIMIT = 300_000

/** What the vocabulary is built from; see `profiles/words.yaml`. */
export interface WordLists {
  readonly stopwords: readonly string[]
  /** Words that are their own term, never stemmed: `communication` must not become `commun`. */
  readonly protected: readonly string[]
  /** Family name → its forms; the stems of the forms belong to the family too. */
  readonly families: Readonly<Record<string, readonly string[]>>
}

/**
 * Words to term numbers: stop word, protected word, family, stem, in that order. Terms are numbered while the lexicon
 * is compiled (`learn`); afterwards words outside it are `UNKNOWN`, so that equal texts give equal numbers.
 */
export class Vocabulary {
  readonly #terms = new Map<string, number>()
  readonly #names: string[] = ['', '?']
  readonly #stopwords: ReadonlySet<string>
  readonly #exact = new Map<string, string>()
  readonly #stems = new Map<string, string>()
  readonly #memo = new Map<string, number>()

  constructor({ stopwords, families, protected: kept }: WordLists) {
    this.#stopwords = new Set(stopwords.map((word) => fold(word)))
    for (const word of kept) this.#exact.set(fold(word), fold(word))
    for (const [name, forms] of Object.entries(families)) {
      for (const form of [name, ...forms]) {
        this.#exact.set(fold(form.replace('=', '')), fold(name))
        // « =forme » takes this very form into the family and leaves its stem alone.
        if (!form.startsWith('=')) this.#addStem(form, fold(name))
      }
    }
  }

  /** Number of terms known, `STOP` and `UNKNOWN` included. */
  get size(): number {
    return this.#names.length
  }

  /** Readable name of a term. */
  nameOf(term: number): string {
    return this.#names[term] ?? '?'
  }

  /** Number of a term by its readable name; `UNKNOWN` when there is none. */
  termNamed(name: string): number {
    return this.#terms.get(name) ?? UNKNOWN
  }

  /** Term of a lower-case word, numbered if it is new. */
  learn(word: string): number {
    const key = this.#keyOf(word)
    return key === null ? STOP : this.learnName(key)
  }

  /** Number of a readable term name, given if it is new. */
  learnName(name: string): number {
    const known = this.#terms.get(name)
    if (known !== undefined) return known
    const term = this.#names.length
    this.#terms.set(name, term)
    this.#names.push(name)
    this.#memo.clear()
    return term
  }

  /** Term of a lower-case word: `STOP`, `UNKNOWN` or a number given by `learn`. */
  termOf(word: string): number {
    const known = this.#memo.get(word)
    if (known !== undefined) return known
    if (this.#memo.size >= MEMO_LIMIT) this.#memo.clear()
    const key = this.#keyOf(word)
    const term = key === null ? STOP : (this.#terms.get(key) ?? UNKNOWN)
    this.#memo.set(word, term)
    return term
  }

  /** Readable term of a word, known or not; null for a stop word. */
  keyOf(word: string): string | null {
    return this.#keyOf(word)
  }

  #keyOf(word: string): string | null {
    const folded = fold(word)
    if (this.#stopwords.has(folded)) return null
    const exact = this.#exact.get(folded)
    if (exact !== undefined) return exact
    const stemmed = stem(word)
    return this.#stems.get(stemmed) ?? stemmed
  }

  #addStem(form: string, name: string): void {
    const stemmed = stem(form.toLowerCase())
    const stopOrKept = this.#stopwords.has(stemmed) || stemmed.length < 3
    if (!stopOrKept && !this.#stems.has(stemmed)) this.#stems.set(stemmed, name)
  }
}
