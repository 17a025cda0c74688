import type { SourceRunSummary } from '../domain/crawl.ts'
import type { CrawlProgress } from '../scrapers/progress.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { say } from './say.ts'

/** The exit code a crawl ends with: all sources complete or ended by a limit that was set, some not, or none usable. */
export function crawlExitCode(sources: readonly SourceRunSummary[]): ExitCode {
  const usable = sources.filter(
    ({ outcome, postingsFound }) =>
      outcome === 'complete' || outcome === 'partial' || (outcome === 'capped' && postingsFound > 0),
  )
  // A run that was asked to end is not lost: the same command goes on with it.
  if (sources.some(({ outcome }) => outcome === 'interrupted')) return EXIT.partial
  if (usable.length === 0) return EXIT.nothing
  return sources.every(isAsWished) ? EXIT.ok : EXIT.partial
}

/** A budget that is used up is no limit that somebody set, and a limit is none if it comes before the first ad. */
function isAsWished({ outcome, issues, postingsFound }: SourceRunSummary): boolean {
  if (outcome === 'complete') return true
  return outcome === 'capped' && issues['budget-exhausted'] === undefined && postingsFound > 0
}

/** Prints one line per source, and why a source did not end well. */
export function saySources(sources: readonly SourceRunSummary[]): void {
  const width = Math.max(6, ...sources.map(({ sourceId }) => sourceId.length))
  say(`${'source'.padEnd(width)}  outcome      pages   found     new`)
  for (const { sourceId, outcome, pages, postingsFound, postingsNew, explanation, issues } of sources) {
    const figures = [pages, postingsFound, postingsNew]
      .map((figure) => figure.toLocaleString('en').padStart(6))
      .join('  ')
    say(`${sourceId.padEnd(width)}  ${outcome.padEnd(11)} ${figures}`)
    if (explanation !== null) say(`${''.padEnd(width)}  ${explanation}`)
    const noted = Object.entries(issues).map(([code, count]) => `${code} ${count}`)
    if (noted.length > 0) say(`${''.padEnd(width)}  issues: ${noted.join(', ')}`)
  }
}

/** Turns progress events of many sources into one line for a terminal. */
export function progressText(states: ReadonlyMap<string, CrawlProgress>): string {
  return [...states.values()]
    .map(({ sourceId, done, failed, queued, pagesPerMinute, etaMs }) => {
      const rate = pagesPerMinute > 0 ? ` ${Math.round(pagesPerMinute)}/min` : ''
      const eta = etaMs !== null && etaMs > 5_000 ? ` ${formatWait(etaMs)}` : ''
      return `${sourceId} ${done + failed}/${done + failed + queued}${rate}${eta}`
    })
    .join(' · ')
}

function formatWait(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 90) return `${seconds}s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes}min` : `${Math.round(minutes / 60)}h`
}
