import type { Accounting } from '../domain/accounting.ts'
import type { Issue, SkipReason } from '../domain/issue.ts'
import type { Imported } from '../store/imports/import-writer.ts'

/** Reasons that a record is faulty for. One without a text is not: many sources send such ads beside whole ones. */
export const FAULTS: readonly SkipReason[] = ['malformed', 'no-id', 'no-title']
/** Reasons for which a record is left out; the others say that the ad is there already. */
export const LEFT_OUT: readonly SkipReason[] = [...FAULTS, 'no-text']
/** Records that are named before the rest is counted. */
const MOST_NAMED = 5

/** A record that became no ad, by its line, reference or address. */
export interface LeftOut {
  readonly ref: string | null
  readonly reason: SkipReason
}

/** What became of the records of one file. */
export interface ImportCounts {
  readonly accounting: Accounting
  readonly newPostings: number
  /** Ads whose day nobody has said, new or not; one that an earlier file of the same import held counts there. */
  readonly undated: number
  /** The first records that are left out. */
  readonly leftOut: readonly LeftOut[]
  readonly issues: Readonly<Record<string, number>>
}

/** Counts what becomes of the records of one file. */
export class ImportTally {
  readonly #skipped: Record<string, number> = {}
  readonly #issues: Record<string, number> = {}
  readonly #leftOut: LeftOut[] = []
  #in = 0
  #out = 0
  #new = 0
  #undated = 0
  readonly #undatedIds: Set<number>

  /** @param undatedIds ads of this import without a day, shared by the tallies of its files. */
  constructor(undatedIds: Set<number> = new Set()) {
    this.#undatedIds = undatedIds
  }

  /** Counts a posting that was stored, or was there already. */
  take({ postingId, as, isDated }: Imported): void {
    this.#in++
    if (as === 'unchanged') addTo(this.#skipped, 'unchanged')
    else this.#out++
    if (as === 'new') this.#new++
    if (isDated || this.#undatedIds.has(postingId)) return
    this.#undatedIds.add(postingId)
    this.#undated++
  }

  /** Counts a record that became no posting. */
  skip({ ref, reason }: LeftOut): void {
    this.#in++
    addTo(this.#skipped, reason)
    if (LEFT_OUT.includes(reason) && this.#leftOut.length < MOST_NAMED) this.#leftOut.push({ ref, reason })
  }

  /** Counts an issue. */
  note({ code }: Issue): void {
    addTo(this.#issues, code)
  }

  /** What was counted so far. */
  counts(): ImportCounts {
    return {
      accounting: { stage: 'import', in: this.#in, out: this.#out, skipped: this.#skipped },
      ...{ newPostings: this.#new, undated: this.#undated, leftOut: this.#leftOut, issues: this.#issues },
    }
  }
}

function addTo(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
