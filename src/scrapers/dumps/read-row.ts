import { createHash } from 'node:crypto'
import { EMPTY_POSTING, type PostingDraft } from '../../domain/posting.ts'
import { countryCode } from '../shapes/country-code.ts'
import { endsCut } from '../shapes/ends-cut.ts'
import { IssueLog } from '../shapes/issue-log.ts'
import { pathKey } from '../shapes/job-page.ts'
import { type JsonRecord, Reader } from '../shapes/reader.ts'
import { type ColumnPlan, type DumpField, FIELD_NAMES, planColumns } from './columns.ts'
import type { DumpRecord } from './dump-record.ts'

/** Reads the records of a table by a plan of its columns. */
export class RowReader {
  readonly #plan: ColumnPlan
  readonly #format: string

  constructor(plan: ColumnPlan, format: string) {
    this.#plan = plan
    this.#format = format
  }

  /** Says once which columns of the file are not used. */
  unused(): readonly DumpRecord[] {
    const { unmapped } = this.#plan
    if (unmapped.length === 0) return []
    const shown = unmapped.slice(0, 30).join(', ')
    const message = `Columns that are not used: ${shown}. Use one with --map FIELD=COLUMN.`
    const issue = { code: 'unmapped-field', severity: 'warning', message, ref: null, excerpt: null } as const
    return [{ kind: 'issue', sourceId: null, issue }]
  }

  /** The draft of one row, its issues, and the site it names. */
  read(row: JsonRecord): readonly DumpRecord[] {
    const log = new IssueLog()
    const reader = new Reader(row, log, null)
    const column = (field: DumpField): string => this.#plan.columnOf.get(field) ?? FIELD_NAMES[field][0]
    const url = reader.string(column('url'))
    const id = reader.string(column('id'))
    const extId = id ?? (url === null ? hashOf(row) : pathKey(url))
    reader.ref = extId
    const draft: PostingDraft = {
      ...EMPTY_POSTING,
      extId,
      url,
      title: reader.label(column('title')) ?? '',
      description: reader.text(column('description')),
      hiringOrganization: reader.label(column('company')),
      jobLocation: reader.label(column('location')),
      postalCode: reader.label(column('postalCode')),
      addressCountry: countryCode(reader.label(column('country'))),
      employmentType: reader.label(column('contract')),
      salaryText: reader.label(column('salary')),
      datePosted: reader.day(column('date')),
      validThrough: reader.day(column('validThrough')),
      experienceText: reader.label(column('experience')),
      educationText: reader.label(column('education')),
      workTimeText: reader.label(column('workTime')),
      employerSizeText: reader.label(column('employerSize')),
      industryText: reader.label(column('industry')),
      romeCode: reader.label(column('romeCode')),
      language: reader.label(column('language')),
    }
    const sourceId = reader.label(column('site')) ?? this.#format
    return [...log.list().map((issue) => ({ kind: 'issue', sourceId, issue }) as const), toRecord(sourceId, draft)]
  }
}

/** A posting, or why the record is none. */
export function toRecord(sourceId: string, draft: PostingDraft): DumpRecord {
  if (draft.extId === '') return { kind: 'skipped', sourceId, reason: 'no-id', ref: draft.url }
  if (draft.title === '') return { kind: 'skipped', sourceId, reason: 'no-title', ref: draft.extId }
  if (draft.description === '') return { kind: 'skipped', sourceId, reason: 'no-text', ref: draft.extId }
  const isTruncated = draft.isTruncated || endsCut(draft.description)
  return { kind: 'posting', sourceId, draft: { ...draft, isTruncated }, seenOn: draft.datePosted }
}

/** Key of a record that has neither an id nor an address: a hash of what it says, so that it is known again. */
export function hashOf(row: JsonRecord): string {
  const hash = createHash('sha256')
  for (const [key, value] of Object.entries(row)) {
    // An object told as text says nothing of itself, or throws when it has a `toString` of its own.
    const said = typeof value === 'object' ? JSON.stringify(value) : String(value)
    hash.update(`${key}\u0000${said}\u0001`)
  }
  return `sha256:${hash.digest('hex').slice(0, 32)}`
}

/** The plan for records that need not all have the same keys. */
export function planForRecords(
  records: readonly JsonRecord[],
  map: Readonly<Record<string, string>>,
  fileName: string,
): ColumnPlan {
  const columns = new Set<string>()
  for (const record of records) for (const key of Object.keys(record)) columns.add(key)
  return planColumns([...columns], map, fileName)
}
