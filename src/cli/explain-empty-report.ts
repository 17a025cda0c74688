import type { PostingDays } from '../store/statistics/read-posting-days.ts'
import { FIRST_DAY } from './possible-days.ts'
import { counted } from './say.ts'

/** The window of a report that found nothing in it. */
export interface EmptyWindow {
  readonly asOfDate: string
  /** First ISO day; null for all. */
  readonly fromDate: string | null
  /** Options that name the same database again, with a space before. */
  readonly again: string
  /** Why vacancies of the window were left out: reason → count. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** Says what a database holds, why none of it is in the window of a report, and with what command it would be: lines. */
export function explainEmptyReport(
  days: PostingDays,
  { asOfDate, fromDate, again, leftOut }: EmptyWindow,
): readonly string[] {
  const { postings, undated, beforeWindow, afterDay, tooEarly, toCome, firstDay, lastDay, lastDayBefore } = days
  if (postings === 0)
    return [`The database holds no ads: fill it with vigie import FILE…${again}, or vigie crawl --config FILE.`]
  const left = postings - (fromDate === null ? 0 : undated) - beforeWindow - afterDay - tooEarly - toCome
  const window = fromDate === null ? `up to ${asOfDate}` : `from ${fromDate} to ${asOfDate}`
  const lines = [`The database holds ${counted(postings, 'ad')}; none can be judged on the days ${window}:`]
  if (undated > 0 && fromDate !== null) {
    lines.push(
      `  ${undated.toLocaleString('en')} without a date: import ${undated === 1 ? 'it' : 'them'} again with the day of the file, vigie import FILE… --seen YYYY-MM-DD${again}; or judge ads of all days and of none, vigie report --window all${again}`,
    )
  }
  if (beforeWindow > 0) {
    lines.push(
      `  ${beforeWindow.toLocaleString('en')} first seen before (from ${firstDay} on): vigie report --window all${again}${afterDay === 0 ? `, or vigie report --as-of ${lastDayBefore}${again}` : ''}`,
    )
  }
  if (afterDay > 0)
    lines.push(
      `  ${afterDay.toLocaleString('en')} first seen after (up to ${lastDay}): vigie report --as-of ${lastDay}${again}`,
    )
  if (tooEarly > 0)
    lines.push(
      `  ${tooEarly.toLocaleString('en')} dated before ${FIRST_DAY}, too early for an ad on the web: ads of all days and of none are judged by vigie report --window all${again}`,
    )
  if (toCome > 0)
    lines.push(
      `  ${toCome.toLocaleString('en')} dated on a day still to come: wrong, or to be judged once that day is there; no report can be of it before`,
    )
  if (left > 0) {
    const reasons = Object.entries(leftOut).filter(([reason]) => !OF_DATES.includes(reason))
    const why = reasons.map(([reason, count]) => `${reason} ${count.toLocaleString('en')}`).join(', ')
    lines.push(
      `  ${left.toLocaleString('en')} of these days, outside the market watched${why === '' ? '' : `: ${why}`}`,
    )
  }
  return lines
}

/** Reasons that the days tell already. */
const OF_DATES = ['no-date', 'before-window', 'after-day']
