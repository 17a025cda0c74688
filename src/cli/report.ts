import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { isoDay } from '../domain/clock.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { ReportModel } from '../report/report-model.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import { hasSnapshot } from '../store/snapshots/has-snapshot.ts'
import { readPostingDays } from '../store/statistics/read-posting-days.ts'
import { readConfig } from './config/read-config.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { explainEmptyReport } from './explain-empty-report.ts'
import type { GlobalOptions } from './global-options.ts'
import { openExistingStore } from './open-store.ts'
import { FIRST_DAY } from './possible-days.ts'
import { ProgressLine } from './progress-line.ts'
import { requireReportsFolder, requireWritable } from './require-writable.ts'
import { sameOptions } from './same-options.ts'
import { counted, say, sayJson } from './say.ts'
import { classifyStage } from './stages/classify-stage.ts'
import { coverageOf, reportStage } from './stages/report-stage.ts'
import { INDEX_BESIDE, writeIndex } from './stages/write-report.ts'
import { systemClock } from './system-clock.ts'
import { withRunLock } from './with-run-lock.ts'

/** Options of `vigie report`. */
export interface ReportOptions extends GlobalOptions {
  readonly asOf?: string
  readonly window?: number | 'all'
  readonly out?: string
  readonly lang?: 'fr' | 'en'
}

/** `vigie report`: reads what is not read yet, judges the claims, writes HTML, Markdown and JSON. */
export async function runReport(options: ReportOptions): Promise<ExitCode> {
  const config = readConfig(options)
  const database = openExistingStore(config.database)
  try {
    const cure = 'Choose another folder with --out, or with `reports` in the configuration.'
    if (options.out === undefined) requireReportsFolder(config.reports, 'the report', cure)
    else requireWritable(resolve(options.out), 'the report', cure)
    return await withRunLock(config.database, async () => {
      const line = new ProgressLine(options.quiet === true)
      const { version } = classifyStage(database, {
        all: false,
        clock: systemClock,
        onProgress: (done, total) => line.show(`reading ${done}/${total}`),
      })
      line.show('judging the claims')
      const asOfDate = options.asOf ?? isoDay(systemClock.now())
      const snapshotId = freeSnapshotId(database, asOfDate, config.reports)
      const lang = options.lang ?? config.language
      const { model, html } = reportStage(
        database,
        {
          ...{ snapshotId, asOfDate, window: options.window ?? 365 },
          ...{ coverage: coverageOf(config), readerVersion: version },
        },
        options.out === undefined
          ? { folder: join(config.reports, snapshotId), lang, index: INDEX_BESIDE }
          : { folder: resolve(options.out), lang, index: null },
      )
      if (options.out === undefined) writeIndex(config.reports, lang)
      line.clear()
      if (options.json === true) sayJson({ ...summaryOf(model), report: html })
      else sayReport(model, html)
      if (model.totals.vacanciesInWindow > 0) return EXIT.ok
      sayWhyEmpty(database, model, options)
      return EXIT.nothing
    })
  } finally {
    database.close()
  }
}

/** On stderr, where it is read whatever becomes of the summary. */
function sayWhyEmpty(database: VigieDatabase, model: ReportModel, options: ReportOptions): void {
  const window = { asOfDate: model.asOfDate, fromDate: model.windowFrom }
  const leftOut = model.funnel.find(({ stage }) => stage === 'window')?.skipped ?? {}
  const possible = { firstPossible: FIRST_DAY, lastPossible: isoDay(systemClock.now()) }
  const days = readPostingDays(database, { ...window, ...possible })
  const lines = explainEmptyReport(days, { ...window, again: sameOptions(options), leftOut })
  for (const line of lines) process.stderr.write(`${line}\n`)
}

/** The day itself, or `<day>-2`, `-3` … when that snapshot or its folder exists: no report is ever written over. */
export function freeSnapshotId(database: VigieDatabase, day: string, reports: string): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? day : `${day}-${number}`
    if (!hasSnapshot(database, id) && !existsSync(join(reports, id))) return id
  }
}

/** The figures of a report that a summary shows. */
export function summaryOf(model: ReportModel): {
  readonly snapshot: string
  readonly postings: number
  readonly vacancies: number
  readonly vacanciesInWindow: number
  readonly employers: number
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>
} {
  const verdicts: Partial<Record<Verdict, number>> = {}
  for (const { verdict } of model.verdicts) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  const { postings, vacancies, vacanciesInWindow, employers } = model.totals
  return { snapshot: model.snapshotId, postings, vacancies, vacanciesInWindow, employers, verdicts }
}

const BECAUSE = {
  market: 'the market moved',
  method: 'another version of vigie, its readers or its claims judged then',
} as const

/** Prints what was judged and where the report lies. */
export function sayReport(model: ReportModel, html: string): void {
  const { byTitleRole, vacanciesInWindow, vacancies, employers } = model.totals
  const since = model.windowFrom === null ? 'of all time' : `first seen since ${model.windowFrom}`
  say(
    `judged on     ${counted(vacanciesInWindow, 'vacancy', 'vacancies')} ${since} (${vacancies.toLocaleString('en')} in all, ${counted(employers, 'employer')}); by title: ${byTitleRole.cm} CM, ${byTitleRole.smm} SMM, ${byTitleRole.hybrid} both, ${byTitleRole.other} other`,
  )
  const counts = Object.entries(summaryOf(model).verdicts).map(([verdict, count]) => `${count} ${verdict}`)
  say(`claims        ${model.verdicts.length}: ${counts.join(', ')}`)
  const [change] = model.changes
  if (change !== undefined)
    say(
      `changed       ${counted(model.changes.length, 'verdict')} since ${model.comparedWith}, the last snapshot over as long a window: ${BECAUSE[change.because]}`,
    )
  say(`report        ${relative('.', html)}`)
}
