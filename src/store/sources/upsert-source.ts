import type { SourceRecord } from '../../domain/source.ts'
import type { VigieDatabase } from '../open-database.ts'

const UPSERT = `
  INSERT INTO source (source_id, source_type, name, kind, home_page, terms, permission, keeps)
  VALUES (:sourceId, :sourceType, :name, :kind, :homePage, :terms, :permission, :keeps)
  ON CONFLICT (source_id) DO UPDATE SET
    source_type = excluded.source_type, name = excluded.name, kind = excluded.kind, home_page = excluded.home_page,
    terms = excluded.terms, permission = excluded.permission, keeps = excluded.keeps`

/** Writes the sheet of a source; an earlier sheet under the same id is replaced, what it published stays. */
export function upsertSource(database: VigieDatabase, source: SourceRecord): void {
  database.prepare(UPSERT).run(source)
}
