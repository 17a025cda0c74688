-- Generated from db/migrations by tests/schema.test.ts; schema version 10. Do not edit.

CREATE TABLE source (
  source_id   TEXT PRIMARY KEY,
  source_type TEXT NOT NULL,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('employer','public-service','job-board','aggregator','dump')),
  home_page   TEXT,
  terms       TEXT NOT NULL,
  permission  TEXT NOT NULL,
  keeps       TEXT NOT NULL CHECK (keeps IN ('text','while-live'))
) STRICT;

CREATE TABLE run (
  run_id       INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('crawl','import','demo')),
  started_at   TEXT NOT NULL,
  finished_at  TEXT,
  seen_on_date TEXT NOT NULL CHECK (seen_on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  version      TEXT NOT NULL
) STRICT;

CREATE TABLE run_source (
  run_source_id  INTEGER PRIMARY KEY,
  run_id         INTEGER NOT NULL REFERENCES run,
  source_id      TEXT NOT NULL REFERENCES source,
  started_at     TEXT NOT NULL,
  finished_at    TEXT,
  outcome        TEXT NOT NULL CHECK (outcome IN ('running','complete','capped','partial','throttled','refused','failed','interrupted')),
  explanation    TEXT,
  pages          INTEGER NOT NULL DEFAULT 0,
  bytes          INTEGER NOT NULL DEFAULT 0,
  postings_found INTEGER NOT NULL DEFAULT 0,
  postings_new   INTEGER NOT NULL DEFAULT 0,
  UNIQUE (run_id, source_id)
) STRICT;

CREATE INDEX run_source_by_source ON run_source (source_id, run_source_id);

