import type { Contract } from './contract.ts'
import type { EmployerKind, Place } from './reading.ts'
import type { AmountRange } from './salary.ts'
import type { SourceKind } from './source.ts'

/** How a posting came into its vacancy. */
export const DEDUP_METHODS = ['single', 'same-reference', 'same-text', 'near-text', 'repost'] as const

/** Method by which a posting was recognised as another one's vacancy; `single` when nothing else is. */
export type DedupMethod = (typeof DEDUP_METHODS)[number]

/**
 * What remains of an ad's wording for comparison: hashes only. It is stored beside the text, so that ads whose text
 * had to be erased keep their vacancy.
 */
export interface TextSignature {
  /** Words of the description. */
  readonly wordCount: number
  /** Distinct three-word shingles of the description. */
  readonly shingleCount: number
  /** Hash of the whole description, accents, case and punctuation folded. */
  readonly textKey: string
  /** The smallest shingle hashes (unsigned 32 bits), ascending: a bottom-k sketch. */
  readonly sketch: Uint32Array
  /** Hashes of the title's telling words, ascending. */
  readonly titleWords: Uint32Array
}

/** One posting as de-duplication needs it. */
export interface PostingToGroup {
  readonly postingId: number
  readonly sourceId: string
  readonly sourceKind: SourceKind
  readonly extId: string
  readonly url: string | null
  readonly hiringOrganization: string | null
  readonly jobLocation: string | null
  readonly postalCode: string | null
  /** Place, contract and kind of employer as read; null or `unknown` while the posting is not read. */
  readonly place: Place | null
  readonly contract: Contract
  readonly employerKind: EmployerKind
  /** Gross EUR a year; null when no pay is stated that way. */
  readonly grossAnnualEur: AmountRange | null
  /** True when the posting states pay of any kind. */
  readonly statesPay: boolean
  readonly firstSeenOn: string | null
  readonly lastSeenOn: string | null
  readonly goneOn: string | null
  readonly isTruncated: boolean
  readonly signature: TextSignature
}

/** An employer under its normalised name. */
export interface Employer {
  /** Name without accents, case, legal form; equal for all spellings of one employer. */
  readonly key: string
  /** The name as first written. */
  readonly name: string
  readonly kind: EmployerKind
}

/** One posting of a vacancy and why it belongs there. */
export interface VacancyMember {
  readonly postingId: number
  readonly method: DedupMethod
  /** Share of common wording with the posting it was joined to, 0–1. */
  readonly similarity: number
}

/** Two postings of one vacancy that state pay more than 5 % apart. */
export interface PayConflict {
  readonly sourceId: string
  readonly extId: string
  /** Midpoint that speaks for the vacancy, gross EUR a year. */
  readonly chosenEur: number
  /** Midpoint that was not taken, gross EUR a year. */
  readonly otherEur: number
}

/** The opening behind one or several postings. */
export interface VacancyGroup {
  /** Smallest posting id of the group, so that a rebuild gives the same ids. */
  readonly vacancyId: number
  readonly speakerPostingId: number
  readonly payPostingId: number | null
  readonly employer: Employer | null
  /** Unit of clustering for intervals. */
  readonly clusterKey: string
  readonly firstSeenOn: string | null
  readonly lastSeenOn: string | null
  /** Day the last of its postings was gone; null while one is live. */
  readonly goneOn: string | null
  readonly members: readonly VacancyMember[]
  readonly payConflicts: readonly PayConflict[]
}
