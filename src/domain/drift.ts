import type { Issue } from './issue.ts'
import { ROLES, type Role } from './role.ts'

/** What one good night of one source looked like. Shares are 0–1, pay in EUR gross a year. */
export interface NightFigures {
  readonly postings: number
  /** Share of postings by title role. */
  readonly roleShares: Readonly<Record<Role, number>>
  /** Share of postings that state pay. */
  readonly payShare: number
  /** Median of the stated pay and on how many postings; null when none states any. */
  readonly medianPayEur: number | null
  readonly payCount: number
}

/** Nights a source needs behind it before one more is compared with them: until then it is being learnt. */
export const NIGHTS_TO_LEARN = 4
/** Nights of the past that count. */
export const NIGHTS_REMEMBERED = 14

/** A share must move by this much, whatever the sample, to be worth waking somebody. */
const LEAST_SHARE_SHIFT = 0.15
/** … and by this many standard errors of tonight's share. */
const SHARE_ERRORS = 4
/** The median must move by this share of itself … */
const LEAST_PAY_SHIFT = 0.25
/** … on at least so many ads on either side: the median of fewer moves by a quarter as ads come and go. */
const LEAST_PAY_COUNT = 20

/**
 * Compares tonight's ads of a source with its last good nights (their median). A drift is a warning: the market may
 * have moved, or the source's format under a parser that did not notice.
 */
export function detectDrift(tonight: NightFigures, nights: readonly NightFigures[]): readonly Issue[] {
  const past = nights.slice(-NIGHTS_REMEMBERED)
  if (past.length < NIGHTS_TO_LEARN || tonight.postings === 0) return []
  const issues: Issue[] = []
  for (const role of ROLES) {
    const usual = median(past.map(({ roleShares }) => roleShares[role]))
    const now = tonight.roleShares[role]
    if (isShifted(now, usual, tonight.postings)) {
      issues.push(
        warning(
          'role-mix-drift',
          `${percent(now)} of ${tonight.postings} ads are titled ${role}, ${percent(usual)} usually.`,
        ),
      )
    }
  }
  const usualPayShare = median(past.map(({ payShare }) => payShare))
  if (isShifted(tonight.payShare, usualPayShare, tonight.postings)) {
    issues.push(
      warning(
        'pay-share-drift',
        `${percent(tonight.payShare)} of ${tonight.postings} ads state pay, ${percent(usualPayShare)} usually.`,
      ),
    )
  }
  const pay = payDrift(tonight, past)
  return pay === null ? issues : [...issues, pay]
}

function payDrift(tonight: NightFigures, past: readonly NightFigures[]): Issue | null {
  const known = past.filter(({ payCount }) => payCount >= LEAST_PAY_COUNT)
  if (tonight.medianPayEur === null || tonight.payCount < LEAST_PAY_COUNT || known.length < NIGHTS_TO_LEARN) return null
  const usual = median(known.map(({ medianPayEur }) => medianPayEur ?? 0))
  if (Math.abs(tonight.medianPayEur - usual) < usual * LEAST_PAY_SHIFT) return null
  return warning(
    'pay-drift',
    `The median of stated pay is ${Math.round(tonight.medianPayEur)} EUR a year on ${tonight.payCount} ads, ${Math.round(usual)} usually.`,
  )
}

function isShifted(now: number, usual: number, count: number): boolean {
  // Laplace's estimate, so that a share of 0 or 1 has an error too.
  const smoothed = (usual * count + 1) / (count + 2)
  const error = Math.sqrt((smoothed * (1 - smoothed)) / count)
  return Math.abs(now - usual) > Math.max(LEAST_SHARE_SHIFT, SHARE_ERRORS * error)
}

function warning(code: string, message: string): Issue {
  return { code, severity: 'warning', message, ref: null, excerpt: null }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
