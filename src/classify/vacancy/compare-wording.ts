import type { TextSignature } from '../../domain/vacancy.ts'
import { hashWord } from './sign-text.ts'
import { MARKER_CLASSES } from './title-words.ts'

/** How much two wordings have in common; every share lies between 0 and 1. */
export interface Likeness {
  /** Estimated Jaccard index of the descriptions' shingles. */
  readonly text: number
  /** Estimated share of the shorter description found in the longer one. */
  readonly contained: number
  /** True when the descriptions are equal up to case, accents and punctuation. */
  readonly isSameText: boolean
}

/** Compares two descriptions by their sketches. */
export function compareTexts(a: TextSignature, b: TextSignature): Likeness {
  if (a.textKey === b.textKey) return { text: 1, contained: 1, isSameText: true }
  const [small, large] = a.shingleCount <= b.shingleCount ? [a, b] : [b, a]
  if (small.shingleCount === 0) return { text: 0, contained: 0, isSameText: false }
  const limit = Math.min(lastHash(small), lastHash(large))
  const { both, union, inSmall } = mergeSketches(small.sketch, large.sketch, limit)
  return {
    text: union === 0 ? 0 : both / union,
    contained: inSmall === 0 ? 0 : both / inSmall,
    isSameText: false,
  }
}

/** Largest hash up to which a sketch knows every shingle: everything when it holds all of them. */
function lastHash({ sketch, shingleCount }: TextSignature): number {
  return sketch.length === shingleCount ? 0xffffffff : (sketch.at(-1) ?? 0)
}

function mergeSketches(small: Uint32Array, large: Uint32Array, limit: number) {
  let both = 0
  let union = 0
  let inSmall = 0
  let i = 0
  let j = 0
  for (;;) {
    const left = small[i] ?? Number.POSITIVE_INFINITY
    const right = large[j] ?? Number.POSITIVE_INFINITY
    const next = Math.min(left, right)
    if (next > limit) return { both, union, inSmall }
    union++
    if (left === next) inSmall++
    if (left === right) both++
    if (left === next) i++
    if (right === next) j++
  }
}

const MARKER_HASHES: readonly (readonly number[])[] = MARKER_CLASSES.map((markers) => markers.map(hashWord))
const ALL_MARKERS: ReadonlySet<number> = new Set(MARKER_HASHES.flat())

/** How two titles stand to each other. */
export interface TitleLikeness {
  /** They name different contracts or levels. */
  readonly isContrary: boolean
  /** The telling words of one are all in the other. */
  readonly isContained: boolean
  /** Share of the shorter title's telling words that are in the longer one. */
  readonly overlap: number
}

/** Compares two titles by their telling words; markers of contract and level may only forbid. */
export function compareTitles(a: Uint32Array, b: Uint32Array): TitleLikeness {
  const left = new Set(a)
  const right = new Set(b)
  const isContrary = MARKER_HASHES.some((markers) => {
    const ofLeft = markers.filter((marker) => left.has(marker))
    const ofRight = markers.filter((marker) => right.has(marker))
    return ofLeft.length > 0 && ofRight.length > 0 && !ofLeft.some((marker) => right.has(marker))
  })
  for (const marker of ALL_MARKERS) {
    left.delete(marker)
    right.delete(marker)
  }
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  let common = 0
  for (const word of small) if (large.has(word)) common++
  const overlap = small.size === 0 ? (large.size === 0 ? 1 : 0) : common / small.size
  return { isContrary, isContained: overlap === 1, overlap }
}
