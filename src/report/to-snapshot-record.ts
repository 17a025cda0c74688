import type { SnapshotRecord, StatCell } from '../store/statistics/store-snapshot.ts'
import type { ReportModel } from './report-model.ts'

/** What of a report goes into the tables of the database: verdicts, and every figure of its charts as a `stat_cell`. */
export function toSnapshotRecord(model: ReportModel): SnapshotRecord {
  const { snapshotId, asOfDate, windowFrom, versions, verdicts } = model
  return { snapshotId, asOfDate, windowFrom, versions, verdicts, cells: statCells(model) }
}

function statCells({ totals, pay, shareTables, titleByContent }: ReportModel): readonly StatCell[] {
  const count = (stat: string, group: string, vacancies: number): StatCell => ({
    stat,
    group,
    vacancies,
    estimate: null,
  })
  return [
    count('vacancies', 'all', totals.vacanciesInWindow),
    count('vacancies-live', 'all', totals.liveOnDay),
    ...Object.entries(totals.byTitleRole).map(([role, n]) => count('vacancies', role, n)),
    ...Object.entries(totals.byRole).map(([role, n]) => count('vacancies-by-content', role, n)),
    ...titleByContent.map(({ titleRole, role, vacancies }) =>
      count('title-by-content', `${titleRole}|${role}`, vacancies),
    ),
    ...pay.flatMap(({ role, q25, median, q75, mean }) =>
      Object.entries({ 'pay-q25': q25, 'pay-median': median, 'pay-q75': q75, 'pay-mean': mean }).map(
        ([stat, estimate]) => ({
          stat,
          group: role,
          estimate,
          vacancies: 0,
        }),
      ),
    ),
    ...shareTables.flatMap(({ id, rows }) =>
      rows.flatMap(({ code, cells }) =>
        cells.map(({ role, estimate }) => ({ stat: `share-${id}`, group: `${code}|${role}`, estimate, vacancies: 0 })),
      ),
    ),
  ]
}
