import { decodeBody } from '../shapes/decode-body.ts'
import { IssueLog } from '../shapes/issue-log.ts'
import { isRecord, type JsonRecord, Reader } from '../shapes/reader.ts'
import { readOffer } from '../sources/france-travail/parse.ts'
import { planColumns } from './columns.ts'
import { readCsvRows } from './csv-rows.ts'
import { detectFormat } from './detect-format.ts'
import { DumpError } from './dump-error.ts'
import { DUMP_FORMATS, type DumpFormat, type DumpInput, type DumpRecord } from './dump-record.ts'
import { readJobSpyRow } from './jobspy.ts'
import { readJsonDocument, readJsonLines } from './json-rows.ts'
import { planForRecords, RowReader, toRecord } from './read-row.ts'
import { readSavedPage } from './saved-page.ts'

/**
 * Reads a file of saved ads. Every record becomes a posting or is skipped with a reason; a key seen before in the file
 * is a duplicate. The whole file is parsed before the first record is yielded.
 * @throws DumpError (on the first step) when the file as a whole cannot be read.
 */
export function* readDump(input: DumpInput): Generator<DumpRecord, void, void> {
  const text = typeof input.content === 'string' ? input.content : decode(input.content, input.fileName)
  if (text.trim() === '') throw new DumpError('empty', input.fileName, 'it is empty. Is it the right file?')
  const format = input.format ?? detectFormat(text) ?? unknownFormat(input.fileName)
  const seen = new Set<string>()
  const noted = new Set<string>()
  for (const record of readAs(format, text, input)) {
    if (record.kind === 'issue' && isRepeated(record.issue.code, record.issue.message, noted)) continue
    if (record.kind === 'posting') {
      const key = `${record.sourceId}\n${record.draft.extId}`
      if (seen.has(key)) {
        yield {
          kind: 'skipped',
          sourceId: record.sourceId,
          reason: 'duplicate-in-input',
          ref: record.draft.extId,
        }
        continue
      }
      seen.add(key)
    }
    yield record
  }
}

/** The format a file would be read as; null when it is none that is known. */
export function formatOf(content: string | Uint8Array, fileName: string): DumpFormat | null {
  return detectFormat(typeof content === 'string' ? content : decode(content, fileName))
}

function readAs(format: DumpFormat, text: string, input: DumpInput): Iterable<DumpRecord> {
  switch (format) {
    case 'france-travail':
      return readOffers(offersOf(text, input.fileName))
    case 'jobspy':
      return readJobSpy(text, input.fileName)
    case 'jsonl':
      return readTable(...jsonTable(text, input), 'jsonl', input)
    case 'csv':
      return readCsv(text, input)
    case 'jsonld-html':
      return readSavedPage(text)
  }
}

function* readOffers(offers: readonly unknown[]): Generator<DumpRecord, void, void> {
  for (const offer of offers) {
    if (!isRecord(offer)) {
      yield { kind: 'skipped', sourceId: 'france-travail', reason: 'malformed', ref: null }
      continue
    }
    const log = new IssueLog()
    const draft = readOffer(new Reader(offer, log, null))
    for (const issue of log.list()) yield { kind: 'issue', sourceId: 'france-travail', issue }
    yield toRecord('france-travail', draft)
  }
}

function offersOf(text: string, fileName: string): readonly unknown[] {
  const value = readJsonDocument(text, fileName)
  if (Array.isArray(value)) return value
  if (isRecord(value) && Array.isArray(value['resultats'])) return value['resultats']
  if (isRecord(value) && Object.hasOwn(value, 'intitule')) return [value]
  const message =
    'it holds no list "resultats" of offers, as answers of the France Travail API do. Try another --format.'
  throw new DumpError('malformed', fileName, message)
}

function* readJobSpy(text: string, fileName: string): Generator<DumpRecord, void, void> {
  const isJson = text.trimStart().startsWith('[') || text.trimStart().startsWith('{')
  const rows = isJson ? jsonRecords(text, fileName)[0] : readCsvRows(text, fileName).rows
  for (const row of rows) yield* readJobSpyRow(row)
}

function readCsv(text: string, input: DumpInput): Iterable<DumpRecord> {
  const { columns, rows } = readCsvRows(text, input.fileName)
  const plan = planColumns(columns, input.map ?? {}, input.fileName)
  const reader = new RowReader(plan, 'csv')
  return mapRows(rows, reader)
}

type Malformed = readonly { readonly line: number; readonly excerpt: string }[]

function jsonTable(text: string, input: DumpInput): readonly [readonly JsonRecord[], Malformed] {
  return jsonRecords(text, input.fileName)
}

// A list in one document, or one object a line.
function jsonRecords(text: string, fileName: string): readonly [readonly JsonRecord[], Malformed] {
  if (!isOneDocument(text)) {
    const { records, malformed } = readJsonLines(text, fileName)
    return [records, malformed]
  }
  const list = listIn(readJsonDocument(text, fileName), fileName)
  const malformed = list.flatMap((item, index) => (isRecord(item) ? [] : [{ line: index + 1, excerpt: typeof item }]))
  return [list.filter(isRecord), malformed]
}

// A list, or an object over several lines; objects on lines of their own are JSONL.
function isOneDocument(text: string): boolean {
  const start = text.trimStart()
  if (!start.startsWith('{')) return start.startsWith('[')
  const end = start.indexOf('\n')
  const line = end === -1 ? start : start.slice(0, end)
  return !line.trimEnd().endsWith('}') && !line.startsWith('{"')
}

function listIn(value: unknown, fileName: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  const lists = isRecord(value) ? Object.values(value).filter(Array.isArray) : []
  const [only] = lists
  if (only !== undefined && lists.length === 1) return only
  const message = 'it is one JSON object and not a list of ads. Save the list, or one object on each line.'
  throw new DumpError('malformed', fileName, message)
}

function* readTable(
  records: readonly JsonRecord[],
  malformed: Malformed,
  format: DumpFormat,
  input: DumpInput,
): Generator<DumpRecord, void, void> {
  const reader = new RowReader(planForRecords(records, input.map ?? {}, input.fileName), format)
  for (const { line, excerpt } of malformed) {
    const message = `Line ${line} is not a JSON object; it is left out.`
    yield {
      kind: 'issue',
      sourceId: null,
      issue: { code: 'line-malformed', severity: 'warning', message, ref: `line ${line}`, excerpt },
    }
    yield { kind: 'skipped', sourceId: null, reason: 'malformed', ref: `line ${line}` }
  }
  yield* mapRows(records, reader)
}

function* mapRows(rows: readonly JsonRecord[], reader: RowReader): Generator<DumpRecord, void, void> {
  yield* reader.unused()
  for (const row of rows) yield* reader.read(row)
}

// A column that is not mapped is said once, not once a record.
function isRepeated(code: string, message: string, noted: Set<string>): boolean {
  if (code !== 'unmapped-field') return false
  if (noted.has(message)) return true
  noted.add(message)
  return false
}

function decode(bytes: Uint8Array, fileName: string): string {
  const body = decodeBody({ body: bytes, contentType: null })
  if (body.kind === 'text') return body.text
  throw new DumpError('malformed', fileName, body.message)
}

function unknownFormat(fileName: string): never {
  const message = `its format is not recognised. Say which it is with --format ${DUMP_FORMATS.join('|')}.`
  throw new DumpError('unknown-format', fileName, message)
}
