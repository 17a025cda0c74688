-- What a crawl needs to survive a kill: its queue, the clock and rules of each host, the bytes fetched.
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

-- Rule files of an origin as last fetched: robots.txt, /.well-known/tdmrep.json. Status 0: not reachable.
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
  body_deflated BLOB,
  -- Code of an issue whose first three captures are kept past their expiry, so that it can be looked into.
  kept_for_issue TEXT,
  rung          TEXT NOT NULL CHECK (rung IN ('api','json-ld','microdata','selectors','browser'))
) STRICT;
CREATE INDEX capture_by_url ON capture (source_id, url, capture_id);
CREATE INDEX capture_by_age ON capture (fetched_at_ms) WHERE body_deflated IS NOT NULL;
CREATE INDEX capture_by_issue ON capture (source_id, kept_for_issue) WHERE kept_for_issue IS NOT NULL;
