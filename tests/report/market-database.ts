import { join } from 'node:path'
import type { Contract } from '../../src/domain/contract.ts'
import type { Role } from '../../src/domain/role.ts'
import type { SourceKind } from '../../src/domain/source.ts'
import { openDatabase, type VigieDatabase } from '../../src/store/open-database.ts'

/** One vacancy of a drawn market; what is left out is not stated. */
export interface DrawnVacancy {
  readonly employer: string
  readonly employerNamed?: boolean
  readonly source?: string
  readonly titleRole?: Role
  readonly role?: Role
  readonly contract?: Contract
  readonly firstSeenOn?: string | null
  readonly payMin?: number | null
  readonly payMax?: number | null
  readonly period?: string
  readonly currency?: string
  readonly workTime?: 'full' | 'part' | null
  readonly weeklyHours?: number | null
  readonly experience?: number | null
  readonly education?: number | null
  readonly size?: string | null
  readonly country?: string | null
  readonly language?: string | null
  readonly truncated?: boolean
  readonly strategy?: 'define' | 'contribute' | null
  readonly budgets?: readonly number[]
  readonly terms?: readonly string[]
  readonly title?: string
  readonly description?: string
}

/** An empty database in memory with the real schema. */
export function marketDatabase(): VigieDatabase {
  return openDatabase({ path: ':memory:', migrationsFolder: join(import.meta.dirname, '../../db/migrations') })
}

/** Adds drawn vacancies, each with one posting, its text and its readings. */
export function addVacancies(
  db: VigieDatabase,
  vacancies: readonly DrawnVacancy[],
  kinds: Readonly<Record<string, SourceKind>> = {},
): void {
  const source = db.prepare("INSERT OR IGNORE INTO source VALUES (?, 'feed', ?, ?, NULL, 'drawn', 'drawn', 'text')")
  const posting = db.prepare(
    'INSERT INTO posting (posting_id, source_id, ext_id, is_truncated, first_seen_on_date, last_seen_on_date) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const text = db.prepare('INSERT INTO posting_text VALUES (?, ?, ?, ?, ?, ?, NULL)')
  const current = db.prepare('UPDATE posting SET current_text_id = posting_id WHERE posting_id = ?')
  const reading = db.prepare(
    `INSERT INTO posting_reading (posting_id, text_id, reading_version, role, title_role, role_score_cm, role_score_smm,
       role_score_hybrid, role_score_other, is_role_sure, is_mismatch, role_contributions_json, strategy_level, language_code,
       contract, work_time, weekly_hours, education_years_min, experience_years_min, country_code, employer_kind, employer_size)
     VALUES (?, ?, '1', ?, ?, 1, 0, 0, 0, 1, ?, '[]', ?, ?, ?, ?, ?, ?, ?, ?, 'brand', ?)`,
  )
  const salary = db.prepare(
    `INSERT INTO salary_reading (posting_id, kind, amount_min, amount_max, period, basis, currency_code,
       salary_gross_annual_eur_min, salary_gross_annual_eur_max) VALUES (?, ?, ?, ?, ?, 'gross', ?, ?, ?)`,
  )
  const term = db.prepare('INSERT INTO term_reading VALUES (?, ?, ?)')
  const budget = db.prepare('INSERT INTO budget_reading VALUES (?, ?)')
  const employer = db.prepare(
    "INSERT OR IGNORE INTO employer (employer_key, employer_name, employer_kind) VALUES (?, ?, 'unknown')",
  )
  const employerId = db.prepare<[string], number>('SELECT employer_id FROM employer WHERE employer_key = ?').pluck()
  const vacancy = db.prepare('INSERT INTO vacancy VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 1)')
  const link = db.prepare("INSERT INTO vacancy_posting VALUES (?, ?, 'single', 1)")
  let id = Number(db.prepare('SELECT COALESCE(MAX(posting_id), 0) FROM posting').pluck().get())
  const add = (one: Required<DrawnVacancy>) => {
    id += 1
    const day = one.firstSeenOn
    source.run(one.source, `Source ${one.source}`, kinds[one.source] ?? 'job-board')
    posting.run(id, one.source, String(id), Number(one.truncated), day, day)
    text.run(id, id, one.title, one.description, String(id).padStart(64, '0'), day)
    current.run(id)
    const { experience, education, strategy, workTime, weeklyHours, size, country, language, contract } = one
    const mismatch = Number(one.role !== one.titleRole)
    reading.run(
      ...[id, id, one.role, one.titleRole, mismatch, strategy, language],
      ...[contract, workTime, weeklyHours, education, experience, country, size],
    )
    salary.run(id, ...salaryColumns(one))
    for (const code of one.terms) term.run(id, ...code.split(':'))
    for (const amount of one.budgets) budget.run(id, amount)
    if (one.employerNamed) employer.run(one.employer, one.employer)
    const named = one.employerNamed ? (employerId.get(one.employer) ?? null) : null
    vacancy.run(id, id, one.payMin === null && one.payMax === null ? null : id, named, one.employer, day, day)
    link.run(id, id)
  }
  db.transaction(() => {
    for (const one of vacancies) add({ ...DEFAULTS, role: one.titleRole ?? 'cm', payMax: one.payMin ?? null, ...one })
  })()
}

const DEFAULTS = {
  employerNamed: true,
  source: 'board',
  titleRole: 'cm',
  contract: 'cdi',
  firstSeenOn: '2026-01-15',
  payMin: null,
  period: 'year',
  currency: 'EUR',
  workTime: null,
  weeklyHours: null,
  experience: null,
  education: null,
  size: null,
  country: 'FR',
  language: 'fr',
  truncated: false,
  strategy: null,
  budgets: [],
  terms: [],
  title: 'Annonce',
  description: '',
} as const

function salaryColumns({ payMin, payMax, period, currency }: Required<DrawnVacancy>): readonly unknown[] {
  if (payMin === null && payMax === null) return ['absent', null, null, null, null, null, null]
  const annual = currency === 'EUR' && period !== 'day'
  return ['stated', payMin, payMax, period, currency, annual ? payMin : null, annual ? payMax : null]
}