CREATE TABLE accounting (
  run_source_id INTEGER NOT NULL REFERENCES run_source,
  stage         TEXT NOT NULL,
  in_count      INTEGER NOT NULL CHECK (in_count >= 0),
  out_count     INTEGER NOT NULL CHECK (out_count >= 0),
  PRIMARY KEY (run_source_id, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounting_skip (
  run_source_id INTEGER NOT NULL,
  stage         TEXT NOT NULL,
  reason        TEXT NOT NULL,
  skipped_count INTEGER NOT NULL CHECK (skipped_count > 0),
  PRIMARY KEY (run_source_id, stage, reason),
  FOREIGN KEY (run_source_id, stage) REFERENCES accounting
) STRICT, WITHOUT ROWID;

CREATE TABLE issue (
  issue_id      INTEGER PRIMARY KEY,
  run_source_id INTEGER REFERENCES run_source,
  source_id     TEXT NOT NULL REFERENCES source,
  code          TEXT NOT NULL,
  severity      TEXT NOT NULL CHECK (severity IN ('error','warning')),
  message       TEXT NOT NULL,
  ref           TEXT,
  excerpt       TEXT,
  noted_at      TEXT NOT NULL
) STRICT;

CREATE INDEX issue_by_run ON issue (run_source_id, code);

CREATE TABLE frontier_request (
  request_id    INTEGER PRIMARY KEY,
  run_source_id INTEGER NOT NULL REFERENCES run_source ON DELETE CASCADE,
  request_key   TEXT NOT NULL,
  request_json  TEXT NOT NULL CHECK (json_valid(request_json)),
  purpose       TEXT NOT NULL CHECK (purpose IN ('listing','posting')),
  state         TEXT NOT NULL CHECK (state IN ('queued','leased','done','failed')),
  attempts      INTEGER NOT NULL DEFAULT 0,
  not_before_ms INTEGER NOT NULL DEFAULT 0,
  outcome       TEXT,
  UNIQUE (run_source_id, request_key)
) STRICT;

CREATE INDEX frontier_due ON frontier_request (run_source_id, state, not_before_ms, request_id);

CREATE TABLE host (
  host             TEXT PRIMARY KEY,
  next_slot_ms     INTEGER NOT NULL DEFAULT 0,
  required_delay_ms INTEGER NOT NULL DEFAULT 0,
  latency_ms       REAL NOT NULL DEFAULT 0,
  paused_until_ms  INTEGER NOT NULL DEFAULT 0,
  failures_in_row  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE host_file (
  origin        TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('robots','tdm')),
  status        INTEGER NOT NULL,
  body          TEXT NOT NULL,
  fetched_at_ms INTEGER NOT NULL,
  PRIMARY KEY (origin, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE capture (
  capture_id    INTEGER PRIMARY KEY,
  source_id     TEXT NOT NULL REFERENCES source,
  run_source_id INTEGER NOT NULL REFERENCES run_source,
  url           TEXT NOT NULL,
  final_url     TEXT NOT NULL,
  fetched_at_ms INTEGER NOT NULL,
  status        INTEGER NOT NULL,
  content_type  TEXT,
  etag          TEXT,
  last_modified TEXT,
  -- What a parser needs to read the body again: its request (without secrets) and the headers it may look at.
  request_json  TEXT NOT NULL CHECK (json_valid(request_json)),
  headers_json  TEXT NOT NULL CHECK (json_valid(headers_json)),
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
  body_bytes    INTEGER NOT NULL,
  -- Packed; NULL once expired or erased.
  body_packed BLOB,
  -- Code of an issue whose first three captures are kept past their expiry, so that it can be looked into.
  kept_for_issue TEXT,
  rung          TEXT NOT NULL CHECK (rung IN ('api','json-ld','microdata','selectors','browser'))
, body_coding TEXT NOT NULL DEFAULT 'deflate-raw' CHECK (body_coding IN ('br', 'deflate-raw'))) STRICT;

CREATE INDEX capture_by_url ON capture (source_id, url, capture_id);

CREATE INDEX capture_by_age ON capture (fetched_at_ms) WHERE body_packed IS NOT NULL;

CREATE INDEX capture_by_issue ON capture (source_id, kept_for_issue) WHERE kept_for_issue IS NOT NULL;

CREATE TABLE posting (
  posting_id         INTEGER PRIMARY KEY,
  source_id          TEXT NOT NULL REFERENCES source,
  ext_id             TEXT NOT NULL,
  url                TEXT,
  hiring_organization TEXT,
  job_location       TEXT,
  postal_code        TEXT,
  address_country    TEXT,
  employment_type    TEXT,
  base_salary_json   TEXT CHECK (base_salary_json IS NULL OR json_valid(base_salary_json)),
  salary_text        TEXT,
  posted_on_date     TEXT CHECK (posted_on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_through_date TEXT CHECK (valid_through_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  experience_text    TEXT,
  education_text     TEXT,
  work_time_text     TEXT,
  employer_size_text TEXT,
  industry_text      TEXT,
  rome_code          TEXT,
  is_remote          INTEGER CHECK (is_remote IN (0, 1)),
  language_code      TEXT,
  openings_count     INTEGER CHECK (openings_count > 0),
  is_truncated       INTEGER NOT NULL DEFAULT 0 CHECK (is_truncated IN (0, 1)),
  -- Days the ad was first and last seen live; NULL when an import gives no date at all.
  first_seen_on_date TEXT CHECK (first_seen_on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_seen_on_date  TEXT CHECK (last_seen_on_date >= first_seen_on_date),
  -- Day of the second complete run in a row that did not list it.
  gone_on_date       TEXT CHECK (gone_on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Day on which somebody asked that the posting be forgotten: nothing of it is stored again.
  forgotten_on_date  TEXT,
  is_live            INTEGER GENERATED ALWAYS AS (gone_on_date IS NULL) VIRTUAL,
  current_text_id    INTEGER REFERENCES posting_text (text_id) DEFERRABLE INITIALLY DEFERRED,
  -- Hex SHA-256 of everything the source published in its newest version: a reading of an older one is stale.
  draft_sha256       TEXT NOT NULL DEFAULT '',
  UNIQUE (source_id, ext_id)
) STRICT;

CREATE TABLE posting_text (
  text_id       INTEGER PRIMARY KEY,
  posting_id    INTEGER NOT NULL REFERENCES posting,
  title         TEXT NOT NULL,
  description   TEXT NOT NULL,
  text_sha256   TEXT NOT NULL CHECK (length(text_sha256) = 64),
  seen_from_date TEXT,
  -- ISO day on which title and description were erased (set to ''), NULL while kept.
  erased_on_date TEXT,
  is_erased      INTEGER GENERATED ALWAYS AS (erased_on_date IS NOT NULL) VIRTUAL
) STRICT;

CREATE INDEX posting_text_by_posting ON posting_text (posting_id);

CREATE TABLE sighting (
  posting_id    INTEGER NOT NULL REFERENCES posting,
  run_source_id INTEGER NOT NULL REFERENCES run_source,
  seen_on_date  TEXT NOT NULL CHECK (seen_on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  capture_id    INTEGER REFERENCES capture,
  PRIMARY KEY (posting_id, run_source_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sighting_by_run ON sighting (run_source_id, posting_id);

CREATE VIRTUAL TABLE posting_fts USING fts5 (
  title, description,
  content = 'posting_text', content_rowid = 'text_id',
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE forgotten_words (
  words_sha256      TEXT PRIMARY KEY CHECK (length(words_sha256) = 64),
  salt              TEXT NOT NULL,
  word_count        INTEGER NOT NULL CHECK (word_count BETWEEN 1 AND 12),
  forgotten_on_date TEXT NOT NULL
) STRICT;

CREATE TABLE posting_reading (
  posting_id      INTEGER PRIMARY KEY REFERENCES posting,
  text_id         INTEGER NOT NULL REFERENCES posting_text,
  reading_version TEXT NOT NULL,
  -- posting.draft_sha256 of what was read: another value there means that this reading is stale.
  draft_sha256    TEXT NOT NULL DEFAULT '',
  role            TEXT NOT NULL CHECK (role IN ('cm','smm','hybrid','other')),
  title_role      TEXT NOT NULL CHECK (title_role IN ('cm','smm','hybrid','other')),
  role_score_cm     REAL NOT NULL CHECK (role_score_cm BETWEEN 0 AND 1),
  role_score_smm    REAL NOT NULL CHECK (role_score_smm BETWEEN 0 AND 1),
  role_score_hybrid REAL NOT NULL CHECK (role_score_hybrid BETWEEN 0 AND 1),
  role_score_other  REAL NOT NULL CHECK (role_score_other BETWEEN 0 AND 1),
  is_role_sure    INTEGER NOT NULL CHECK (is_role_sure IN (0, 1)),
  is_mismatch     INTEGER NOT NULL CHECK (is_mismatch IN (0, 1)),
  role_contributions_json TEXT NOT NULL CHECK (json_valid(role_contributions_json)),
  strategy_level  TEXT CHECK (strategy_level IN ('define','contribute')),
  language_code   TEXT,
  contract        TEXT NOT NULL CHECK (contract IN ('cdi','cdd','stage','alternance','freelance','interim','vie','benevolat','unknown')),
  contract_months REAL,
  work_time       TEXT CHECK (work_time IN ('full','part')),
  weekly_hours    REAL,
  education_years_min INTEGER,
  education_years_max INTEGER,
  experience_years_min REAL,
  experience_years_max REAL,
  commune_code    TEXT,
  commune_name    TEXT,
  department_code TEXT,
  region_code     TEXT,
  country_code    TEXT,
  remote          TEXT CHECK (remote IN ('none','partial','full')),
  employer_kind   TEXT NOT NULL CHECK (employer_kind IN ('brand','agency','school','recruiter','public','unknown')),
  employer_size   TEXT CHECK (employer_size IN ('tpe','pme','mid','large')),
  reports_to      TEXT,
  team_size_count INTEGER
) STRICT;

CREATE TABLE salary_reading (
  posting_id      INTEGER PRIMARY KEY REFERENCES posting,
  kind            TEXT NOT NULL CHECK (kind IN ('stated','absent','unreadable')),
  amount_min      REAL,
  amount_max      REAL,
  period          TEXT CHECK (period IN ('hour','day','week','month','year')),
  basis           TEXT CHECK (basis IN ('gross','net','unknown')),
  currency_code   TEXT,
  months_count    REAL,
  salary_gross_annual_eur_min REAL,
  salary_gross_annual_eur_max REAL,
  -- The figure that statistics use: the middle of the range, or its only end.
  salary_gross_annual_eur_mid REAL GENERATED ALWAYS AS (
    (COALESCE(salary_gross_annual_eur_min, salary_gross_annual_eur_max)
      + COALESCE(salary_gross_annual_eur_max, salary_gross_annual_eur_min)) / 2) VIRTUAL,
  salary_gross_annual_eur_estimated_min REAL,
  salary_gross_annual_eur_estimated_max REAL,
  repaired        TEXT,
  reason          TEXT,
  quoted          TEXT
) STRICT;

CREATE TABLE term_reading (
  posting_id INTEGER NOT NULL REFERENCES posting,
  kind       TEXT NOT NULL CHECK (kind IN ('mission','skill','tool','platform','study-field')),
  code       TEXT NOT NULL,
  PRIMARY KEY (posting_id, kind, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX term_reading_by_code ON term_reading (kind, code, posting_id);

CREATE TABLE budget_reading (
  posting_id INTEGER NOT NULL REFERENCES posting,
  budget_eur REAL NOT NULL,
  PRIMARY KEY (posting_id, budget_eur)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  posting_id   INTEGER NOT NULL REFERENCES posting,
  evidence_no  INTEGER NOT NULL,
  reading      TEXT NOT NULL,
  field        TEXT NOT NULL CHECK (field IN ('title','description','salary','contract','location')),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset   INTEGER NOT NULL CHECK (end_offset >= start_offset),
  quoted       TEXT,
  PRIMARY KEY (posting_id, evidence_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting_signature (
  text_id           INTEGER PRIMARY KEY REFERENCES posting_text ON DELETE CASCADE,
  signature_version INTEGER NOT NULL,
  word_count        INTEGER NOT NULL,
  shingle_count     INTEGER NOT NULL,
  text_key          TEXT NOT NULL,
  -- Little-endian unsigned 32-bit hashes, ascending.
  sketch            BLOB NOT NULL CHECK (length(sketch) % 4 = 0),
  title_words       BLOB NOT NULL CHECK (length(title_words) % 4 = 0)
) STRICT;

CREATE TABLE employer (
  employer_id    INTEGER PRIMARY KEY,
  employer_key   TEXT NOT NULL UNIQUE,
  employer_name  TEXT NOT NULL,
  employer_kind  TEXT NOT NULL CHECK (employer_kind IN ('brand','agency','school','recruiter','public','unknown'))
) STRICT;

CREATE TABLE vacancy (
  vacancy_id         INTEGER PRIMARY KEY,
  speaker_posting_id INTEGER NOT NULL REFERENCES posting (posting_id),
  pay_posting_id     INTEGER REFERENCES posting (posting_id),
  employer_id        INTEGER REFERENCES employer,
  -- Unit of clustering for intervals: the employer, or the near-duplicate group of unnamed ads.
  cluster_key        TEXT NOT NULL,
  first_seen_on_date TEXT,
  last_seen_on_date  TEXT,
  gone_on_date       TEXT,
  posting_count      INTEGER NOT NULL CHECK (posting_count >= 1),
  is_live            INTEGER GENERATED ALWAYS AS (gone_on_date IS NULL) VIRTUAL
) STRICT;

CREATE INDEX vacancy_by_first_seen ON vacancy (first_seen_on_date);

CREATE INDEX vacancy_by_employer ON vacancy (employer_id);

CREATE TABLE vacancy_posting (
  posting_id   INTEGER PRIMARY KEY REFERENCES posting,
  vacancy_id   INTEGER NOT NULL REFERENCES vacancy,
  dedup_method TEXT NOT NULL CHECK (dedup_method IN ('single','same-reference','same-text','near-text','repost')),
  similarity   REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1)
) STRICT;

CREATE INDEX vacancy_posting_by_vacancy ON vacancy_posting (vacancy_id);

CREATE TABLE claim (
  claim_id     TEXT PRIMARY KEY,
  article_id   TEXT NOT NULL,
  statement_fr TEXT NOT NULL,
  statement_en TEXT NOT NULL,
  claim_json   TEXT NOT NULL CHECK (json_valid(claim_json))
) STRICT;

CREATE TABLE snapshot (
  snapshot_id  TEXT PRIMARY KEY,
  as_of_date   TEXT NOT NULL,
  window_from_date TEXT,
  versions_json TEXT NOT NULL CHECK (json_valid(versions_json))) STRICT;

CREATE TABLE stat_cell (
  snapshot_id TEXT NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  stat        TEXT NOT NULL,
  group_key   TEXT NOT NULL,
  unit        TEXT NOT NULL,
  value       REAL,
  low         REAL,
  high        REAL,
  posting_count  INTEGER NOT NULL,
  vacancy_count  INTEGER NOT NULL,
  employer_count INTEGER NOT NULL,
  share_missing  REAL NOT NULL,
  PRIMARY KEY (snapshot_id, stat, group_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
  snapshot_id TEXT NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  claim_id    TEXT NOT NULL REFERENCES claim,
  verdict     TEXT NOT NULL CHECK (verdict IN ('supported','overstated','understated','contradicted','inconclusive','insufficient_data','not_testable')),
  value       REAL,
  low         REAL,
  high        REAL,
  unit        TEXT,
  band_low    REAL,
  band_high   REAL,
  vacancy_count  INTEGER NOT NULL,
  employer_count INTEGER NOT NULL,
  share_missing  REAL NOT NULL,
  is_fragile  INTEGER NOT NULL CHECK (is_fragile IN (0, 1)),
  caveats_json TEXT NOT NULL CHECK (json_valid(caveats_json)),
  PRIMARY KEY (snapshot_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict_vacancy (
  snapshot_id TEXT NOT NULL,
  claim_id    TEXT NOT NULL,
  vacancy_id  INTEGER NOT NULL,
  side        TEXT NOT NULL CHECK (side IN ('population','against')),
  value       REAL,
  cluster_key TEXT NOT NULL,
  PRIMARY KEY (snapshot_id, claim_id, side, vacancy_id),
  FOREIGN KEY (snapshot_id, claim_id) REFERENCES verdict ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

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

CREATE VIEW v_vacancy_term AS
SELECT v.vacancy_id, v.cluster_key, r.role, r.title_role, r.contract, t.kind, t.code
FROM vacancy v
JOIN posting_reading r ON r.posting_id = v.speaker_posting_id
JOIN term_reading t ON t.posting_id = v.speaker_posting_id;

CREATE VIEW v_evidence AS
SELECT e.posting_id, vp.vacancy_id, p.source_id, p.url, e.reading, e.field, e.start_offset, e.end_offset,
  substr(e.quoted, 1, 200) AS quoted
FROM evidence e
JOIN posting p ON p.posting_id = e.posting_id
LEFT JOIN vacancy_posting vp ON vp.posting_id = e.posting_id;

CREATE VIEW v_employer AS
SELECT e.employer_id, e.employer_key, e.employer_name, e.employer_kind,
  COUNT(v.vacancy_id) AS vacancy_count, SUM(v.posting_count) AS posting_count, SUM(v.is_live) AS live_vacancy_count,
  MIN(v.first_seen_on_date) AS first_seen_on_date, MAX(v.last_seen_on_date) AS last_seen_on_date
FROM employer e
LEFT JOIN vacancy v ON v.employer_id = e.employer_id
GROUP BY e.employer_id;

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

CREATE VIEW v_source AS
SELECT s.source_id, s.name, s.kind, s.source_type, s.keeps, s.permission, rs.outcome, rs.explanation,
  rs.started_at AS last_run_at, rs.pages, rs.postings_found, rs.postings_new,
  (SELECT COUNT(*) FROM posting p WHERE p.source_id = s.source_id) AS posting_count,
  (SELECT COUNT(*) FROM posting p WHERE p.source_id = s.source_id AND p.gone_on_date IS NULL) AS live_posting_count
FROM source s
LEFT JOIN run_source rs ON rs.run_source_id = (
  SELECT MAX(run_source_id) FROM run_source WHERE source_id = s.source_id
);

CREATE VIEW v_stock AS
SELECT r.run_id, r.seen_on_date, rs.source_id, rs.outcome, COUNT(g.posting_id) AS posting_count
FROM run_source rs
JOIN run r ON r.run_id = rs.run_id
LEFT JOIN sighting g ON g.run_source_id = rs.run_source_id
GROUP BY rs.run_source_id;

CREATE VIEW v_verdict AS
SELECT d.snapshot_id, n.as_of_date, c.article_id, d.claim_id, c.statement_fr, c.statement_en, d.verdict, d.value, d.low,
  d.high, d.unit, d.band_low, d.band_high, d.vacancy_count, d.employer_count, d.share_missing, d.is_fragile,
  d.caveats_json
FROM verdict d
JOIN snapshot n ON n.snapshot_id = d.snapshot_id
JOIN claim c ON c.claim_id = d.claim_id;

CREATE VIEW v_pay AS
SELECT vacancy_id, cluster_key, first_seen_on_date, title_role, role, is_mismatch, contract, work_time, employer_kind,
  employer_size, experience_years_min, education_years_min, region_code, period, basis, salary_gross_annual_eur_min,
  salary_gross_annual_eur_max, salary_gross_annual_eur_mid
FROM v_vacancy
WHERE contract IN ('cdi', 'cdd', 'interim', 'unknown') AND currency_code = 'EUR'
  AND salary_gross_annual_eur_mid IS NOT NULL AND COALESCE(work_time, 'full') = 'full';

CREATE TABLE data_dictionary (
  table_name  TEXT NOT NULL,
  -- Empty for the description of the table itself.
  column_name TEXT NOT NULL,
  description TEXT NOT NULL CHECK (description <> ''),
  unit        TEXT,
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;
