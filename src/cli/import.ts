import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { maskPosting } from '../classify/privacy/mask-posting.ts'
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
import type { ExitCode } from './exit-code.ts'
import { type FileLine, importExitCode, type RepeatedOptions, sayFiles } from './import-summary.ts'
import { ImportTally } from './import-tally.ts'
import { openStore } from './open-store.ts'
import { packageVersion } from './package-root.ts'
import { ProgressLine } from './progress-line.ts'
import { refuseMixing } from './refuse-mixing.ts'
import { sameOptions } from './same-options.ts'
import { counted, say, sayJson } from './say.ts'
import { classifyStage } from './stages/classify-stage.ts'
import { systemClock } from './system-clock.ts'
import { UserError } from './user-error.ts'
import { withRunLock } from './with-run-lock.ts'

interface ImportOptions extends RepeatedOptions {
  readonly seen?: string
}

/** `vigie import FILE…`: every file is read whole before anything is stored, and all of it is stored or nothing. */
export async function runImport(options: ImportOptions, files: readonly string[]): Promise<ExitCode> {
  const config = readConfig(options)
  const inputs = files.map((file) => readInput(file, options))
  const drafts = inputs.map((input, index) => ({ input, path: files[index] ?? '', records: [...readDump(input)] }))
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
        sayFiles(lines, options)
        say(
          `${counted(classified.read, 'ad')} read, ${counted(classified.vacancies, 'vacancy', 'vacancies')} in the database`,
        )
        say(`Next: vigie report${sameOptions(options)}`)
      }
      return importExitCode(lines)
    })
  } finally {
    database.close()
  }
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

/** What every file holds, and its path as it was given. */
type Drafts = readonly {
  readonly input: DumpInput
  readonly path: string
  readonly records: readonly DumpRecord[]
}[]

function store(database: VigieDatabase, drafts: Drafts, { seen, source }: ImportOptions): FileLine[] {
  const startedAt = systemClock.now()
  const day = isoDay(startedAt)
  const writer = new ImportWriter(database, { day, startedAt, version: packageVersion(), describeSource })
  const undatedIds = new Set<number>()
  const lines = drafts.map(({ input, path, records }) => {
    const format = input.format ?? formatOf(input.content, input.fileName) ?? 'jsonl'
    const tally = new ImportTally(undatedIds)
    // A record that names no site comes under its format's name.
    const sourceOf = (own: string | null) => (own === null || own === format ? (source ?? format) : own)
    for (const record of records) {
      const sourceId = sourceOf(record.sourceId)
      if (record.kind === 'issue') {
        tally.note(record.issue)
        writer.note(sourceId, record.issue)
      } else if (record.kind === 'skipped') {
        tally.skip(record)
        writer.skip(sourceId, record.reason)
      } else tally.take(writer.write(sourceId, maskPosting(record.draft), record.seenOn ?? seen ?? null))
    }
    return { file: input.fileName, path, format, ...tally.counts() }
  })
  writer.finish(systemClock.now())
  return lines
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
