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
  /** First and third quartile of the stated pay; null when none states any. */
  readonly payQuartilesEur: readonly [number, number] | null
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
/** The median of pay must move by this factor, up or down … */
const LEAST_PAY_FACTOR = 1.25
/** … by this many of its errors, and of the usual steps from one night to another; few ads so need a larger move. */
const PAY_ERRORS = 4
/** The median of fewer ads is the pay of one or two. */
const LEAST_PAY_COUNT = 5
/** Third over first quartile, at least: a few ads that state the like do not make the median certain. */
const LEAST_PAY_SPREAD = 1.2
/** Error of a normal sample's median in quartile distances, times the root of its size: 1.2533 / 1.349. */
const MEDIAN_ERROR = 0.929
/** Standard deviations in a median absolute deviation. */
const MAD_TO_DEVIATION = 1.4826

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

/** Pay is compared on a log scale: half of it is as far away as twice of it. */
function payDrift(tonight: NightFigures, past: readonly NightFigures[]): Issue | null {
  const known = past.flatMap((night) => payOf(night) ?? [])
  const now = payOf(tonight)
  if (now === null || known.length < NIGHTS_TO_LEARN) return null
  const medians = known.map(({ logMedian }) => logMedian)
  const usual = median(medians)
  const steps = MAD_TO_DEVIATION * median(medians.map((each) => Math.abs(each - usual)))
  const spread = Math.max(Math.log(LEAST_PAY_SPREAD), median(known.map(({ logSpread }) => logSpread)))
  const usualCount = median(known.map(({ count }) => count))
  const error = MEDIAN_ERROR * spread * Math.sqrt(1 / now.count + 1 / usualCount)
  const least = Math.max(Math.log(LEAST_PAY_FACTOR), PAY_ERRORS * Math.max(error, steps))
  if (Math.abs(now.logMedian - usual) < least) return null
  return warning(
    'pay-drift',
    `The median of stated pay is ${Math.round(Math.exp(now.logMedian))} EUR a year on ${now.count} ads, ${Math.round(Math.exp(usual))} usually.`,
  )
}

function payOf({ medianPayEur, payQuartilesEur, payCount }: NightFigures) {
  if (medianPayEur === null || payQuartilesEur === null || payCount < LEAST_PAY_COUNT) return null
  const [low, high] = payQuartilesEur
  if (low <= 0 || medianPayEur <= 0) return null
  return { logMedian: Math.log(medianPayEur), logSpread: Math.log(high / low), count: payCount }
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
