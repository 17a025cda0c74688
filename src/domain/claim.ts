import type { Caveat } from './caveat.ts'
import type { Contract } from './contract.ts'
import type { SizeClass } from './reading.ts'
import type { Role } from './role.ts'

/** Which vacancies a claim speaks of. Every part left out means no restriction, save `contracts` (salaried by default). */
export interface Population {
  /** Role in the sense of the title, unless the claim is about title against content (`roleBasis: content`). */
  readonly role?: Role | readonly Role[]
  readonly roleBasis?: 'title' | 'content'
  readonly contentRole?: Role
  readonly contracts?: readonly Contract[]
  /** Years of experience asked at least (inclusive bounds on the ad's lower figure). */
  readonly experienceMin?: { readonly from?: number; readonly to?: number }
  readonly educationYears?: { readonly from?: number; readonly to?: number }
  readonly sizes?: readonly SizeClass[]
}

/**
 * What is true or false of one vacancy, as the closed vocabulary of claims can say it:
 * `mission:animation`, `strategy:define`, `tool:canva`, `platform:facebook`, `skill:reactivity`, `contract:cdi`,
 * `education:>=5`, `experience:>=3`, `employer-kind:agency`, `reports-to:marketing`, `role:hybrid`, `mismatch` …
 * A list means that all hold (`all`), or at least one (`any`).
 */
export type Feature = string | { readonly all: readonly Feature[] } | { readonly any: readonly Feature[] }

/** The closed vocabulary of measures; a new claim needs no code. */
export type Measure =
  | { readonly kind: 'median-pay' | 'mean-pay' | 'median-day-rate' }
  | { readonly kind: 'pay-range' }
  | { readonly kind: 'share-pay-at-least'; readonly eurYear: number }
  | { readonly kind: 'ratio-of-quantiles'; readonly quantile: number; readonly against: Population }
  | { readonly kind: 'difference-of-medians'; readonly against: Population }
  | { readonly kind: 'share'; readonly of: Feature }
  | { readonly kind: 'difference-of-shares'; readonly of: Feature; readonly against: Population }
  | { readonly kind: 'rank'; readonly of: Feature; readonly among: readonly Feature[] }
  | { readonly kind: 'median-years'; readonly of: 'experience' | 'education' }
  | { readonly kind: 'trend'; readonly of: Feature }

/** How the measure is compared with what the article says. */
export type Comparator =
  | { readonly kind: 'about'; readonly value: number; readonly tolerance?: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'at-least' | 'at-most' | 'above' | 'below'; readonly value: number }
  | { readonly kind: 'can-reach' }
  | { readonly kind: 'first' }
  | { readonly kind: 'order'; readonly order: readonly Feature[] }

/** A text in both languages of the report. */
export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** One statement of one article with the test fixed before any data were read. */
export interface Claim {
  readonly id: string
  readonly article: string
  /** Paraphrase, never a quotation at length. */
  readonly statement: Bilingual
  readonly theme:
    | 'pay'
    | 'missions'
    | 'skills'
    | 'tools'
    | 'confusion'
    | 'contract'
    | 'education'
    | 'employer'
    | 'market'
  readonly test: ClaimTest
  /** Ids of claims that say the contrary or another figure. */
  readonly against: readonly string[]
}

/** The test of a claim, or why ads cannot speak to it. */
export type ClaimTest =
  | {
      readonly testable: 'yes' | 'proxy'
      /** Name of the indirect measure when `testable` is `proxy`. */
      readonly proxy: Bilingual | null
      readonly direction: 'equal' | 'lower-bound'
      readonly population: Population
      readonly measure: Measure
      readonly comparator: Comparator
      readonly minVacancies: number
      readonly minEmployers: number
      readonly caveats: readonly Caveat[]
    }
  | { readonly testable: 'no'; readonly reason: Bilingual }

/** An article whose claims are checked. */
export interface Article {
  readonly id: string
  readonly title: string
  readonly author: string | null
  readonly publisher: string | null
  readonly url: string | null
  /** Year (or ISO day) of publication as far as known; null when undated. */
  readonly datePublished: string | null
  /** Year of the euros in which its amounts are stated. */
  readonly eurosOfYear: number | null
}
