import { detectDrift } from '../../domain/drift.ts'
import type { Issue } from '../../domain/issue.ts'
import type { VigieDatabase } from '../open-database.ts'
import { readNightFigures } from './read-night-figures.ts'

/** A drift of one source in tonight's run. */
export interface SourceDrift {
  readonly sourceId: string
  readonly issue: Issue
}

/**
 * Compares the last run's sources with their past, once the night's ads are read, and keeps what drifted as issues of
 * that run; a second call notes nothing twice.
 *
 * @param notedAt ISO 8601 UTC time of the issues.
 */
export function noteDrift(database: VigieDatabase, notedAt: string): readonly SourceDrift[] {
  const sources = database
    .prepare<[], { readonly sourceId: string; readonly runSourceId: number }>(`
      SELECT source_id AS sourceId, run_source_id AS runSourceId FROM run_source
      WHERE run_id = (SELECT MAX(run_id) FROM run WHERE kind <> 'import') ORDER BY source_id`)
    .all()
  const known = database.prepare('SELECT 1 FROM issue WHERE run_source_id = ? AND code = ? AND message = ?')
  const insert = database.prepare(`
    INSERT INTO issue (run_source_id, source_id, code, severity, message, noted_at) VALUES (?, ?, ?, ?, ?, ?)`)
  return database
    .transaction(() =>
      sources.flatMap(({ sourceId, runSourceId }) => {
        const figures = readNightFigures(database, sourceId, runSourceId)
        const issues = figures === null ? [] : detectDrift(figures.tonight, figures.past)
        for (const { code, severity, message } of issues) {
          if (known.get(runSourceId, code, message) === undefined) {
            insert.run(runSourceId, sourceId, code, severity, message, notedAt)
          }
        }
        return issues.map((issue) => ({ sourceId, issue }))
      }),
    )
    .immediate()
}
