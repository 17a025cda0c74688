import type { Caveat } from '../../domain/caveat.ts'
import type { Estimate } from '../../domain/verdict.ts'
import type { Figure } from '../statistics/figure.ts'

/** Unit of an estimate. */
export type Unit = Estimate['unit']

/** What a measure found, before it is compared with the claim. */
export interface Measured {
  readonly unit: Unit
  /** The figure to compare; null when the group is empty. */
  readonly figure: Figure | null
  /** For a band: the share of values inside it. */
  readonly inside: Figure | null
  /** For ranks and orders: share (0–1) of the resamples in which the claim's order holds; null otherwise. */
  readonly holds: number | null
  readonly groups: readonly GroupSize[]
  /** Caveats that the measuring itself attaches. */
  readonly caveats: readonly Caveat[]
  /** True when the reading is too unreliable to decide (caveat `reader-error`). */
  readonly readerTooWeak: boolean
}

/** Size of one group of a measure. */
export interface GroupSize {
  readonly vacancies: number
  readonly employers: number
  /** The employers themselves, as the fact table numbers them: groups of one claim may share some. */
  readonly clusters: ReadonlySet<number>
  readonly postings: number
  readonly missing: number
  readonly unnamed: number
  readonly sources: number
}
