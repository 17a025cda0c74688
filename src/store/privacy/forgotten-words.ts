import { createHash, randomBytes } from 'node:crypto'
import type { PostingDraft } from '../../domain/posting.ts'
import type { VigieDatabase } from '../open-database.ts'
import { blot, type Span, type WordPattern, wordSpans } from './word-pattern.ts'

/**
 * The people and words that were forgotten, known by salted hashes alone. What a source publishes of them again is
 * blotted out before it is stored.
 */
export class ForgottenWords {
  readonly #hashes: ReadonlySet<string>
  readonly #counts: readonly number[]
  readonly #salt: string

  constructor(database: VigieDatabase) {
    const rows = database
      .prepare<[], { readonly words_sha256: string; readonly salt: string; readonly word_count: number }>(
        'SELECT words_sha256, salt, word_count FROM forgotten_words',
      )
      .all()
    this.#hashes = new Set(rows.map((row) => row.words_sha256))
    this.#counts = [...new Set(rows.map((row) => row.word_count))]
    this.#salt = rows[0]?.salt ?? ''
  }

  /** The draft without what was forgotten; the same object when nothing was. */
  blot(draft: PostingDraft): PostingDraft {
    if (this.#hashes.size === 0) return draft
    const fields = Object.entries(draft).map(([field, value]) => [
      field,
      typeof value !== 'string' ? value : field === 'extId' ? this.#blotReference(value) : this.blotText(value),
    ])
    return Object.fromEntries(fields) as unknown as PostingDraft
  }

  /** A text without what was forgotten, as long as before. */
  blotText(text: string): string {
    if (this.#hashes.size === 0) return text
    const spans = wordSpans(text)
    return blot(
      text,
      this.#counts.flatMap((count) =>
        spans.flatMap((_, index) => this.#match(spans.slice(index, index + count), count)),
      ),
    )
  }

  #match(window: readonly (Span & { readonly word: string })[], count: number): readonly Span[] {
    const [first, last] = [window[0], window[count - 1]]
    if (first === undefined || last === undefined) return []
    const hash = hashWords(
      this.#salt,
      window.map(({ word }) => word),
    )
    return this.#hashes.has(hash) ? [{ start: first.start, end: last.end }] : []
  }

  #blotReference(extId: string): string {
    const blotted = this.blotText(extId)
    return blotted === extId ? extId : blottedReference(extId, blotted)
  }
}

/** A reference that had to be blotted out keeps a hash of itself, so that it stays the key of its posting. */
export function blottedReference(extId: string, blotted: string): string {
  return `${blotted}#${createHash('sha256').update(extId).digest('hex').slice(0, 16)}`
}

/** Remembers by hash that these words were forgotten. */
export function rememberForgotten(database: VigieDatabase, { words }: WordPattern, today: string): void {
  const known = database.prepare<[], string>('SELECT salt FROM forgotten_words LIMIT 1').pluck().get()
  const salt = known ?? randomBytes(16).toString('hex')
  database
    .prepare(
      'INSERT OR IGNORE INTO forgotten_words (words_sha256, salt, word_count, forgotten_on_date) VALUES (?, ?, ?, ?)',
    )
    .run(hashWords(salt, words), salt, words.length, today)
}

function hashWords(salt: string, words: readonly string[]): string {
  return createHash('sha256')
    .update(`${salt} ${words.join(' ')}`)
    .digest('hex')
}
