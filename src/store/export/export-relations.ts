/** A table of an export: its name and the statement that gives its rows. */
export interface ExportRelation {
  readonly name: string
  readonly sql: string
}

/**
 * At most 200 characters of an ad leave the database: 100 of its title, 100 of quoted words from anywhere else, the
 * first in the order of the evidence.
 */
export const TITLE_CHARS = 100
/** See `TITLE_CHARS`. */
export const QUOTED_CHARS = 100

const TITLE = `substr(title, 1, ${TITLE_CHARS}) AS title`
const PLACE = `substr(job_location, 1, ${TITLE_CHARS}) AS job_location`

const READING_COLUMNS = `posting_id, text_id, reading_version, draft_sha256, role, title_role, role_score_cm,
  role_score_smm, role_score_hybrid, role_score_other, is_role_sure, is_mismatch, '[]' AS role_contributions_json,
  strategy_level, language_code, contract, contract_months, work_time, weekly_hours, education_years_min,
  education_years_max, experience_years_min, experience_years_max, commune_code, commune_name, department_code,
  region_code, country_code, remote, employer_kind, employer_size, reports_to, team_size_count`
const VACANCY_COLUMNS = `vacancy_id, cluster_key, first_seen_on_date, last_seen_on_date, gone_on_date, is_live,
  posting_count, employer_name, employer_kind, employer_size, posting_id, source_id, source_kind, url, ${TITLE},
  ${PLACE}, is_truncated, role, title_role, is_role_sure, is_mismatch, strategy_level, language_code, contract,
  contract_months, work_time, weekly_hours, education_years_min, education_years_max, experience_years_min,
  experience_years_max, commune_code, commune_name, department_code, region_code, country_code, remote, reports_to,
  team_size_count, salary_kind, amount_min, amount_max, period, basis, currency_code, salary_gross_annual_eur_min,
  salary_gross_annual_eur_max, salary_gross_annual_eur_mid`

/** Tables of the store that an export reproduces, parents before children. Texts, captures and queues stay at home. */
export const STORED_RELATIONS: readonly ExportRelation[] = [
  { name: 'source', sql: 'SELECT * FROM source ORDER BY source_id' },
  { name: 'run', sql: 'SELECT * FROM run ORDER BY run_id' },
  { name: 'run_source', sql: 'SELECT * FROM run_source ORDER BY run_source_id' },
  { name: 'accounting', sql: 'SELECT * FROM accounting ORDER BY run_source_id, stage' },
  { name: 'accounting_skip', sql: 'SELECT * FROM accounting_skip ORDER BY run_source_id, stage, reason' },
  {
    name: 'issue',
    sql: `SELECT issue_id, run_source_id, source_id, code, severity, substr(message, 1, 200) AS message, ref,
      NULL AS excerpt, noted_at FROM issue ORDER BY issue_id`,
  },
  {
    name: 'posting',
    sql: `SELECT posting_id, source_id, ext_id, url, hiring_organization, ${PLACE}, postal_code, address_country,
      substr(employment_type, 1, 60) AS employment_type, base_salary_json, posted_on_date, valid_through_date,
      rome_code, is_remote, language_code, openings_count, is_truncated, first_seen_on_date, last_seen_on_date,
      gone_on_date, current_text_id, draft_sha256 FROM posting ORDER BY posting_id`,
  },
  {
    name: 'posting_text',
    sql: `SELECT text_id, posting_id, ${TITLE}, '' AS description, text_sha256, seen_from_date, erased_on_date
      FROM posting_text WHERE text_id IN (SELECT current_text_id FROM posting) ORDER BY text_id`,
  },
  {
    name: 'sighting',
    sql: `SELECT posting_id, run_source_id, seen_on_date, NULL AS capture_id FROM sighting
      ORDER BY posting_id, run_source_id`,
  },
  {
    name: 'posting_reading',
    sql: `SELECT ${READING_COLUMNS} FROM posting_reading
      WHERE text_id IN (SELECT current_text_id FROM posting) ORDER BY posting_id`,
  },
  {
    name: 'salary_reading',
    sql: `SELECT posting_id, kind, amount_min, amount_max, period, basis, currency_code, months_count,
      salary_gross_annual_eur_min, salary_gross_annual_eur_max, salary_gross_annual_eur_estimated_min,
      salary_gross_annual_eur_estimated_max, repaired, reason, NULL AS quoted FROM salary_reading ORDER BY posting_id`,
  },
  { name: 'term_reading', sql: 'SELECT * FROM term_reading ORDER BY posting_id, kind, code' },
  { name: 'budget_reading', sql: 'SELECT * FROM budget_reading ORDER BY posting_id, budget_eur' },
  {
    name: 'evidence',
    sql: `SELECT posting_id, evidence_no, reading, field, start_offset, end_offset,
      CASE WHEN field <> 'title' AND SUM(CASE WHEN field <> 'title' THEN length(quoted) END) OVER (
        PARTITION BY posting_id ORDER BY evidence_no) <= ${QUOTED_CHARS} THEN quoted END AS quoted
      FROM evidence ORDER BY posting_id, evidence_no`,
  },
  { name: 'employer', sql: 'SELECT * FROM employer ORDER BY employer_id' },
  {
    name: 'vacancy',
    sql: `SELECT vacancy_id, speaker_posting_id, pay_posting_id, employer_id, cluster_key, first_seen_on_date,
      last_seen_on_date, gone_on_date, posting_count FROM vacancy ORDER BY vacancy_id`,
  },
  { name: 'vacancy_posting', sql: 'SELECT * FROM vacancy_posting ORDER BY posting_id' },
  { name: 'claim', sql: 'SELECT * FROM claim ORDER BY claim_id' },
  { name: 'snapshot', sql: 'SELECT * FROM snapshot ORDER BY snapshot_id' },
  { name: 'stat_cell', sql: 'SELECT * FROM stat_cell ORDER BY snapshot_id, stat, group_key' },
  { name: 'verdict', sql: 'SELECT * FROM verdict ORDER BY snapshot_id, claim_id' },
  { name: 'verdict_vacancy', sql: 'SELECT * FROM verdict_vacancy ORDER BY snapshot_id, claim_id, side, vacancy_id' },
]

/** What files hold besides: the flat view of vacancies and the dictionary. A database has both by its schema. */
export const DERIVED_RELATIONS: readonly ExportRelation[] = [
  { name: 'v_vacancy', sql: `SELECT ${VACANCY_COLUMNS} FROM v_vacancy ORDER BY vacancy_id` },
  { name: 'data_dictionary', sql: 'SELECT * FROM data_dictionary ORDER BY table_name, column_name' },
]
