import type { VigieDatabase } from '../open-database.ts'

/** Where the presence of each term is kept in the fact table: bit `bit` of the column `terms_<word>`. */
export interface TermBits {
  /** Number of `terms_*` columns, at least one. */
  readonly words: number
  /** `kind:code` → place; full-text words under `words:<query>`. */
  readonly places: ReadonlyMap<string, { readonly word: number; readonly bit: number }>
}

// Two bits below the sign bit of SQLite's 64-bit integers, so that sums of masks stay positive.
const BITS_PER_WORD = 60

/** Gives every term read in the speaking postings of `temp.market_speaker`, and every full-text query asked for, a place of its own. */
export function assignTermBits(db: VigieDatabase, wordQueries: readonly string[]): TermBits {
  const terms = db
    .prepare<[], string>(
      // One look per code, at the first speaking posting that has it: there are few codes and many readings.
      `SELECT kind || ':' || code AS name FROM (SELECT DISTINCT kind, code FROM term_reading) known
       WHERE EXISTS (SELECT 1 FROM term_reading t JOIN temp.market_speaker m ON m.posting_id = t.posting_id
         WHERE t.kind = known.kind AND t.code = known.code)
       ORDER BY name`,
    )
    .pluck()
    .all()
  const names = [...terms, ...[...new Set(wordQueries)].sort().map((query) => `words:${query}`)]
  const places = new Map(
    names.map((name, index) => [name, { word: Math.floor(index / BITS_PER_WORD), bit: index % BITS_PER_WORD }]),
  )
  return { words: Math.max(1, Math.ceil(names.length / BITS_PER_WORD)), places }
}

/** Fills `temp.posting_terms (posting_id, terms_0 …)` for the speaking postings of `temp.market_speaker`. */
export function fillPostingTerms(db: VigieDatabase, bits: TermBits): void {
  db.exec(
    'DROP TABLE IF EXISTS temp.term_bit; CREATE TEMP TABLE term_bit (kind TEXT, code TEXT, word INTEGER, bit INTEGER, PRIMARY KEY (kind, code)) WITHOUT ROWID',
  )
  const insert = db.prepare('INSERT INTO temp.term_bit VALUES (?, ?, ?, ?)')
  for (const [name, { word, bit }] of bits.places) {
    const colon = name.indexOf(':')
    insert.run(name.slice(0, colon), name.slice(colon + 1), word, bit)
  }
  db.exec('DROP TABLE IF EXISTS temp.word_hit; CREATE TEMP TABLE word_hit (posting_id INTEGER, query TEXT)')
  const hit = db.prepare(
    `INSERT INTO temp.word_hit
     SELECT t.posting_id, :query FROM posting_fts f JOIN posting_text t ON t.text_id = f.rowid
     JOIN posting p ON p.current_text_id = t.text_id WHERE posting_fts MATCH :query`,
  )
  for (const name of bits.places.keys()) if (name.startsWith('words:')) hit.run({ query: name.slice(6) })
  const columns = Array.from({ length: bits.words }, (_, word) => word)
  db.exec(`
    DROP TABLE IF EXISTS temp.posting_terms;
    CREATE TEMP TABLE posting_terms AS
    SELECT posting_id, ${columns.map((word) => `SUM(CASE word WHEN ${word} THEN 1 << bit ELSE 0 END) AS terms_${word}`).join(', ')}
    FROM (
      SELECT t.posting_id, b.word, b.bit FROM term_reading t JOIN temp.term_bit b ON b.kind = t.kind AND b.code = t.code
      UNION ALL
      SELECT h.posting_id, b.word, b.bit FROM temp.word_hit h JOIN temp.term_bit b ON b.kind = 'words' AND b.code = h.query
    )
    WHERE posting_id IN (SELECT posting_id FROM temp.market_speaker)
    GROUP BY posting_id;
    CREATE UNIQUE INDEX temp.posting_terms_id ON posting_terms (posting_id);
  `)
}
