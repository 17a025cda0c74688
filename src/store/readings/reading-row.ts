import type { PostingReading } from '../../domain/reading.ts'
import type { SalaryReading } from '../../domain/salary.ts'

/** A value that SQLite stores. */
export type SqlValue = string | number | null

/** The columns of `posting_reading` that come from the reading itself. */
export function toReadingRow(reading: PostingReading): Readonly<Record<string, SqlValue>> {
  const { attributes, roleScores } = reading
  return {
    reading_version: reading.version,
    role: reading.role,
    title_role: reading.titleRole,
    role_score_cm: roleScores.cm,
    role_score_smm: roleScores.smm,
    role_score_hybrid: roleScores.hybrid,
    role_score_other: roleScores.other,
    is_role_sure: Number(reading.roleSure),
    is_mismatch: Number(reading.mismatch),
    role_contributions_json: JSON.stringify(reading.roleContributions),
    strategy_level: reading.strategyLevel,
    language_code: reading.language,
    contract: attributes.contract,
    contract_months: attributes.contractMonths,
    work_time: attributes.workTime,
    weekly_hours: attributes.weeklyHours,
    education_years_min: attributes.educationYears,
    education_years_max: attributes.educationYearsMax,
    experience_years_min: attributes.experienceYears.min,
    experience_years_max: attributes.experienceYears.max,
    commune_code: attributes.place?.communeCode ?? null,
    commune_name: attributes.place?.communeName ?? null,
    department_code: attributes.place?.departmentCode ?? null,
    region_code: attributes.place?.regionCode ?? null,
    country_code: attributes.place?.country ?? null,
    remote: attributes.remote,
    employer_kind: attributes.employerKind,
    employer_size: attributes.employerSize,
    reports_to: attributes.reportsTo,
    team_size_count: attributes.teamSize,
  }
}

const NO_SALARY = {
  amount_min: null,
  amount_max: null,
  period: null,
  basis: null,
  currency_code: null,
  months_count: null,
  salary_gross_annual_eur_min: null,
  salary_gross_annual_eur_max: null,
  salary_gross_annual_eur_estimated_min: null,
  salary_gross_annual_eur_estimated_max: null,
  repaired: null,
  reason: null,
  quoted: null,
}

/** The columns of `salary_reading`; amounts are in the stated currency, annual columns in gross EUR. */
export function toSalaryRow(salary: SalaryReading): Readonly<Record<keyof typeof NO_SALARY | 'kind', SqlValue>> {
  switch (salary.kind) {
    case 'absent':
      return { ...NO_SALARY, kind: salary.kind }
    case 'unreadable':
      return { ...NO_SALARY, kind: salary.kind, reason: salary.reason, quoted: salary.quoted }
    case 'stated':
      return {
        kind: salary.kind,
        amount_min: salary.min,
        amount_max: salary.max,
        period: salary.period,
        basis: salary.basis,
        currency_code: salary.currency,
        months_count: salary.months,
        salary_gross_annual_eur_min: salary.grossAnnualEur?.min ?? null,
        salary_gross_annual_eur_max: salary.grossAnnualEur?.max ?? null,
        salary_gross_annual_eur_estimated_min: salary.grossAnnualEurEstimated?.min ?? null,
        salary_gross_annual_eur_estimated_max: salary.grossAnnualEurEstimated?.max ?? null,
        repaired: salary.repaired,
        // Stated, but its year lies outside what a year's pay can be: no annual figure, and why.
        reason: salary.annualRejected ?? null,
        quoted: salary.quoted,
      }
  }
}

/** The codes of a reading's closed lists, each kind with its codes once. */
export function toTerms(reading: PostingReading): readonly (readonly [kind: string, code: string])[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['mission', reading.missions],
    ['skill', reading.skills],
    ['tool', reading.tools],
    ['platform', reading.platforms],
    ['study-field', reading.attributes.studyFields],
  ]
  return lists.flatMap(([kind, codes]) => [...new Set(codes)].map((code) => [kind, code] as const))
}
