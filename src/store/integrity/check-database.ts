import type { VigieDatabase } from '../open-database.ts'

/** One check of a database and what it found. */
export interface DatabaseCheck {
  readonly name: string
  /** What is wrong, one line each, at most twenty; empty when all is well. */
  readonly problems: readonly string[]
}

const PROBLEMS_SHOWN = 20

/** Statements that give one line per problem. */
const QUERIES: readonly (readonly [name: string, sql: string])[] = [
  [
    'foreign keys',
    `SELECT "table" || ' row ' || COALESCE(rowid, '?') || ' points to no row of ' || parent FROM pragma_foreign_key_check`,
  ],
  [
    'accounting balances',
    `SELECT 'run ' || run_id || ', ' || source_id || ', ' || stage || ': in ' || in_count || ' ≠ out ' || out_count
      || ' + skipped ' || skipped_count FROM v_accounting WHERE is_balanced = 0`,
  ],
  [
    'postings have their text',
    `SELECT 'posting ' || p.posting_id || ' has no current text of its own' FROM posting p
      LEFT JOIN posting_text t ON t.text_id = p.current_text_id AND t.posting_id = p.posting_id
      WHERE t.text_id IS NULL`,
  ],
  [
    'vacancies match their postings',
    `SELECT 'vacancy ' || v.vacancy_id || ' counts ' || v.posting_count || ' postings, has ' || COUNT(m.posting_id)
      FROM vacancy v LEFT JOIN vacancy_posting m ON m.vacancy_id = v.vacancy_id
      GROUP BY v.vacancy_id
      HAVING COUNT(m.posting_id) <> v.posting_count OR SUM(m.posting_id = v.speaker_posting_id) IS NOT 1`,
  ],
  [
    'erased texts are empty',
    `SELECT 'text ' || t.text_id || ' of posting ' || t.posting_id || ' was erased but its words remain'
      FROM posting_text t
      WHERE t.erased_on_date IS NOT NULL AND (t.title <> '' OR t.description <> '' OR EXISTS (
        SELECT 1 FROM evidence e JOIN posting p ON p.posting_id = e.posting_id
        WHERE e.posting_id = t.posting_id AND p.current_text_id = t.text_id AND e.quoted IS NOT NULL))`,
  ],
  [
    'search index covers every text',
    `SELECT 'text ' || t.text_id || ' is not in the search index' FROM posting_text t
      LEFT JOIN posting_fts_docsize d ON d.id = t.text_id WHERE d.id IS NULL
      UNION ALL
      SELECT 'the search index holds a text ' || d.id || ' that does not exist' FROM posting_fts_docsize d
      LEFT JOIN posting_text t ON t.text_id = d.id WHERE t.text_id IS NULL`,
  ],
]

/** Checks a database from page level to bookkeeping: what `vigie doctor --database` shows. Nothing is changed. */
export function checkDatabase(database: VigieDatabase): readonly DatabaseCheck[] {
  return [
    { name: 'file', problems: checkPages(database) },
    ...QUERIES.map(([name, sql]) => ({ name, problems: list(database, sql) })),
    { name: 'search index matches the texts', problems: checkSearchIndex(database) },
  ]
}

function checkPages(database: VigieDatabase): readonly string[] {
  const rows = database.pragma('integrity_check', { simple: false }) as readonly { readonly integrity_check: string }[]
  return rows
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .slice(0, PROBLEMS_SHOWN)
}

function list(database: VigieDatabase, sql: string): readonly string[] {
  try {
    return database.prepare<[], string>(`${sql} LIMIT ${PROBLEMS_SHOWN}`).pluck().all()
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** FTS5's own comparison of index and texts is a command, so a read-only connection cannot give it. */
function checkSearchIndex(database: VigieDatabase): readonly string[] {
  if (database.readonly) return []
  try {
    database.exec(`INSERT INTO posting_fts (posting_fts, rank) VALUES ('integrity-check', 1)`)
    return []
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      `${why}: the index and the texts disagree; rebuild it with INSERT INTO posting_fts (posting_fts) VALUES ('rebuild')`,
    ]
  }
}
