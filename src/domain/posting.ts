import type { StructuredSalary } from './reading.ts'

/**
 * One ad as one source publishes it. Field names are those of schema.org JobPosting where it has one.
 * Texts are as published (HTML turned into plain text with its line breaks), never cleaned.
 */
export interface PostingDraft {
  /** The source's own reference, raw: the posting's key together with its source. */
  readonly extId: string
  readonly url: string | null
  readonly title: string
  /** Plain text. */
  readonly description: string
  readonly hiringOrganization: string | null
  readonly jobLocation: string | null
  readonly postalCode: string | null
  /** ISO 3166-1 alpha-2, when the source says so. */
  readonly addressCountry: string | null
  readonly employmentType: string | null
  readonly baseSalary: StructuredSalary | null
  /** Pay as the source's own label. */
  readonly salaryText: string | null
  /** ISO day `YYYY-MM-DD`. */
  readonly datePosted: string | null
  /** ISO day `YYYY-MM-DD`. */
  readonly validThrough: string | null
  readonly experienceText: string | null
  readonly educationText: string | null
  readonly workTimeText: string | null
  readonly employerSizeText: string | null
  readonly industryText: string | null
  /** Code of the French State's directory of occupations (ROME), when the source gives it. */
  readonly romeCode: string | null
  readonly isRemote: boolean | null
  readonly language: string | null
  readonly totalJobOpenings: number | null
  /** True when the source cut the description short. */
  readonly isTruncated: boolean
}

/** A draft with every optional field absent; parsers spread it and fill what the source states. */
export const EMPTY_POSTING: Omit<PostingDraft, 'extId' | 'title' | 'description'> = Object.freeze({
  url: null,
  hiringOrganization: null,
  jobLocation: null,
  postalCode: null,
  addressCountry: null,
  employmentType: null,
  baseSalary: null,
  salaryText: null,
  datePosted: null,
  validThrough: null,
  experienceText: null,
  educationText: null,
  workTimeText: null,
  employerSizeText: null,
  industryText: null,
  romeCode: null,
  isRemote: null,
  language: null,
  totalJobOpenings: null,
  isTruncated: false,
})
