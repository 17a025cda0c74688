import type { Caveat } from './caveat.ts'
import type { Contract } from './contract.ts'
import type { Dispute } from './dispute.ts'
import type { Role } from './role.ts'

/** Which vacancies a claim speaks of. Every part left out means no restriction, save `contracts` (salaried by default). */
export interface Population {
  /** Role in the sense of the title, unless the claim is about title against content (`basis: content`). */
  readonly role?: Role | readonly Role[]
  /** What `role` is read from; the title when left out. */
  readonly basis?: 'title' | 'content'
  /** Contracts counted; cdi, cdd, interim and unknown when left out. */
  readonly contracts?: readonly Contract[] | 'any'
  /** Any further restriction, in the vocabulary of features. */
  readonly where?: Feature
}

/**
 * What is true or false of one vacancy: a code of `domain/feature.ts` (`mission:animation`, `tool:canva`,
 * `education:>=5`, `words:crise` …), or several that all hold, or of which at least one holds, or one that does not.
 */
export type Feature =
  | string
  | { readonly all: readonly Feature[] }
  | { readonly any: readonly Feature[] }
  | { readonly not: Feature }

/**
 * A number read from one vacancy: gross EUR a year or a month (midpoint of the stated range, full time), EUR a day of
 * freelance ads, years of experience asked (lower figure), years of education after the bac (lowest level asked).
 */
export type Quantity = 'pay' | 'pay-month' | 'day-rate' | 'experience' | 'education'

/** The closed vocabulary of measures; a new claim needs no code. `docs/method.md` describes each. */
export type Measure =
  /** Quantity against a claimed range: its median, and the share inside. */
  | { readonly kind: 'band'; readonly of: Quantity }
  | { readonly kind: 'median' | 'mean'; readonly of: Quantity }
  /** Quantile (or mean) of the population divided by that of `against`. */
  | { readonly kind: 'ratio'; readonly of: Quantity; readonly at: number | 'mean'; readonly against: Population }
  /** Median (or mean) of the population minus that of `against`. */
  | { readonly kind: 'difference'; readonly of: Quantity; readonly at: 'median' | 'mean'; readonly against: Population }
  /** Share of the population (of its part for which `among` holds) with the feature: also conditional, co-occurrence. */
  | { readonly kind: 'share'; readonly of: Feature; readonly among?: Feature }
  /** Share in the population minus share in `against`. */
  | { readonly kind: 'contrast'; readonly of: Feature; readonly among?: Feature; readonly against: Population }
  /** Place of a feature among others, by share; by contrast with `against` when given. */
  | { readonly kind: 'rank'; readonly of: Feature; readonly among: readonly Feature[]; readonly against?: Population }
  /** Features named from the most to the least frequent. */
  | { readonly kind: 'feature-order'; readonly of: readonly Feature[] }
  /** Groups named from the highest to the lowest mean of a quantity. */
  | { readonly kind: 'group-order'; readonly of: Quantity; readonly groups: readonly Population[] }
  /** Share of the `top` most frequent features of the population that are also among those of `against`. */
  | { readonly kind: 'overlap'; readonly of: readonly Feature[]; readonly top: number; readonly against: Population }
  /** Share of the employers of the population that also have a vacancy in `also`. */
  | { readonly kind: 'employers-with'; readonly also: Population }
  /** Change of a share from the first to the second half of the window. */
  | { readonly kind: 'trend'; readonly of: Feature }

/** How the measure is compared with what the article says. */
export type Comparator =
  | { readonly kind: 'about'; readonly value: number; readonly tolerance?: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'at-least' | 'at-most' | 'above' | 'below'; readonly value: number }
  /** "Can reach X, up to X": some of them do. */
  | { readonly kind: 'can-reach'; readonly value?: number }
  /** At this place or a better one. */
  | { readonly kind: 'rank-at-most'; readonly value: number }
  | { readonly kind: 'in-order' }

/** A claimed amount as the article writes it, when it is not the one compared (net, a month …). */
export interface ClaimedAmount {
  readonly from: number
  readonly to: number
  readonly period: 'month' | 'year'
  readonly basis: 'gross' | 'net' | 'unknown'
}

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
  /** Questions that articles answer in different ways and this claim answers in its own. */
  readonly disputes?: readonly Dispute[]
  /** Ids of the other claims of these questions. */
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
      /** The article's own amount when the comparator holds a converted one. */
      readonly claimed?: ClaimedAmount
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
