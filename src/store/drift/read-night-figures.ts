import { NIGHTS_REMEMBERED, type NightFigures } from '../../domain/drift.ts'
import type { VigieDatabase } from '../open-database.ts'

interface Row {
  readonly runSourceId: number
  readonly postings: number
  readonly cm: number
  readonly smm: number
  readonly hybrid: number
  readonly payCount: number
  readonly medianPayEur: number | null
  readonly payQ25Eur: number | null
  readonly payQ75Eur: number | null
}

/**
 * Figures of the complete runs of a source, the oldest first, from the readings of the ads each of them listed: at
 * most the last `NIGHTS_REMEMBERED` before `runSourceId`, and that run itself as the last.
 *
 * @returns null when that run is not complete.
 */
export function readNightFigures(
  database: VigieDatabase,
  sourceId: string,
  runSourceId: number,
): { readonly tonight: NightFigures; readonly past: readonly NightFigures[] } | null {
  const rows = database
    .prepare<[{ sourceId: string; runSourceId: number; most: number }], Row>(`
      WITH night AS (
        SELECT run_source_id FROM run_source
        WHERE source_id = :sourceId AND outcome = 'complete' AND run_source_id <= :runSourceId
        ORDER BY run_source_id DESC LIMIT :most
      ), ad AS (
        SELECT s.run_source_id, r.title_role,
          (COALESCE(sal.salary_gross_annual_eur_min, sal.salary_gross_annual_eur_max)
            + COALESCE(sal.salary_gross_annual_eur_max, sal.salary_gross_annual_eur_min)) / 2 AS pay
        FROM night JOIN sighting s USING (run_source_id) JOIN posting_reading r USING (posting_id)
        LEFT JOIN salary_reading sal USING (posting_id)
      ), ranked AS (
        SELECT run_source_id, pay,
          ROW_NUMBER() OVER (PARTITION BY run_source_id ORDER BY pay) AS place,
          COUNT(*) OVER (PARTITION BY run_source_id) AS many
        FROM ad WHERE pay IS NOT NULL
      )
      SELECT a.run_source_id AS runSourceId, COUNT(*) AS postings,
        SUM(title_role = 'cm') AS cm, SUM(title_role = 'smm') AS smm, SUM(title_role = 'hybrid') AS hybrid,
        COUNT(pay) AS payCount,
        (SELECT AVG(r.pay) FROM ranked r
          WHERE r.run_source_id = a.run_source_id AND r.place IN ((r.many + 1) / 2, (r.many + 2) / 2)) AS medianPayEur,
        (SELECT r.pay FROM ranked r
          WHERE r.run_source_id = a.run_source_id AND r.place = (r.many + 3) / 4) AS payQ25Eur,
        (SELECT r.pay FROM ranked r
          WHERE r.run_source_id = a.run_source_id AND r.place = (3 * r.many + 3) / 4) AS payQ75Eur
      FROM ad a GROUP BY a.run_source_id ORDER BY a.run_source_id`)
    .all({ sourceId, runSourceId, most: NIGHTS_REMEMBERED + 1 })
  const last = rows.at(-1)
  if (last === undefined || last.runSourceId !== runSourceId) return null
  return { tonight: toFigures(last), past: rows.slice(0, -1).map(toFigures) }
}

function toFigures({ postings, cm, smm, hybrid, payCount, medianPayEur, payQ25Eur, payQ75Eur }: Row): NightFigures {
  const share = (count: number) => (postings === 0 ? 0 : count / postings)
  return {
    postings,
    roleShares: { cm: share(cm), smm: share(smm), hybrid: share(hybrid), other: share(postings - cm - smm - hybrid) },
    payShare: share(payCount),
    medianPayEur,
    payQuartilesEur: payQ25Eur === null || payQ75Eur === null ? null : [payQ25Eur, payQ75Eur],
    payCount,
  }
}
