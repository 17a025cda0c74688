/** Who stands behind a source; the order is the order in which postings speak for their vacancy. */
export const SOURCE_KINDS = ['employer', 'public-service', 'job-board', 'aggregator', 'dump'] as const

/** Kind of source. */
export type SourceKind = (typeof SOURCE_KINDS)[number]

/**
 * How long a source's text may be kept: `text` for good, `while-live` until the ad is gone from a complete run
 * (then text, captures, search rows and quoted words are erased at the next prune; codes, amounts, dates stay).
 */
export type Keeps = 'text' | 'while-live'

/** Fields whose share of filled values a source may promise. */
export type FillField =
  | 'title'
  | 'description'
  | 'hiringOrganization'
  | 'jobLocation'
  | 'employmentType'
  | 'salaryText'
  | 'baseSalary'
  | 'datePosted'

/** What a healthy run of a source looks like; below a minimum the source fails for the night, above a maximum warns. */
export interface SourceAssertions {
  readonly postings: {
    readonly min: number
    readonly max: number
    /** One employer's board, read through an interface whose answer says how many ads there are: it may have none for good. */
    readonly mayBeEmpty?: true
  }
  /** Least share (0–1) of postings with the field filled. */
  readonly fillRate: Readonly<Partial<Record<FillField, number>>>
}

/** The data sheet of a source type: facts about the source, no logic. */
export interface SourceSheet {
  /** Registry key and folder name, kebab-case. */
  readonly id: string
  readonly name: string
  readonly kind: SourceKind
  readonly homePage: string
  /** What the source's terms and robots.txt say about automated reading, in one or two sentences, with the date read. */
  readonly terms: string
  /** What permission the crawl rests on. */
  readonly permission: string
  readonly keeps: Keeps
  /** Least delay between two requests to one host, milliseconds; may only be slower than the framework's. */
  readonly delayMs: number
  readonly assertions: SourceAssertions
}

/** One source as a database knows it: a sheet under the free name the config gives it. */
export interface SourceRecord {
  readonly sourceId: string
  /** Registry key, or the import format. */
  readonly sourceType: string
  readonly name: string
  readonly kind: SourceKind
  readonly homePage: string | null
  readonly terms: string
  readonly permission: string
  readonly keeps: Keeps
}
