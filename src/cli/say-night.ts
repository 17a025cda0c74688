import { saySources } from './crawl-summary.ts'
import { sayReport, summaryOf } from './report.ts'
import { counted, say } from './say.ts'
import type { NightResult } from './stages/night.ts'

/** Prints what a night found, kept and judged. */
export function sayNight({ crawled, classified, drift, model, html, pruned, issues }: NightResult): void {
  if (crawled.resumed) say('(taking up the interrupted run)')
  saySources(crawled.sources)
  for (const { sourceId, issue } of drift) say(`drift         ${sourceId}: ${issue.message}`)
  for (const { message } of issues) say(`machine       ${message}`)
  const found = crawled.sources.reduce((sum, { postingsFound }) => sum + postingsFound, 0)
  const fresh = crawled.sources.reduce((sum, { postingsNew }) => sum + postingsNew, 0)
  say(`\nfound         ${counted(found, 'ad')} live this night, ${fresh.toLocaleString('en')} of them new`)
  say(`kept          ${counted(model.totals.postings, 'ad')} of all nights`)
  say(`unique        ${counted(classified.vacancies, 'vacancy', 'vacancies')} once duplicates are joined`)
  say(`classified    ${counted(classified.read, 'ad')} read now`)
  if (pruned.postingsErased + pruned.capturesExpired > 0) {
    say(
      `pruned        ${counted(pruned.postingsErased, 'text')} of ads that are gone, ${counted(pruned.capturesExpired, 'old capture')}`,
    )
  }
  if (pruned.logKept) {
    say(
      'pruned        another program is reading: the log beside the database keeps what was erased until the next run',
    )
  }
  sayReport(model, html)
}

/** The same for machines. */
export function nightSummary({
  crawled,
  classified,
  drift,
  model,
  html,
  pruned,
  issues,
  exitCode,
}: NightResult): object {
  return {
    ...summaryOf(model),
    day: crawled.day,
    resumed: crawled.resumed,
    exitCode,
    issues,
    sources: crawled.sources,
    classified,
    drift,
    pruned,
    report: html,
  }
}
