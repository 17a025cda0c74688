import { type RoleWords, SECTIONS } from '../lexicon/compile-lexicon.ts'
import type { Content, KeptHit } from '../missions/content-reader.ts'
import { NO_SECTION } from '../text/sections.ts'

const MISSIONS = SECTIONS.indexOf('missions')
const PROFILE = SECTIONS.indexOf('profile')
/** Shorter sentences are headings or crumbs, not duties. */
const FEWEST_WORDS = 2
/** With fewer duties under a heading of their own, all that is not about the employer counts as duties. */
const FEWEST_DUTIES = 3

/** What a sentence is about; the first that holds. */
const SOCIAL = 4
const ELSEWHERE = 3
const CONTENT = 2
const NOTHING = 1

/** Names of the shares, in the order of `dutyShares`. */
export const DUTY_SHARES = [
  'social-share',
  'elsewhere-share',
  'content-share',
  'nothing-share',
  'social-words-share',
  'social-against-elsewhere',
  'social-and-content',
  'social-profile',
  'social-opening',
  'social-count',
] as const

/** Number of each sentence's kind, from the phrases found in it; names of the watched jobs do not count. */
function kindsOf(content: Content): Uint8Array {
  const kinds = new Uint8Array(content.sentences).fill(NOTHING)
  for (const hit of content.hits) {
    const kind = kindOf(content, hit)
    const sentence = content.tokens.sentences[hit.first] ?? 0
    if (kind > (kinds[sentence] ?? 0)) kinds[sentence] = kind
  }
  return kinds
}

const ROLE_KIND: Readonly<Record<RoleWords, number>> = { social: SOCIAL, elsewhere: ELSEWHERE, steering: 0, daily: 0 }

function kindOf(content: Content, { pattern, first }: KeptHit): number {
  if (pattern.kind === 'role') return content.masked[first] === 1 ? 0 : ROLE_KIND[pattern.code]
  return pattern.kind === 'mission' ? CONTENT : 0
}

class Shares {
  readonly #counts = new Float64Array(5)
  readonly #words = new Float64Array(5)

  add(kind: number, words: number): void {
    this.#counts[kind] = (this.#counts[kind] ?? 0) + 1
    this.#words[kind] = (this.#words[kind] ?? 0) + words
  }

  get all(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0)
  }

  count(kind: number): number {
    return this.#counts[kind] ?? 0
  }

  share(kind: number): number {
    return this.count(kind) / Math.max(FEWEST_DUTIES, this.all)
  }

  wordShare(kind: number): number {
    return (
      (this.#words[kind] ?? 0) /
      Math.max(
        20,
        this.#words.reduce((sum, words) => sum + words, 0),
      )
    )
  }
}

function lengthsOf({ tokens, sentences }: Content): Int32Array {
  const lengths = new Int32Array(sentences)
  for (let index = 0; index < tokens.length; index++) {
    const sentence = tokens.sentences[index] ?? 0
    lengths[sentence] = (lengths[sentence] ?? 0) + 1
  }
  return lengths
}

/** How much of an ad's duties is about social media, in the order of `DUTY_SHARES`; most between 0 and 1. */
export function dutyShares(content: Content): readonly number[] {
  const kinds = kindsOf(content)
  const lengths = lengthsOf(content)
  const stated = new Shares()
  const loose = new Shares()
  const profile = new Shares()
  const opening = new Shares()
  for (let sentence = 0; sentence < content.sentences; sentence++) {
    const length = lengths[sentence] ?? 0
    if (length < FEWEST_WORDS) continue
    const kind = kinds[sentence] ?? NOTHING
    const section = content.sections.of(sentence)
    if (sentence * 3 < content.sentences) opening.add(kind, length)
    if (section === MISSIONS) stated.add(kind, length)
    if (section === MISSIONS || section === NO_SECTION) loose.add(kind, length)
    if (section === PROFILE) profile.add(kind, length)
  }
  const duties = stated.all >= FEWEST_DUTIES ? stated : loose
  const social = duties.count(SOCIAL)
  return [
    duties.share(SOCIAL),
    duties.share(ELSEWHERE),
    duties.share(CONTENT),
    duties.share(NOTHING),
    duties.wordShare(SOCIAL),
    (social + 0.5) / (social + duties.count(ELSEWHERE) + 1),
    duties.share(SOCIAL) + 0.5 * duties.share(CONTENT) - 0.5 * duties.share(ELSEWHERE),
    profile.share(SOCIAL),
    opening.wordShare(SOCIAL),
    Math.log1p(social),
  ]
}
