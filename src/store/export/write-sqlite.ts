import { renameSync, rmSync } from 'node:fs'
import { openDatabase, type VigieDatabase } from '../open-database.ts'
import { STORED_RELATIONS } from './export-relations.ts'
import { type FileFacts, factsOf, partialPath } from './hashed-file.ts'
import { relationColumns, relationRows } from './relation-columns.ts'

/** A finished SQLite export. */
export interface SqliteExport extends FileFacts {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
}

/**
 * Writes a compact database of the same schema, without texts, captures and queues: every view and named query runs
 * on it, any client can open it read-only or immutable.
 */
export async function writeSqlite(
  source: VigieDatabase,
  path: string,
  migrationsFolder: string,
): Promise<SqliteExport> {
  const partial = partialPath(path)
  for (const leftover of [partial, `${partial}.work`]) rmSync(leftover, { force: true })
  const target = openDatabase({ path: `${partial}.work`, migrationsFolder })
  try {
    target.pragma('journal_mode = DELETE')
    target.pragma('foreign_keys = OFF')
    const rows = target.transaction(() => copyAll(source, target))()
    target.exec(`INSERT INTO posting_fts (posting_fts) VALUES ('rebuild')`)
    target.exec('ANALYZE')
    target.prepare('VACUUM INTO ?').run(partial)
    renameSync(partial, path)
    return { ...(await factsOf(path)), rows }
  } finally {
    target.close()
    for (const leftover of [partial, `${partial}.work`]) rmSync(leftover, { force: true })
  }
}

function copyAll(source: VigieDatabase, target: VigieDatabase): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const relation of STORED_RELATIONS) {
    const generated = new Set(
      target
        .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden > 1')
        .pluck()
        .all(relation.name),
    )
    const columns = relationColumns(source, relation).map(({ name }) => name)
    const kept = columns.map((name, index) => ({ name, index })).filter(({ name }) => !generated.has(name))
    const insert = target.prepare(
      `INSERT INTO ${relation.name} (${kept.map(({ name }) => name).join(', ')}) VALUES (${kept.map(() => '?').join(', ')})`,
    )
    let count = 0
    for (const row of relationRows(source, relation)) {
      insert.run(kept.map(({ index }) => row[index]))
      count++
    }
    counts[relation.name] = count
  }
  return counts
}
