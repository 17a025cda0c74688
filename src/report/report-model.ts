import type { Accounting } from '../domain/accounting.ts'
import type { Caveat } from '../domain/caveat.ts'
import type { Article, Bilingual, Claim } from '../domain/claim.ts'
import type { RunOutcome } from '../domain/crawl.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Role } from '../domain/role.ts'
import type { Estimate, Verdict } from '../domain/verdict.ts'

/**
 * Everything a report says, as data: the JSON output is this object, HTML and Markdown are made from nothing else.
 * Built by `buildReport` from one snapshot; same database and versions give the same bytes.
 */
export interface ReportModel {
  readonly schemaVersion: 1
  /** ISO day of the snapshot; `-2`, `-3` … for further ones of a day. */
  readonly snapshotId: string
  readonly asOfDate: string
  /** First day of the flow window, or null for `all`. */
  readonly windowFrom: string | null
  readonly sampleData: boolean
  readonly versions: Readonly<Record<string, string>>
  readonly totals: ReportTotals
  readonly headlines: readonly Bilingual[]
  readonly articles: readonly Article[]
  readonly verdicts: readonly ClaimVerdict[]
  readonly contradictions: readonly Contradiction[]
  readonly pay: readonly PayDistribution[]
  readonly shareTables: readonly ShareTable[]
  readonly titleByContent: readonly { readonly titleRole: Role; readonly role: Role; readonly vacancies: number }[]
  readonly trend: readonly TrendPoint[]
  /**
   * Snapshot that `changes` are against: the last over a window of the same length in which claims were judged; null
   * when there is none, or nothing is judged now.
   */
  readonly comparedWith: string | null
  readonly changes: readonly VerdictChange[]
  readonly sources: readonly SourceLine[]
  readonly funnel: readonly Accounting[]
  readonly accuracy: readonly AccuracyLine[]
  /** The ads behind the verdicts, each once; excerpts of at most 200 characters. */
  readonly ads: readonly AdLine[]
}

/** Head figures. */
export interface ReportTotals {
  readonly postings: number
  readonly vacancies: number
  /** Vacancies inside the window and the market watched. */
  readonly vacanciesInWindow: number
  readonly liveOnDay: number
  readonly employers: number
  readonly byTitleRole: Readonly<Record<Role, number>>
  readonly byRole: Readonly<Record<Role, number>>
  readonly withPay: number
  readonly withoutDate: number
}

/** One claim judged. */
export interface ClaimVerdict {
  readonly claim: Claim
  readonly verdict: Verdict
  /** One plain sentence, never stronger than the interval. */
  readonly sentence: Bilingual
  readonly estimate: Estimate | null
  /** The band the interval was compared with, in the estimate's unit; null ends are open. */
  readonly band: { readonly low: number | null; readonly high: number | null } | null
  readonly caveats: readonly Caveat[]
  readonly fragile: boolean
  /** The same measure by content role, and the robustness re-runs. */
  readonly variants: readonly { readonly name: string; readonly verdict: Verdict; readonly estimate: Estimate | null }[]
  /** For pay claims of a dated article: the claimed figures in euros of the snapshot's year. */
  readonly inConstantEuros: { readonly low: number; readonly high: number; readonly year: number } | null
  /** Ids into `ads` (at most 200 shown) and how many there are in all. */
  readonly adIds: readonly string[]
  readonly adCount: number
}

/** Claims that contradict each other across articles. */
export interface Contradiction {
  readonly topic: Bilingual
  readonly claimIds: readonly string[]
}

/** Advertised pay of one group, with the claimed bands to draw in. EUR gross a year, midpoints of stated ranges. */
export interface PayDistribution {
  readonly group: Bilingual
  readonly role: Role
  readonly n: number
  readonly nEmployers: number
  readonly shareMissing: number
  readonly q25: Estimate | null
  readonly median: Estimate | null
  readonly q75: Estimate | null
  readonly mean: Estimate | null
  /** Midpoints, sorted, for the drawing. */
  readonly values: readonly number[]
  readonly claimed: readonly { readonly claimId: string; readonly low: number; readonly high: number }[]
}

/** Shares with intervals of one list (missions, skills, tools, platforms, contract, education, region …) by role. */
export interface ShareTable {
  readonly id: string
  readonly title: Bilingual
  readonly rows: readonly {
    readonly code: string
    readonly label: Bilingual
    readonly cells: readonly { readonly role: Role; readonly estimate: Estimate | null }[]
    /** Shares claimed by articles, to mark in the drawing. */
    readonly claimed: readonly { readonly claimId: string; readonly role: Role; readonly share: number }[]
  }[]
}

/** One earlier or present snapshot. */
export interface TrendPoint {
  readonly snapshotId: string
  readonly asOfDate: string
  readonly vacancies: number
  readonly cm: number
  readonly smm: number
  readonly medianPayCm: number | null
  readonly medianPaySmm: number | null
}

/** A verdict that moved since the last snapshot, and why. */
export interface VerdictChange {
  readonly claimId: string
  readonly from: Verdict
  readonly to: Verdict
  readonly because: 'market' | 'method'
}

/** One source in the report. */
export interface SourceLine {
  readonly sourceId: string
  readonly name: string
  readonly kind: string
  readonly permission: string
  readonly lastRunAt: string | null
  readonly outcome: RunOutcome | null
  readonly explanation: string | null
  readonly postings: number
  readonly postingsNew: number
  readonly postingsGone: number
}

/** Accuracy of one reader on labelled ads. */
export interface AccuracyLine {
  readonly reading: string
  readonly n: number
  readonly precision: number | null
  readonly recall: number | null
}

/** One ad as the report may show it. */
export interface AdLine {
  readonly id: string
  readonly title: string
  readonly employer: string | null
  readonly place: string | null
  readonly url: string | null
  readonly source: string
  readonly firstSeenOn: string | null
  readonly role: Role
  readonly titleRole: Role
  readonly pay: string | null
  /** At most 200 characters of the ad with the evidence inside it. */
  readonly excerpts: readonly {
    readonly text: string
    readonly marks: readonly Pick<Evidence, 'reading' | 'start' | 'end'>[]
  }[]
}
