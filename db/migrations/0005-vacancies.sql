-- What remains of a text's wording for de-duplication: hashes only, kept when the text is erased.
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

-- The opening behind one or several postings. vacancy_id is the smallest posting_id of its group, so that a rebuild
-- from the same postings gives the same ids.
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
