-- Dated states of the market and the judgements made from them.
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
  versions_json TEXT NOT NULL CHECK (json_valid(versions_json)),
  report_json  TEXT CHECK (report_json IS NULL OR json_valid(report_json))
) STRICT;

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

-- Enough to compute any verdict again outside: the value of each vacancy and its cluster.
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
