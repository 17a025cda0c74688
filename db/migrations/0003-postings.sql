-- Postings are records and append-only; their text is versioned and may be erased (source.keeps).
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

-- Who asked to be forgotten, as salted hashes of the folded words: their words are blotted out of every new text, so
-- that the next crawl does not bring them back. The words themselves are stored nowhere.
CREATE TABLE forgotten_words (
  words_sha256      TEXT PRIMARY KEY CHECK (length(words_sha256) = 64),
  salt              TEXT NOT NULL,
  word_count        INTEGER NOT NULL CHECK (word_count BETWEEN 1 AND 12),
  forgotten_on_date TEXT NOT NULL
) STRICT;
