import type { Role } from '../../domain/role.ts'
import type { Lexicon } from '../lexicon/compile-lexicon.ts'
import { PhraseHits } from '../missions/phrase-hits.ts'
import { normalise } from '../text/normalise.ts'
import { TokenBuffer } from '../text/tokenise.ts'

/** Role named by a title, with the words that name it as offsets into the title. */
export interface TitleRole {
  readonly role: Role
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

interface Found {
  readonly payload: number
  readonly first: number
  readonly last: number
}

function overlap(a: Found, b: Found): boolean {
  return a.first <= b.last && b.first <= a.last
}

function covers(a: Found, b: Found): boolean {
  return a.first <= b.first && a.last >= b.last && a.last - a.first > b.last - b.first
}

function roleOf(named: ReadonlySet<Role>): Role {
  if (named.has('hybrid') || (named.has('cm') && named.has('smm'))) return 'hybrid'
  if (named.has('smm')) return 'smm'
  return named.has('cm') ? 'cm' : 'other'
}

/** Reads the role that a title alone names, by the grammar of `profiles/titles.yaml`; buffers are kept between calls. */
export class TitleReader {
  readonly #lexicon: Lexicon
  readonly #tokens = new TokenBuffer()
  readonly #hits = new PhraseHits()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** The role of a title; `other` with no spans when it names none of the watched jobs. */
  read(title: string): TitleRole {
    const normalised = normalise(title)
    this.#tokens.fill(normalised.text, this.#lexicon.vocabulary)
    this.#hits.fill(this.#lexicon.titleTrie, this.#tokens)
    const kept = this.#decisive()
    const named = new Set(kept.map(({ payload }) => this.#lexicon.titlePatterns[payload] ?? 'other'))
    const role = roleOf(named)
    const spans = kept.map(({ first, last }) => ({
      start: normalised.toOriginal(this.#tokens.starts[first] ?? 0),
      end: normalised.toOriginal(this.#tokens.ends[last] ?? 0),
    }))
    return { role, spans }
  }

  /** The phrases that stand: none inside a longer one, none that an `other` phrase touches. */
  #decisive(): readonly Found[] {
    const found: Found[] = []
    for (let hit = 0; hit < this.#hits.length; hit++) {
      const payload = this.#hits.patterns[hit] ?? 0
      found.push({ payload, first: this.#hits.firsts[hit] ?? 0, last: this.#hits.lasts[hit] ?? 0 })
    }
    const others = found.filter(({ payload }) => this.#lexicon.titlePatterns[payload] === 'other')
    const roles = found.filter((hit) => this.#lexicon.titlePatterns[hit.payload] !== 'other')
    return roles.filter(
      (hit) =>
        !others.some((other) => overlap(other, hit) && !covers(hit, other)) &&
        !roles.some((longer) => covers(longer, hit)),
    )
  }
}
