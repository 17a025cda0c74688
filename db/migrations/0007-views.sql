-- Views for people: every SQLite client can read them, none needs a function of this program.

-- One row per vacancy that has been read: who hires, for what, where, on what terms. The title is a
-- subquery, so that whoever does not ask for it does not walk through all texts.
CREATE VIEW v_vacancy AS
SELECT
  v.vacancy_id, v.cluster_key, v.first_seen_on_date, v.last_seen_on_date, v.gone_on_date, v.is_live, v.posting_count,
  e.employer_name, COALESCE(NULLIF(e.employer_kind, 'unknown'), r.employer_kind) AS employer_kind, r.employer_size,
  v.speaker_posting_id AS posting_id, p.source_id, s.kind AS source_kind, p.url,
  (SELECT t.title FROM posting_text t WHERE t.text_id = p.current_text_id) AS title, p.job_location, p.is_truncated,
  r.role, r.title_role, r.is_role_sure, r.is_mismatch, r.strategy_level, r.language_code,
  r.contract, r.contract_months, r.work_time, r.weekly_hours,
  r.education_years_min, r.education_years_max, r.experience_years_min, r.experience_years_max,
  r.commune_code, r.commune_name, r.department_code, r.region_code, r.country_code, r.remote, r.reports_to,
  r.team_size_count,
  sal.kind AS salary_kind, sal.amount_min, sal.amount_max, sal.period, sal.basis, sal.currency_code,
  sal.salary_gross_annual_eur_min, sal.salary_gross_annual_eur_max, sal.salary_gross_annual_eur_mid
FROM vacancy v
JOIN posting_reading r ON r.posting_id = v.speaker_posting_id
JOIN posting p ON p.posting_id = v.speaker_posting_id
JOIN source s ON s.source_id = p.source_id
LEFT JOIN salary_reading sal ON sal.posting_id = COALESCE(v.pay_posting_id, v.speaker_posting_id)
LEFT JOIN employer e ON e.employer_id = v.employer_id;

-- One row per posting, read or not, with the vacancy it stands for.
CREATE VIEW v_posting AS
SELECT
  p.posting_id, p.source_id, s.kind AS source_kind, p.ext_id, p.url, t.title, p.hiring_organization, p.job_location,
  p.employment_type, p.salary_text, p.posted_on_date, p.first_seen_on_date, p.last_seen_on_date, p.gone_on_date,
  p.is_live, p.is_truncated, vp.vacancy_id, vp.dedup_method, vp.similarity, r.role, r.title_role
FROM posting p
JOIN source s ON s.source_id = p.source_id
LEFT JOIN posting_text t ON t.text_id = p.current_text_id
LEFT JOIN vacancy_posting vp ON vp.posting_id = p.posting_id
LEFT JOIN posting_reading r ON r.posting_id = p.posting_id;

-- Missions, skills, tools, platforms and fields of study of each vacancy, as its speaking posting states them.
CREATE VIEW v_vacancy_term AS
SELECT v.vacancy_id, v.cluster_key, r.role, r.title_role, r.contract, t.kind, t.code
FROM vacancy v
JOIN posting_reading r ON r.posting_id = v.speaker_posting_id
JOIN term_reading t ON t.posting_id = v.speaker_posting_id;

-- The words each reading rests on, with the ad they stand in.
CREATE VIEW v_evidence AS
SELECT e.posting_id, vp.vacancy_id, p.source_id, p.url, e.reading, e.field, e.start_offset, e.end_offset,
  substr(e.quoted, 1, 200) AS quoted
FROM evidence e
JOIN posting p ON p.posting_id = e.posting_id
LEFT JOIN vacancy_posting vp ON vp.posting_id = e.posting_id;

-- Employers with what they offer.
CREATE VIEW v_employer AS
SELECT e.employer_id, e.employer_key, e.employer_name, e.employer_kind,
  COUNT(v.vacancy_id) AS vacancy_count, SUM(v.posting_count) AS posting_count, SUM(v.is_live) AS live_vacancy_count,
  MIN(v.first_seen_on_date) AS first_seen_on_date, MAX(v.last_seen_on_date) AS last_seen_on_date
FROM employer e
LEFT JOIN vacancy v ON v.employer_id = e.employer_id
GROUP BY e.employer_id;

-- Every stage of every run: what went in, came out and was left out. is_balanced is 0 where something got lost.
CREATE VIEW v_accounting AS
SELECT r.run_id, r.seen_on_date, rs.source_id, rs.outcome, a.run_source_id, a.stage, a.in_count, a.out_count,
  COALESCE(k.skipped_count, 0) AS skipped_count, k.skipped_json,
  a.in_count = a.out_count + COALESCE(k.skipped_count, 0) AS is_balanced
FROM accounting a
JOIN run_source rs ON rs.run_source_id = a.run_source_id
JOIN run r ON r.run_id = rs.run_id
LEFT JOIN (
  SELECT run_source_id, stage, SUM(skipped_count) AS skipped_count, json_group_object(reason, skipped_count) AS skipped_json
  FROM accounting_skip GROUP BY run_source_id, stage
) k ON k.run_source_id = a.run_source_id AND k.stage = a.stage;

-- Each source with its newest run and its stock.
CREATE VIEW v_source AS
SELECT s.source_id, s.name, s.kind, s.source_type, s.keeps, s.permission, rs.outcome, rs.explanation,
  rs.started_at AS last_run_at, rs.pages, rs.postings_found, rs.postings_new,
  (SELECT COUNT(*) FROM posting p WHERE p.source_id = s.source_id) AS posting_count,
  (SELECT COUNT(*) FROM posting p WHERE p.source_id = s.source_id AND p.gone_on_date IS NULL) AS live_posting_count
FROM source s
LEFT JOIN run_source rs ON rs.run_source_id = (
  SELECT MAX(run_source_id) FROM run_source WHERE source_id = s.source_id
);

-- How many postings each run of each source saw live: the stock over time.
CREATE VIEW v_stock AS
SELECT r.run_id, r.seen_on_date, rs.source_id, rs.outcome, COUNT(g.posting_id) AS posting_count
FROM run_source rs
JOIN run r ON r.run_id = rs.run_id
LEFT JOIN sighting g ON g.run_source_id = rs.run_source_id
GROUP BY rs.run_source_id;

-- Verdicts of every snapshot with the statement they judge.
CREATE VIEW v_verdict AS
SELECT d.snapshot_id, n.as_of_date, c.article_id, d.claim_id, c.statement_fr, c.statement_en, d.verdict, d.value, d.low,
  d.high, d.unit, d.band_low, d.band_high, d.vacancy_count, d.employer_count, d.share_missing, d.is_fragile,
  d.caveats_json
FROM verdict d
JOIN snapshot n ON n.snapshot_id = d.snapshot_id
JOIN claim c ON c.claim_id = d.claim_id;

-- Pay of one vacancy each, salaried contracts only: what pay statistics count.
CREATE VIEW v_pay AS
SELECT vacancy_id, cluster_key, first_seen_on_date, title_role, role, is_mismatch, contract, work_time, employer_kind,
  employer_size, experience_years_min, education_years_min, region_code, period, basis, salary_gross_annual_eur_min,
  salary_gross_annual_eur_max, salary_gross_annual_eur_mid
FROM v_vacancy
WHERE contract IN ('cdi', 'cdd', 'interim', 'unknown') AND currency_code = 'EUR'
  AND salary_gross_annual_eur_mid IS NOT NULL AND COALESCE(work_time, 'full') = 'full';
