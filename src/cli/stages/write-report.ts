import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderHtml } from '../../report/render/render-html.ts'
import { renderIndex, type SnapshotEntry, toSnapshotEntry } from '../../report/render/render-index.ts'
import { renderJson } from '../../report/render/render-json.ts'
import { renderMarkdown } from '../../report/render/render-markdown.ts'
import type { ReportModel } from '../../report/report-model.ts'
import { UserError } from '../user-error.ts'

/** Names of the files of one report, in its own folder. */
const FILES = { html: 'index.html', markdown: 'report.md', json: 'report.json', entry: 'snapshot.json' } as const

/** Where a report was written. */
export interface WrittenReport {
  readonly folder: string
  readonly html: string
}

/**
 * Writes the report as HTML, Markdown and JSON into a folder: every file is made under another name first and put in
 * place by a rename, so that a report is never half there. Other files of the folder stay as they are. `index` is the address of the page that lists all reports, seen from this one.
 *
 * @throws UserError when the folder cannot be written.
 */
export function writeReport(
  model: ReportModel,
  folder: string,
  lang: 'fr' | 'en',
  index: string | null = '../index.html',
): WrittenReport {
  const options = { lang }
  const beside = { markdown: FILES.markdown, json: FILES.json, ...(index === null ? {} : { index }) }
  const entry = toSnapshotEntry(model, { html: FILES.html, markdown: FILES.markdown, json: FILES.json })
  const contents: readonly (readonly [string, string])[] = [
    [FILES.html, renderHtml(model, { ...options, beside })],
    [FILES.markdown, renderMarkdown(model, options)],
    [FILES.json, renderJson(model)],
    [FILES.entry, `${JSON.stringify(entry)}\n`],
  ]
  const fresh = (name: string) => join(folder, `.${name}.new-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    for (const [name, content] of contents) writeFileSync(fresh(name), content)
    // All are written before the first is put in place; nothing else in the folder is touched.
    for (const [name] of contents) renameSync(fresh(name), join(folder, name))
  } catch (error) {
    for (const [name] of contents) removeQuietly(fresh(name))
    throw new UserError(
      `Cannot write the report to ${folder}: ${error instanceof Error ? error.message : String(error)}. Free some space or choose another place with --out.`,
      { cause: error },
    )
  }
  return { folder, html: join(folder, FILES.html) }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The folder itself is no folder: there is nothing to remove.
  }
}

/** The entry of a report written earlier; null when the folder holds none. */
export function readEntry(folder: string): SnapshotEntry | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILES.entry), 'utf8')) as SnapshotEntry
  } catch {
    return null
  }
}

/** Writes the page that lists every report of a folder and returns its path. */
export function writeIndex(reports: string, lang: 'fr' | 'en'): string {
  const entries = existsSync(reports)
    ? readdirSync(reports, { withFileTypes: true })
        .filter((each) => each.isDirectory())
        .flatMap(({ name }) => {
          const entry = readEntry(join(reports, name))
          return entry === null ? [] : [{ ...entry, files: inFolder(name, entry.files) }]
        })
    : []
  const path = join(reports, 'index.html')
  writeFileSync(path, renderIndex(entries, { lang }))
  return path
}

function inFolder(name: string, files: SnapshotEntry['files']): SnapshotEntry['files'] {
  const at = (file: string | null) => (file === null ? null : `${name}/${file}`)
  return { html: at(files.html), markdown: at(files.markdown), json: at(files.json) }
}
