import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { maskPosting } from '../classify/privacy/mask-posting.ts'
import type { Accounting } from '../domain/accounting.ts'
import { isoDay } from '../domain/clock.ts'
import { whyUnreadable } from '../domain/file-fault.ts'
import type { SourceRecord } from '../domain/source.ts'
import { DUMP_FORMATS, type DumpFormat, type DumpInput, type DumpRecord } from '../scrapers/dumps/dump-record.ts'
import { formatOf, readDump } from '../scrapers/dumps/read-dump.ts'
import { findSource } from '../scrapers/registry.ts'
import { ImportWriter } from '../store/imports/import-writer.ts'
import type { VigieDatabase } from '../store/open-database.ts'
import { readConfig } from './config/read-config.ts'
import { nearest } from './config/suggest.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { openStore } from './open-store.ts'
import { packageVersion } from './package-root.ts'
import { ProgressLine } from './progress-line.ts'
import { refuseMixing } from './refuse-mixing.ts'
import { counted, say, sayJson } from './say.ts'
import { classifyStage } from './stages/classify-stage.ts'
import { systemClock } from './system-clock.ts'
import { UserError } from './user-error.ts'
import { withRunLock } from './with-run-lock.ts'

interface ImportOptions extends GlobalOptions {
  readonly format?: string
  readonly map?: string
  readonly seen?: string
  /** Source of records that name no site. */
  readonly source?: string
}

/** `vigie import FILE…`: every file is read whole before anything is stored, and all of it is stored or nothing. */
export async function runImport(options: ImportOptions, files: readonly string[]): Promise<ExitCode> {
  const config = readConfig(options)
  const inputs = files.map((file) => readInput(file, options))
  const drafts = inputs.map((input) => ({ input, records: [...readDump(input)] }))
  const database = openStore(config.database)
  try {
    return await withRunLock(config.database, async () => {
      refuseMixing(database, config.database, 'real')
      const lines = database.transaction(() => store(database, drafts, options)).immediate()
      const line = new ProgressLine(options.quiet === true)
      const classified = classifyStage(database, {
        all: false,
        clock: systemClock,
        onProgress: (done, total) => line.show(`reading ${done}/${total}`),
      })
      line.clear()
      if (options.json === true) sayJson({ files: lines, classified })
      else {
        for (const each of lines) sayFile(each)
        say(
          `${counted(classified.read, 'ad')} read, ${counted(classified.vacancies, 'vacancy', 'vacancies')} in the database`,
        )
        say(`Next: vigie report${again(options)}`)
      }
      return lines.every(({ accounting }) => accounting.in === 0) ? EXIT.nothing : EXIT.ok
    })
  } finally {
    database.close()
  }
}

interface FileLine {
  readonly file: string
  readonly format: string
  readonly accounting: Accounting
  readonly newPostings: number
  readonly issues: Readonly<Record<string, number>>
}

function readInput(file: string, options: ImportOptions): DumpInput {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (error) {
    throw new UserError(`Cannot import ${file}: ${whyUnreadable(error)}. Check the path.`, { cause: error })
  }
  const map = options.map === undefined ? {} : { map: readMap(options.map) }
  return { format: readFormat(options.format), content, fileName: basename(file), ...map }
}

function readFormat(name: string | undefined): DumpFormat | null {
  if (name === undefined) return null
  const format = DUMP_FORMATS.find((known) => known === name)
  if (format !== undefined) return format
  const near = nearest(name, DUMP_FORMATS)
  throw new UserError(
    `Unknown format ${name}.${near === null ? '' : ` Did you mean ${near}?`} Known: ${DUMP_FORMATS.join(', ')}.`,
  )
}

function readMap(pairs: string): Record<string, string> {
  const map: Record<string, string> = Object.create(null) as Record<string, string>
  for (const pair of pairs.split(',')) {
    const [key = '', ...column] = pair.split('=')
    if (key.trim() === '' || column.join('=').trim() === '') {
      throw new UserError(
        `--map ${pairs}: "${pair}" is not key=column. Write e.g. --map title=Intitulé,description=Texte.`,
      )
    }
    map[key.trim()] = column.join('=').trim()
  }
  return map
}

type Drafts = readonly { readonly input: DumpInput; readonly records: readonly DumpRecord[] }[]

function store(database: VigieDatabase, drafts: Drafts, { seen, source }: ImportOptions): FileLine[] {
  const startedAt = systemClock.now()
  const day = isoDay(startedAt)
  const writer = new ImportWriter(database, { day, startedAt, version: packageVersion(), describeSource })
  const lines = drafts.map(({ input, records }) => {
    const format = input.format ?? formatOf(input.content, input.fileName) ?? 'jsonl'
    const skipped: Record<string, number> = {}
    const issues: Record<string, number> = {}
    let taken = 0
    let out = 0
    let newPostings = 0
    // A record that names no site comes under its format's name.
    const sourceOf = (own: string | null) => (own === null || own === format ? (source ?? format) : own)
    const skip = (reason: string) => {
      skipped[reason] = (skipped[reason] ?? 0) + 1
    }
    for (const record of records) {
      if (record.kind === 'issue') {
        issues[record.issue.code] = (issues[record.issue.code] ?? 0) + 1
        writer.note(sourceOf(record.sourceId), record.issue)
        continue
      }
      taken++
      if (record.kind === 'skipped') {
        skip(record.reason)
        writer.skip(sourceOf(record.sourceId), record.reason)
        continue
      }
      const as = writer.write(sourceOf(record.sourceId), maskPosting(record.draft), record.seenOn ?? seen ?? null)
      if (as === 'unchanged') skip('unchanged')
      else out++
      if (as === 'new') newPostings++
    }
    return {
      file: input.fileName,
      format,
      accounting: { stage: 'import', in: taken, out, skipped },
      newPostings,
      issues,
    }
  })
  writer.finish(systemClock.now())
  return lines
}

/** The options that name the same database again. */
function again({ config, database }: GlobalOptions): string {
  const named = [
    ['--config', config],
    ['--database', typeof database === 'string' ? database : undefined],
  ] as const
  return named.map(([flag, value]) => (value === undefined ? '' : ` ${flag} ${value}`)).join('')
}

function describeSource(sourceId: string): SourceRecord {
  const sheet = findSource(sourceId)?.sheet
  return {
    sourceId,
    sourceType: sheet?.id ?? 'import',
    name: sheet?.name ?? sourceId,
    kind: sheet?.kind ?? 'dump',
    homePage: sheet?.homePage ?? null,
    terms: 'Not crawled: read from a file.',
    permission: 'Given to vigie as a file by its operator.',
    keeps: sheet?.keeps ?? 'text',
  }
}

function sayFile({ file, format, accounting, newPostings, issues }: FileLine): void {
  const skipped = Object.entries(accounting.skipped).map(([reason, count]) => `${reason} ${count.toLocaleString('en')}`)
  const left = accounting.in - accounting.out
  say(
    `${file} (${format}): ${counted(accounting.in, 'record')} in = ${accounting.out.toLocaleString('en')} out (${newPostings.toLocaleString('en')} new, ${(accounting.out - newPostings).toLocaleString('en')} changed) + ${left.toLocaleString('en')} skipped${skipped.length === 0 ? '' : ` (${skipped.join(', ')})`}`,
  )
  const noted = Object.entries(issues).map(([code, count]) => `${code} ${count.toLocaleString('en')}`)
  if (noted.length > 0) say(`  issues: ${noted.join(', ')}`)
}
