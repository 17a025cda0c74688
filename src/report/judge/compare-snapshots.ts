import type { StoredSnapshot } from '../../store/statistics/read-snapshots.ts'
import type { ClaimVerdict, PayDistribution, ReportTotals, TrendPoint, VerdictChange } from '../report-model.ts'
import { windowDays } from './window-of.ts'

/** Earlier snapshots over a window of the same length: only these say what has moved since. */
export function alikeSnapshots(
  snapshots: readonly StoredSnapshot[],
  now: { readonly asOfDate: string; readonly fromDate: string | null },
): readonly StoredSnapshot[] {
  const length = windowDays(now.asOfDate, now.fromDate)
  return snapshots.filter(({ asOfDate, windowFrom }) => windowDays(asOfDate, windowFrom) === length)
}

/** Verdicts that differ from the last snapshot's: the market moved, or the method when any version differs. */
export function compareVerdicts(
  last: StoredSnapshot | undefined,
  versions: Readonly<Record<string, string>>,
  verdicts: readonly ClaimVerdict[],
): readonly VerdictChange[] {
  if (last === undefined) return []
  const because = sameVersions(last.versions, versions) ? 'market' : 'method'
  return verdicts.flatMap(({ claim, verdict }) => {
    const from = last.verdicts.get(claim.id)
    return from === undefined || from === verdict ? [] : [{ claimId: claim.id, from, to: verdict, because }]
  })
}

function sameVersions(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}

/** Head figures of earlier snapshots and of this one, the oldest first. */
export function trendOf(
  snapshots: readonly StoredSnapshot[],
  now: {
    readonly snapshotId: string
    readonly asOfDate: string
    readonly totals: ReportTotals
    readonly pay: readonly PayDistribution[]
  },
): readonly TrendPoint[] {
  const earlier = snapshots.map(({ snapshotId, asOfDate, cells }) => ({
    snapshotId,
    asOfDate,
    vacancies: cells.get('vacancies|all')?.vacancies ?? 0,
    cm: cells.get('vacancies|cm')?.vacancies ?? 0,
    smm: cells.get('vacancies|smm')?.vacancies ?? 0,
    medianPayCm: cells.get('pay-median|cm')?.value ?? null,
    medianPaySmm: cells.get('pay-median|smm')?.value ?? null,
  }))
  const median = (role: 'cm' | 'smm') => now.pay.find((group) => group.role === role)?.median?.value ?? null
  const { totals } = now
  return [
    ...earlier,
    {
      snapshotId: now.snapshotId,
      asOfDate: now.asOfDate,
      vacancies: totals.vacanciesInWindow,
      cm: totals.byTitleRole.cm,
      smm: totals.byTitleRole.smm,
      medianPayCm: median('cm'),
      medianPaySmm: median('smm'),
    },
  ]
}
