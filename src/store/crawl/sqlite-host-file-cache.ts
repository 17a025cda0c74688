import type { Statement } from 'better-sqlite3'
import type { HostFile, HostFileCache } from '../../domain/crawl.ts'
import type { VigieDatabase } from '../open-database.ts'

/** Rule files of hosts (robots.txt, tdmrep.json) in the database. */
export class SqliteHostFileCache implements HostFileCache {
  readonly #read: Statement<[string, string], HostFile>
  readonly #write: Statement

  constructor(database: VigieDatabase) {
    this.#read = database.prepare(
      'SELECT status, body, fetched_at_ms AS fetchedAt FROM host_file WHERE origin = ? AND kind = ?',
    )
    this.#write = database.prepare(`
      INSERT INTO host_file (origin, kind, status, body, fetched_at_ms) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (origin, kind) DO UPDATE
        SET status = excluded.status, body = excluded.body, fetched_at_ms = excluded.fetched_at_ms`)
  }

  read(origin: string, kind: 'robots' | 'tdm'): HostFile | null {
    return this.#read.get(origin, kind) ?? null
  }

  write(origin: string, kind: 'robots' | 'tdm', { status, body, fetchedAt }: HostFile): void {
    this.#write.run(origin, kind, status, body, fetchedAt)
  }
}
