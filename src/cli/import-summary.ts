import type { SkipReason } from '../domain/issue.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { FAULTS, type ImportCounts, LEFT_OUT } from './import-tally.ts'
import { optionsText, sameOptions, shellWord } from './same-options.ts'
import { counted, say } from './say.ts'

/** Options of an import that an advised one repeats. */
export interface RepeatedOptions extends GlobalOptions {
  readonly format?: string
  readonly map?: string
  /** Source of records that name no site. */
  readonly source?: string
}

/** What became of one imported file. */
export interface FileLine extends ImportCounts {
  readonly file: string
  /** Path as it was given. */
  readonly path: string
  readonly format: string
}

/** A record that cannot be read makes an import partial, as a line does for `vigie read`; without any ad there is nothing. */
export function importExitCode(lines: readonly FileLine[]): ExitCode {
  if (lines.every((line) => line.accounting.in === skippedFor(line, LEFT_OUT))) return EXIT.nothing
  return lines.some((line) => skippedFor(line, FAULTS) > 0) ? EXIT.partial : EXIT.ok
}

function skippedFor({ accounting }: FileLine, reasons: readonly SkipReason[]): number {
  return reasons.reduce((sum, reason) => sum + (accounting.skipped[reason] ?? 0), 0)
}

/** Prints what became of the files, and which of their ads want a date. */
export function sayFiles(lines: readonly FileLine[], options: RepeatedOptions): void {
  for (const line of lines) sayFile(line)
  sayUndated(lines, options)
}

function sayFile(line: FileLine): void {
  const { file, format, accounting, newPostings, leftOut, issues } = line
  const skipped = Object.entries(accounting.skipped).map(([reason, count]) => `${reason} ${count.toLocaleString('en')}`)
  const left = accounting.in - accounting.out
  say(
    `${file} (${format}): ${counted(accounting.in, 'record')} in = ${accounting.out.toLocaleString('en')} out (${newPostings.toLocaleString('en')} new, ${(accounting.out - newPostings).toLocaleString('en')} changed) + ${left.toLocaleString('en')} skipped${skipped.length === 0 ? '' : ` (${skipped.join(', ')})`}`,
  )
  const noted = Object.entries(issues).map(([code, count]) => `${code} ${count.toLocaleString('en')}`)
  if (noted.length > 0) say(`  issues: ${noted.join(', ')}`)
  if (leftOut.length === 0) return
  const more = skippedFor(line, LEFT_OUT) - leftOut.length
  const named = leftOut.map(({ ref, reason }) => `${ref ?? 'one without a reference'} (${reason})`)
  say(`  left out: ${named.join(', ')}${more > 0 ? `, and ${more.toLocaleString('en')} more` : ''}`)
}

/** Ads without a date stay out of windowed figures: said when they come in, with the command that dates them. */
function sayUndated(lines: readonly FileLine[], options: RepeatedOptions): void {
  const undated = lines.filter((line) => line.undated > 0)
  if (undated.length === 0) return
  const count = undated.reduce((sum, line) => sum + line.undated, 0)
  const files = undated.map(({ path }) => shellWord(path)).join(' ')
  const { format, map, source } = options
  const same = `${optionsText({ format, map, source })}${sameOptions(options)}`
  say(
    `${counted(count, 'ad')} without a date: reports leave ${count === 1 ? 'it' : 'them'} out, unless run with --window all. Give the day they were seen on: vigie import ${files} --seen YYYY-MM-DD${same}`,
  )
}
