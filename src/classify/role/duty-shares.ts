import type { Mission } from '../../domain/mission.ts'
import { type RoleWords, SECTIONS } from '../lexicon/compile-lexicon.ts'
import type { Content, KeptHit } from '../missions/content-reader.ts'
import { NO_SECTION } from '../text/sections.ts'

const MISSIONS = SECTIONS.indexOf('missions')
const PROFILE = SECTIONS.indexOf('profile')
/** Shorter sentences are headings or crumbs, not duties. */
const FEWEST_WORDS = 2
/** With fewer duties under a heading of their own, all that is not about the employer counts as duties. */
const FEWEST_DUTIES = 3

/** What a sentence is about; `MIXED` when it names duties of the trade and of another one. */
const SOCIAL = 4
const MIXED = 3
const ELSEWHERE = 2
const CONTENT = 1
const NOTHING = 0

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
  'social-anywhere',
] as const

/** Missions that are social media work by themselves, and those that are another trade's unless social words stand by. */
export const SOCIAL_MISSIONS: ReadonlySet<Mission> = new Set<Mission>([
  'animation',
  'moderation',
  'publication',
  'reputation',
])
export const ELSEWHERE_MISSIONS: ReadonlySet<Mission> = new Set<Mission>([
  'newsletter',
  'seo',
  'website',
  'event',
  'press',
])
const SAYS_SOCIAL = 1
const SAYS_ELSEWHERE = 2
const SAYS_CONTENT = 4

/** Number of each sentence's kind, from the phrases found in it; names of the watched jobs do not count. */
function kindsOf(content: Content): Uint8Array {
  const said = new Uint8Array(content.sentences)
  for (const hit of content.hits) {
    const sentence = content.tokens.sentences[hit.first] ?? 0
    said[sentence] = (said[sentence] ?? 0) | signOf(content, hit)
  }
  return said.map(kindOf)
}

const ROLE_SIGN: Readonly<Record<RoleWords, number>> = {
  social: SAYS_SOCIAL,
  elsewhere: SAYS_ELSEWHERE,
  steering: 0,
  daily: 0,
}

function signOf(content: Content, { pattern, first }: KeptHit): number {
  if (pattern.kind === 'role') return content.masked[first] === 1 ? 0 : ROLE_SIGN[pattern.code]
  if (pattern.kind !== 'mission' || pattern.weight < 0.5) return 0
  if (SOCIAL_MISSIONS.has(pattern.code)) return content.masked[first] === 1 ? 0 : SAYS_SOCIAL
  return ELSEWHERE_MISSIONS.has(pattern.code) ? SAYS_ELSEWHERE : SAYS_CONTENT
}

function kindOf(said: number): number {
  const isElsewhere = (said & SAYS_ELSEWHERE) !== 0
  if ((said & SAYS_SOCIAL) !== 0) return isElsewhere ? MIXED : SOCIAL
  if (isElsewhere) return ELSEWHERE
  return (said & SAYS_CONTENT) === 0 ? NOTHING : CONTENT
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

/** Of the sentences about this trade or another, the part about this one; a half where there are none. */
function againstElsewhere(shares: Shares): number {
  const social = shares.count(SOCIAL) + 0.5 * shares.count(MIXED)
  return (social + 0.5) / (shares.count(SOCIAL) + shares.count(MIXED) + shares.count(ELSEWHERE) + 1)
}

/** How much of an ad's duties is about social media, in the order of `DUTY_SHARES`; most between 0 and 1. */
export function dutyShares(content: Content): readonly number[] {
  const kinds = kindsOf(content)
  const lengths = lengthsOf(content)
  const stated = new Shares()
  const loose = new Shares()
  const anywhere = new Shares()
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
    if (section === MISSIONS || section === NO_SECTION || section === PROFILE) anywhere.add(kind, length)
  }
  const duties = stated.all >= FEWEST_DUTIES ? stated : loose.all >= FEWEST_DUTIES ? loose : anywhere
  const social = duties.count(SOCIAL) + 0.5 * duties.count(MIXED)
  const socialShare = duties.share(SOCIAL) + 0.5 * duties.share(MIXED)
  const elsewhereShare = duties.share(ELSEWHERE) + 0.5 * duties.share(MIXED)
  return [
    socialShare,
    elsewhereShare,
    duties.share(CONTENT),
    duties.share(NOTHING),
    duties.wordShare(SOCIAL) + 0.5 * duties.wordShare(MIXED),
    againstElsewhere(duties),
    socialShare + 0.5 * duties.share(CONTENT) - 0.5 * elsewhereShare,
    profile.share(SOCIAL) + 0.5 * profile.share(MIXED),
    opening.wordShare(SOCIAL) + 0.5 * opening.wordShare(MIXED),
    Math.log1p(social),
    // Abilities asked speak of the duties too, and many ads tell their duties there alone.
    againstElsewhere(anywhere),
  ]
}
