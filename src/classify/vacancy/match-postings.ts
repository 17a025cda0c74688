import type { DedupMethod, Employer, PostingToGroup } from '../../domain/vacancy.ts'
import { comparePlaces, type PlaceKey, type PlaceLikeness } from './compare-places.ts'
import { compareTexts, compareTitles, type Likeness } from './compare-wording.ts'

/** A posting with what grouping derives from it once. */
export interface Candidate {
  readonly posting: PostingToGroup
  readonly employer: Employer | null
  readonly place: PlaceKey
  /** True when a recruiter, an aggregator or a dump may have copied another employer's ad. */
  readonly mayCopy: boolean
}

/** Two postings of one vacancy. */
export interface Match {
  readonly method: DedupMethod
  readonly similarity: number
}

/** A gap longer than this between two appearances of a text is a new opening. */
export const REPOST_DAYS = 90

const DAY_MS = 86_400_000

/**
 * True when nothing that both postings state forbids that they are one vacancy. Time does not: reposts make chains
 * longer than one gap.
 */
export function mayBeOne(a: Candidate, b: Candidate): boolean {
  if (contractsDiffer(a, b)) return false
  const place = comparePlaces(a.place, b.place)
  if (place === 'different') return false
  const title = compareTitles(a.posting.signature.titleWords, b.posting.signature.titleWords)
  if (title.isContrary || title.overlap < 0.5) return false
  // Titles that each say something the other does not ("… Lyon", "… Nantes"; "… allemand", "… italien").
  const isSameAd = a.posting.signature.textKey === b.posting.signature.textKey && place !== 'unknown'
  return title.isContained || isSameAd || isSameReference(a, b)
}

/**
 * Decides whether two postings stand for one vacancy. Precision first: what is merely alike stays apart.
 */
export function matchPostings(a: Candidate, b: Candidate): Match | null {
  if (!mayBeOne(a, b) || daysApart(a, b) > REPOST_DAYS) return null
  const title = compareTitles(a.posting.signature.titleWords, b.posting.signature.titleWords)
  const text = compareTexts(a.posting.signature, b.posting.signature)
  const place = comparePlaces(a.place, b.place)
  if (isSameReference(a, b) && (text.text >= (title.isContained ? 0.5 : 0.9) || text.contained >= 0.9)) {
    return { method: 'same-reference', similarity: round(Math.max(text.text, text.contained)) }
  }
  if (!(title.isContained || text.isSameText) || !isAlike(a, b, text, place)) return null
  return { method: methodOf(a, b, text), similarity: round(likeness(a, b, text)) }
}

function isAlike(a: Candidate, b: Candidate, text: Likeness, place: PlaceLikeness): boolean {
  const isNamedAlike = a.employer !== null && a.employer.key === b.employer?.key
  // What one source shows twice at a time is two openings, unless employer and place say otherwise.
  const isSideBySide = a.posting.sourceId === b.posting.sourceId && daysApart(a, b) === 0
  if (isSideBySide && !text.isSameText && !(isNamedAlike && place !== 'unknown')) return false
  return likeness(a, b, text) >= leastLikeness(a, b, place)
}

/** How alike two texts must be, given what is known of employer and place; above 1 never. */
function leastLikeness(a: Candidate, b: Candidate, place: PlaceLikeness): number {
  if (a.employer === null || b.employer === null) return place === 'unknown' ? 0.9 : 0.8
  if (a.employer.key === b.employer.key) return a.mayCopy && place !== 'same' ? 0.85 : 0.75
  return (a.mayCopy || b.mayCopy) && place === 'same' ? 0.75 : Number.POSITIVE_INFINITY
}

/** A shortened copy is compared by what of it is found in the other. */
function likeness(a: Candidate, b: Candidate, text: Likeness): number {
  return a.posting.isTruncated || b.posting.isTruncated ? text.contained : text.text
}

function methodOf(a: Candidate, b: Candidate, text: Likeness): DedupMethod {
  if (a.posting.sourceId === b.posting.sourceId && daysApart(a, b) > 0) return 'repost'
  return text.isSameText ? 'same-text' : 'near-text'
}

function contractsDiffer(a: Candidate, b: Candidate): boolean {
  const [left, right] = [a.posting.contract, b.posting.contract]
  if (left === 'unknown' || right === 'unknown' || left === right) return false
  return !(SHORT_TERM.has(left) && SHORT_TERM.has(right))
}

const SHORT_TERM: ReadonlySet<string> = new Set(['cdd', 'interim'])

/** One reference or address on two sources, or twice in a dump; a live source gives each of its ads its own. */
function isSameReference(a: Candidate, b: Candidate): boolean {
  if (a.posting.sourceId === b.posting.sourceId && a.posting.sourceKind !== 'dump') return false
  if (a.posting.url !== null && a.posting.url === b.posting.url) return true
  return a.posting.extId === b.posting.extId && a.posting.extId.length >= 6
}

/** Days between the end of the earlier posting and the start of the later one; 0 when they overlap or are undated. */
export function daysApart(a: Candidate, b: Candidate): number {
  const [first, second] = order(a.posting, b.posting)
  if (first.lastSeenOn === null || second.firstSeenOn === null) return 0
  return Math.max(0, (Date.parse(second.firstSeenOn) - Date.parse(first.lastSeenOn)) / DAY_MS)
}

function order(a: PostingToGroup, b: PostingToGroup): readonly [PostingToGroup, PostingToGroup] {
  return (a.firstSeenOn ?? '') <= (b.firstSeenOn ?? '') ? [a, b] : [b, a]
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
