-- What the classifier and extractors made of the current text of a posting; rebuilt at any time.
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

-- kind 'mission', 'skill', 'tool', 'platform', 'study-field'; code from profiles/.
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

-- Offsets in UTF-16 units of the stored field; quoted is NULL once the text was erased.
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
