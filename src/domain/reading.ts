import type { Contract } from './contract.ts'
import type { Evidence } from './evidence.ts'
import type { Mission, StrategyLevel } from './mission.ts'
import type { Role } from './role.ts'
import type { SalaryReading } from './salary.ts'

/** Pay as a machine-readable field of the source (JSON-LD `baseSalary`, an ATS's own object). */
export interface StructuredSalary {
  readonly min: number | null
  readonly max: number | null
  /** Period as the source writes it (`YEAR`, `MONTHLY`, `month` …). */
  readonly unitText: string | null
  readonly currency: string | null
}

/** What a reader is given of one ad; every text may be null or empty, none is cleaned beforehand. */
export interface ReadInput {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly company: string | null
  /** Contract as the source writes it ("CDI", "CDD - 12 Mois", "Stage(6 mois)", "FULL_TIME"). */
  readonly contract: string | null
  /** Pay as the source's own label ("Annuel de 28000.0 Euros", "35-40K€"). */
  readonly salary: string | null
  readonly location: string | null
  /** Day the ad was published or first seen, ISO `YYYY-MM-DD`. */
  readonly date: string | null
  readonly baseSalary?: StructuredSalary | null
  /** Experience as the source's own label ("Débutant accepté", "2 An(s)"). */
  readonly experience?: string | null
  /** Education as the source's own label ("Bac+3, Bac+4 ou équivalents"). */
  readonly education?: string | null
  /** Working time as the source's own label ("Temps plein", "35H/semaine"). */
  readonly workTime?: string | null
  /** Number of employees as the source's own label ("50 à 99 salariés"). */
  readonly employerSize?: string | null
}

/** A closed interval of years; a null end is not stated. */
export interface YearRange {
  readonly min: number | null
  readonly max: number | null
}

/** Kinds of employer that the reader tells apart. */
export const EMPLOYER_KINDS = ['brand', 'agency', 'school', 'recruiter', 'public', 'unknown'] as const

/** Kind of employer. */
export type EmployerKind = (typeof EMPLOYER_KINDS)[number]

/** Classes of employer size, by number of employees: < 10, 10–249, 250–4 999, ≥ 5 000. */
export const SIZE_CLASSES = ['tpe', 'pme', 'mid', 'large'] as const

/** Class of employer size. */
export type SizeClass = (typeof SIZE_CLASSES)[number]

/** What an ad states besides its duties and pay; a null or empty value means that the ad does not say. */
export interface Attributes {
  readonly contract: Contract
  /** Length of the contract in months. */
  readonly contractMonths: number | null
  readonly workTime: 'full' | 'part' | null
  readonly weeklyHours: number | null
  /** Lowest level of education asked, in years after the bac (0–8). */
  readonly educationYears: number | null
  /** Highest level of education named, in years after the bac (0–8). */
  readonly educationYearsMax: number | null
  /** Codes of the fields of study named (`profiles/`). */
  readonly studyFields: readonly string[]
  readonly experienceYears: YearRange
  readonly place: Place | null
  readonly remote: 'none' | 'partial' | 'full' | null
  readonly employerKind: EmployerKind
  readonly employerSize: SizeClass | null
  /** To whom the person reports, as a code (`communication`, `marketing`, `direction`, `digital`, `other`). */
  readonly reportsTo: string | null
  /** Budgets named, EUR. */
  readonly budgetsEur: readonly number[]
  /** Number of people led, when the ad says so. */
  readonly teamSize: number | null
}

/** A place of work resolved as far as the ad allows. Codes are INSEE's; `country` is ISO 3166-1 alpha-2. */
export interface Place {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly departmentCode: string | null
  readonly regionCode: string | null
  readonly country: string | null
}

/** One contribution to the role's score, for `vigie explain`. */
export interface RoleContribution {
  readonly feature: string
  readonly value: number
  /** Signed weight × value toward the role that was chosen. */
  readonly contribution: number
}

/** Everything read from one ad, with the words it rests on. */
export interface PostingReading {
  readonly id: string
  readonly role: Role
  readonly titleRole: Role
  /** Calibrated probability of each role; they sum to 1. */
  readonly roleScores: Readonly<Record<Role, number>>
  /** False for fewer than 40 words of text, or when the model's threshold for certainty is not reached. */
  readonly roleSure: boolean
  /** True when content and title clearly disagree. */
  readonly mismatch: boolean
  readonly roleContributions: readonly RoleContribution[]
  readonly missions: readonly Mission[]
  readonly strategyLevel: StrategyLevel | null
  readonly skills: readonly string[]
  readonly tools: readonly string[]
  readonly platforms: readonly string[]
  /** Language of the text, ISO 639-1; null when too short to tell. */
  readonly language: 'fr' | 'en' | null
  readonly salary: SalaryReading
  readonly attributes: Attributes
  readonly evidence: readonly Evidence[]
  /** Version of lexicon, model and code that made this reading. */
  readonly version: string
}
