import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wantsRoom, whyUnwritable } from '../../domain/file-fault.ts'
import { renderHtml } from '../../report/render/render-html.ts'
import { renderIndex, type SnapshotEntry, toSnapshotEntry } from '../../report/render/render-index.ts'
import { renderJson } from '../../report/render/render-json.ts'
import { renderMarkdown } from '../../report/render/render-markdown.ts'
import type { ReportModel } from '../../report/report-model.ts'
import { INDEX_FILE } from '../require-writable.ts'
import { UserError } from '../user-error.ts'
import { removeStaged, type StagedFiles, stageFiles } from './stage-files.ts'

/** Names of the files of one report, in its own folder. */
const FILES = { html: 'index.html', markdown: 'report.md', json: 'report.json', entry: 'snapshot.json' } as const

/** Address of the list of reports, seen from a report in a folder of its own beneath it. */
export const INDEX_BESIDE = `../${INDEX_FILE}`

/** Where a report goes, and in what language. */
export interface ReportPlace {
  readonly folder: string
  readonly lang: 'fr' | 'en'
  /** Address of the page that lists all reports, seen from this one; null for none. */
  readonly index: string | null
}

/** A report that is written whole under other names, and waits to be put in place. */
export interface StagedReport extends StagedFiles {
  /** Path of the page, once it is in place. */
  readonly html: string
}

/**
 * Writes the report as HTML, Markdown and JSON into a folder: every file is made under another name first and put in
 * place by a rename, all of them or none, so that a report is never half there. Other files of the folder stay as they
 * are.
 *
 * @throws UserError when the folder cannot be written, now or when the files are put in place.
 */
export function stageReport(model: ReportModel, { folder, lang, index }: ReportPlace): StagedReport {
  const options = { lang }
  const beside = { markdown: FILES.markdown, json: FILES.json, ...(index === null ? {} : { index }) }
  const entry = toSnapshotEntry(model, { html: FILES.html, markdown: FILES.markdown, json: FILES.json })
  const contents: readonly (readonly [string, string])[] = [
    [FILES.html, renderHtml(model, { ...options, beside })],
    [FILES.markdown, renderMarkdown(model, options)],
    [FILES.json, renderJson(model)],
    [FILES.entry, `${JSON.stringify(entry)}\n`],
  ]
  const orExplained = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw cannotWrite(`the report to ${folder}`, error)
    }
  }
  const staged = orExplained(() => stageFiles(folder, contents))
  return { ...staged, publish: () => orExplained(staged.publish), html: join(folder, FILES.html) }
}

function cannotWrite(what: string, error: unknown): UserError {
  const cure = wantsRoom(error)
    ? 'Free some space, then run the same command again.'
    : 'Choose another folder with --out, or with `reports` in the configuration.'
  return new UserError(`Cannot write ${what}: ${whyUnwritable(error)}. ${cure}`, { cause: error })
}

/** The entry of a report written earlier; null when the folder holds none. */
export function readEntry(folder: string): SnapshotEntry | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILES.entry), 'utf8')) as SnapshotEntry
  } catch {
    return null
  }
}

/**
 * Writes the page that lists every report of a folder, whole under another name first, and returns its path. What a
 * killed process has left of a report beside them is cleared away.
 *
 * @throws UserError when it cannot be written.
 */
export function writeIndex(reports: string, lang: 'fr' | 'en'): string {
  const folders = existsSync(reports)
    ? readdirSync(reports, { withFileTypes: true }).filter((each) => each.isDirectory())
    : []
  for (const { name } of folders) removeStaged(join(reports, name), Object.values(FILES))
  const entries = folders.flatMap(({ name }) => {
    const entry = readEntry(join(reports, name))
    return entry === null ? [] : [{ ...entry, files: inFolder(name, entry.files) }]
  })
  const path = join(reports, INDEX_FILE)
  try {
    const staged = stageFiles(reports, [[INDEX_FILE, renderIndex(entries, { lang })]])
    staged.publish()
    staged.settle()
  } catch (error) {
    throw cannotWrite(`the list of reports ${path}`, error)
  }
  return path
}

function inFolder(name: string, files: SnapshotEntry['files']): SnapshotEntry['files'] {
  const at = (file: string | null) => (file === null ? null : `${name}/${file}`)
  return { html: at(files.html), markdown: at(files.markdown), json: at(files.json) }
}
