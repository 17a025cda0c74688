-- Sources, runs and what went wrong. Times are ISO 8601 UTC texts, days are ISO YYYY-MM-DD of Europe/Paris.
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

-- in_count = out_count + Σ skipped: one row per stage with reason '' and in/out, one per reason with its count.
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
