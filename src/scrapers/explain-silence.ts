import type { SourceHealth } from '../domain/crawl.ts'
import type { Issue } from '../domain/issue.ts'
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
export function explainSilence({ accounting, issues }: SourceHealth): Silence {
  const [pages, records] = accounting
  const leftOut = Object.keys(pages?.skipped ?? {})
  const isUnread = (records?.in ?? 0) > 0 || Object.hasOwn(issues, LISTING_INCOMPLETE)
  if (!isUnread && leftOut.length > 0 && leftOut.every((code) => FORBIDDEN.includes(code))) {
    const what = leftOut.includes('robots-disallowed')
      ? 'Its robots.txt disallows every page on which ads would stand'
      : 'Its text and data mining is reserved on every page on which ads would stand'
    return silence(
      'refused',
      leftOut.join(),
      `${what}. It is asked again with the next run; ask the site for permission.`,
    )
  }
  if (isUnread) {
    const codes = Object.keys(issues).join(', ')
    const what = `Its ${pages?.out ?? 0} pages answered, but no ad in them could be read (${codes}): the site has changed`
    return silence(
      'failed',
      'layout-changed',
      `${what}, its parser must follow. The first captures of each issue are kept.`,
    )
  }
  if (leftOut.length > 0) {
    const what = `No ad could be read: pages could not be had (${leftOut.join(', ')})`
    return silence('failed', 'pages-missing', `${what}. Look at the site, or wait for the next run.`)
  }
  const what =
    'Its listing was read without fault and names no ad: the site is empty tonight, or shows its ads elsewhere'
  return silence('failed', 'site-empty', `${what}. Look at it by hand.`)
}

function silence(outcome: Silence['outcome'], code: string, message: string): Silence {
  return {
    outcome,
    explanation: `${message} Nothing is marked gone.`,
    issue: { code, severity: 'error', message, ref: null, excerpt: null },
  }
}
