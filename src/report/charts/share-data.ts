import { foreignLine } from '../render/foreign-text.ts'
import { formatInterval, formatShare } from '../render/language/format-figures.ts'
import { say } from '../render/language/lang.ts'
import type { ShareTable } from '../report-model.ts'
import { type ChartData, columnsOf } from './chart-data.ts'
import type { FigureContext } from './chart-frame.ts'
import { estimateOf, rolesIn, rowLabel } from './share-chart.ts'

/** The figures of a share table for a machine: one row per item and role. */
export function shareData(table: ShareTable, context: FigureContext): ChartData {
  const rows = table.rows.flatMap((row) =>
    row.cells.flatMap(({ role, estimate }) => {
      if (estimate === null) return []
      const claimed = row.claimed.find((each) => each.role === role)
      const { value, low, high, nVacancies, nEmployers } = estimate
      const label = foreignLine(say(row.label, context.lang), 80)
      return [
        [foreignLine(row.code, 80), label, role, value, low, high, nVacancies, nEmployers, claimed?.share ?? null],
      ]
    }),
  )
  return {
    columns: columnsOf('text', 'code', 'label', 'role', 'share', 'low', 'high', 'vacancies', 'employers', 'claimed'),
    rows,
  }
}

/** The same for a person: one row per item, each role with its interval. */
export function shareTableData(table: ShareTable, context: FigureContext): ChartData {
  const { words, lang } = context
  const roles = rolesIn(table)
  return {
    columns: columnsOf('text', words.item, ...roles.map((role) => words.rolesShort[role]), words.claimedHead),
    rows: table.rows.map((row) => [
      rowLabel(row, context),
      ...roles.map((role) => {
        const estimate = estimateOf(row, role)
        if (estimate === null) return null
        return `${formatShare(estimate.value, lang)} (${formatInterval(estimate.low, estimate.high, 'share', lang)})`
      }),
      row.claimed.map(({ claimId, share }) => `${formatShare(share, lang)} ${claimId}`).join(', ') || null,
    ]),
  }
}
