import type { Accounting } from '../../domain/accounting.ts'
import type { ReportModel } from '../report-model.ts'

/**
 * The funnel to its end: the stages of the crawl, then, from the head figures, what joining duplicates and the window
 * leave over. Stages the model already counts are not repeated.
 */
export function wholeFunnel({ funnel, totals }: Pick<ReportModel, 'funnel' | 'totals'>): readonly Accounting[] {
  if (funnel.length === 0 || funnel.some(({ stage }) => stage === 'unique' || stage === 'window')) return funnel
  const { postings, vacancies, vacanciesInWindow, withoutDate } = totals
  const outside = vacancies - vacanciesInWindow
  const undated = Math.min(withoutDate, Math.max(0, outside))
  return [
    ...funnel,
    ...postingsStage(funnel, postings),
    { stage: 'unique', in: postings, out: vacancies, skipped: { duplicate: postings - vacancies } },
    {
      stage: 'window',
      in: vacancies,
      out: vacanciesInWindow,
      skipped: { 'outside-window-or-market': outside - undated, ...(undated > 0 ? { 'no-date': undated } : {}) },
    },
  ]
}

/** Stages whose records are ads seen on one night: an ad seen on many nights is one posting. */
const SEEING = new Set(['parse', 'import'])

function postingsStage(funnel: readonly Accounting[], postings: number): readonly Accounting[] {
  const seen = funnel.filter(({ stage }) => SEEING.has(stage)).reduce((sum, { out }) => sum + out, 0)
  if (seen < postings) return []
  return [
    {
      stage: 'postings',
      in: seen,
      out: postings,
      skipped: seen === postings ? {} : { 'seen-before': seen - postings },
    },
  ]
}
