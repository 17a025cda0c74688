import { fold, stem } from '../text/stem.ts'
import { CHECK_FACTOR, CHECK_SEED, HASH_FACTOR, HASH_SEED } from './word-hash.ts'

/** Term of a word that carries no meaning of its own (de, la, the …): it is not even kept as a token. */
export const STOP = 0
/** Term of a word that no phrase and no profile knows. */
export const UNKNOWN = 1
/** Slots of the token memo; it starts afresh when two thirds are taken, which bounds memory on endless input. */
const MEMO_SLOTS = 1 << 18
const MEMO_LIMIT = Math.floor((MEMO_SLOTS * 2) / 3)
/** Low bits of the second number of a slot: the term, and above it whether the slot is taken. */
const TERM_BITS = 18
const TAKEN = 1 << (TERM_BITS - 1)
const LARGEST_TERM = TAKEN - 1

/** Term of every year of a calendar, so that a phrase with one year reads any; it holds a digit, which keeps it out of the corpus. */
const YEAR_TERM = '19xx'
const YEAR = /^(?:19|20)\d\d$/

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
  /** Words of phrases and their terms: the lexicon names the same words thousands of times. */
  readonly #learnt = new Map<string, number>()
  /** Token memo as an open-addressed table of two numbers a slot: a hash; what its place leaves open of the other, and the term. */
  #memo = new Int32Array(0)
  #remembered = 0

  constructor({ stopwords, families, protected: kept }: WordLists) {
    this.#stopwords = new Set(stopwords.map((word) => fold(word)))
    for (const word of kept) this.#exact.set(fold(word), fold(word))
    for (const [name, forms] of Object.entries(families)) {
      // Where every form is exact, so is the name.
      const isExact = forms.length > 0 && forms.every((form) => form.startsWith('='))
      for (const form of [isExact ? `=${name}` : name, ...forms]) {
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
    const known = this.#learnt.get(word)
    if (known !== undefined) return known
    const key = this.#keyOf(word)
    const term = key === null ? STOP : this.learnName(key)
    this.#learnt.set(word, term)
    return term
  }

  /** Number of a readable term name, given if it is new. */
  learnName(name: string): number {
    const known = this.#terms.get(name)
    if (known !== undefined) return known
    const term = this.#names.length
    this.#terms.set(name, term)
    this.#names.push(name)
    this.#forget()
    return term
  }

  /** Term of a lower-case word: `STOP`, `UNKNOWN` or a number given by `learn`. */
  termOf(word: string): number {
    let hash = HASH_SEED
    let check = CHECK_SEED
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index)
      hash = Math.imul(hash ^ unit, HASH_FACTOR)
      check = (Math.imul(check, CHECK_FACTOR) + unit) | 0
    }
    return this.termAt(word, 0, word.length, hash, check)
  }

  /**
   * Term of the word at `[start, end)` of a text, given the two hashes of its lower case (`word-hash.ts`). For words met
   * before no string is cut out: forty-six bits of hash, and the place they lie at, stand for the word.
   */
  termAt(text: string, start: number, end: number, hash: number, check: number): number {
    if (this.#memo.length === 0 || this.#remembered >= MEMO_LIMIT) this.#startMemo()
    const memo = this.#memo
    let slot = (hash & (MEMO_SLOTS - 1)) * 2
    for (let known = memo[slot + 1] ?? 0; known !== 0; known = memo[slot + 1] ?? 0) {
      if (memo[slot] === check && (known ^ hash) >>> TERM_BITS === 0) return known & LARGEST_TERM
      slot = (slot + 2) & (MEMO_SLOTS * 2 - 1)
    }
    const term = this.#resolve(lowerCase(text.slice(start, end)))
    memo[slot] = check
    memo[slot + 1] = ((hash >>> TERM_BITS) << TERM_BITS) | TAKEN | term
    this.#remembered++
    return term
  }

  #resolve(word: string): number {
    const key = this.#keyOf(word)
    return key === null ? STOP : (this.#terms.get(key) ?? UNKNOWN)
  }

  #forget(): void {
    if (this.#remembered > 0) this.#memo.fill(0)
    this.#remembered = 0
  }

  #startMemo(): void {
    this.#memo = new Int32Array(MEMO_SLOTS * 2)
    this.#remembered = 0
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
    if (YEAR.test(word)) return YEAR_TERM
    const stemmed = stem(word)
    return this.#stems.get(stemmed) ?? stemmed
  }

  #addStem(form: string, name: string): void {
    const stemmed = stem(form.toLowerCase())
    const stopOrKept = this.#stopwords.has(stemmed) || stemmed.length < 3
    if (!stopOrKept && !this.#stems.has(stemmed)) this.#stems.set(stemmed, name)
  }
}

/** Lower case sign by sign; a sign whose lower case is longer (« İ ») stays as it is. */
function lowerCase(word: string): string {
  const lower = word.toLowerCase()
  if (lower.length === word.length) return lower
  return Array.from(word, (sign) => {
    const small = sign.toLowerCase()
    return small.length === sign.length ? small : sign
  }).join('')
}
