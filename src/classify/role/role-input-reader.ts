import type { Lexicon } from '../lexicon/compile-lexicon.ts'
import type { Content } from '../missions/content-reader.ts'
import type { CorpusData } from '../tfidf/corpus-schema.ts'
import { TfIdfModel } from '../tfidf/tfidf-model.ts'
import type { RoleInput } from './role-example.ts'
import { textFeatures } from './role-features.ts'

/** Turns what was found in a text into what the role model sees. */
export class RoleInputReader {
  readonly #tfidf: TfIdfModel

  constructor(corpus: CorpusData, lexicon: Lexicon) {
    this.#tfidf = new TfIdfModel(corpus, lexicon.vocabulary)
  }

  /** Number of terms of the vectors it makes. */
  get size(): number {
    return this.#tfidf.size
  }

  /** Features and vector of a text, the names of the watched jobs masked. */
  read(content: Content): RoleInput {
    return { features: textFeatures(content), vector: this.#tfidf.vectorOf(content.tokens, content.masked) }
  }
}
