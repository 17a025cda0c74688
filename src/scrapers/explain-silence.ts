import type { SourceHealth } from '../domain/crawl.ts'
import type { Issue } from '../domain/issue.ts'
import type { SourceAssertions } from '../domain/source.ts'
import { NIGHTS_TO_BELIEVE } from './check-assertions.ts'
import type { StopReason } from './page-visitor.ts'

/** Reasons for which a page is left out because its owner says so. */
const FORBIDDEN: readonly string[] = ['robots-disallowed', 'tdm-reserved']
/** Issue code of a listing that was not read whole: such a run says nothing of what is gone. */
export const LISTING_INCOMPLETE = 'listing-incomplete'

/** Why a run came back without a single posting, and the issue to note. */
export interface Silence extends StopReason {
  readonly issue: Issue
}

/**
 * Tells four kinds of silence apart: the owner forbids it, the answers hold ads that cannot be read, the pages could
 * not be had, the site shows no ad. None of them says that an ad is gone.
 */
export function explainSilence(health: SourceHealth): Silence {
  const [pages] = health.accounting
  const leftOut = Object.keys(pages?.skipped ?? {})
  const missing = leftOut.filter((code) => !FORBIDDEN.includes(code))
  if (holdsUnreadAds(health)) {
    const codes = Object.keys(health.issues).join(', ')
    const what = `Its ${pages?.out ?? 0} pages answered, but no ad in them could be read (${codes})`
    const todo = 'the site has changed, its parser must follow. The first captures of each issue are kept.'
    return silence('failed', 'layout-changed', `${what}: ${todo}`)
  }
  if (missing.length > 0) {
    const what = `No ad could be read: pages could not be had (${missing.join(', ')}).`
    return silence('failed', 'pages-missing', `${what} Look at the site, or wait for the next run.`)
  }
  const [forbidden] = leftOut
  if (forbidden !== undefined && countOthers(health) === 0) return refusal(forbidden)
  const what =
    'Its listing was read without fault and names no ad: the site is empty tonight, or shows its ads elsewhere.'
  return silence('failed', 'site-empty', `${what} Look at it by hand.`)
}

/**
 * The listing of a source that may have no ad at all was read without fault, named none, and did so on the nights before:
 * the board is empty in truth, and says so with a warning instead of failing for ever. A page of links is never believed:
 * a site that has moved its ads looks the same.
 */
export function believeEmpty(health: SourceHealth, { postings }: SourceAssertions): Issue | null {
  if (postings.mayBeEmpty !== true || health.emptyDays < NIGHTS_TO_BELIEVE) return null
  const { issue } = explainSilence(health)
  if (issue.code !== 'site-empty') return null
  const message = `It names no ad since ${health.emptyDays} nights: the site is empty, and its ads count as gone.`
  return { ...issue, severity: 'warning', message }
}

function refusal(code: string): Silence {
  const how = code === 'robots-disallowed' ? 'Its robots.txt disallows' : 'Text and data mining is reserved on'
  const what = `${how} every page on which ads would stand.`
  return silence('refused', code, `${what} It is asked again with the next run; ask the site for permission.`)
}

/**
 * True when there were ads, but none that could be read: records with a fault, a listing that is none, pages that held
 * an ad before. A page that never held one (a site's "about us" in its sitemap) speaks for neither, unless it is all
 * that a first run has seen.
 */
function holdsUnreadAds(health: SourceHealth): boolean {
  const { accounting, issues, lostPages, recentGoodRuns } = health
  const others = countOthers(health)
  const faulty = (accounting[1]?.in ?? 0) - others
  const isFirst = recentGoodRuns.length === 0
  return faulty > 0 || lostPages > 0 || Object.hasOwn(issues, LISTING_INCOMPLETE) || (isFirst && others > 0)
}

/** Pages that hold no ad at all. */
function countOthers({ accounting }: SourceHealth): number {
  return accounting[1]?.skipped['not-a-job-posting'] ?? 0
}

function silence(outcome: Silence['outcome'], code: string, message: string): Silence {
  return {
    outcome,
    explanation: `${message} Nothing is marked gone.`,
    issue: { code, severity: 'error', message, ref: null, excerpt: null },
  }
}
