-- One row per vacancy for people and statistics; any SQLite client can read it.
CREATE VIEW v_vacancy AS
SELECT
  v.vacancy_id, v.cluster_key, v.first_seen_on_date, v.last_seen_on_date, v.gone_on_date, v.posting_count,
  e.employer_name, COALESCE(NULLIF(e.employer_kind, 'unknown'), r.employer_kind) AS employer_kind, r.employer_size,
  p.posting_id, p.source_id, s.kind AS source_kind, p.url, t.title, p.job_location, p.is_truncated,
  r.role, r.title_role, r.is_role_sure, r.is_mismatch, r.strategy_level, r.language_code,
  r.contract, r.contract_months, r.work_time, r.weekly_hours,
  r.education_years_min, r.education_years_max, r.experience_years_min, r.experience_years_max,
  r.commune_code, r.department_code, r.region_code, r.country_code, r.remote, r.reports_to, r.team_size_count,
  sal.kind AS salary_kind, sal.amount_min, sal.amount_max, sal.period, sal.basis, sal.currency_code,
  sal.salary_gross_annual_eur_min, sal.salary_gross_annual_eur_max
FROM vacancy v
JOIN posting p ON p.posting_id = v.speaker_posting_id
JOIN source s ON s.source_id = p.source_id
JOIN posting_text t ON t.text_id = p.current_text_id
JOIN posting_reading r ON r.posting_id = p.posting_id
LEFT JOIN salary_reading sal ON sal.posting_id = COALESCE(v.pay_posting_id, v.speaker_posting_id)
LEFT JOIN employer e ON e.employer_id = v.employer_id;
