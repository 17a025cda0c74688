import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wantsRoom, whyUnwritable } from '../../domain/file-fault.ts'
import { renderHtml } from '../../report/render/render-html.ts'
import { renderIndex, type SnapshotEntry, toSnapshotEntry } from '../../report/render/render-index.ts'
import { renderJson } from '../../report/render/render-json.ts'
import { renderMarkdown } from '../../report/render/render-markdown.ts'
import type { ReportModel } from '../../report/report-model.ts'
import { makeFolder } from '../../store/make-folder.ts'
import { UserError } from '../user-error.ts'

/** Names of the files of one report, in its own folder. */
const FILES = { html: 'index.html', markdown: 'report.md', json: 'report.json', entry: 'snapshot.json' } as const

/** Address of the list of reports, seen from a report in a folder of its own beneath it. */
export const INDEX_BESIDE = '../index.html'

/** Where a report was written. */
export interface WrittenReport {
  readonly folder: string
  readonly html: string
}

/** Where a report goes, and in what language. */
export interface ReportPlace {
  readonly folder: string
  readonly lang: 'fr' | 'en'
  /** Address of the page that lists all reports, seen from this one; null for none. */
  readonly index: string | null
}

/** A report that is written whole under other names, and waits to be put in place. */
export interface StagedReport {
  /** Puts the files in place. @throws UserError when they cannot be; none of them is left under its other name. */
  readonly publish: () => WrittenReport
  /** Takes the files away again. */
  readonly discard: () => void
}

/**
 * Writes the report as HTML, Markdown and JSON into a folder: every file is made under another name first and put in
 * place by a rename, so that a report is never half there. Other files of the folder stay as they are.
 *
 * @throws UserError when the folder cannot be written.
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
  const fresh = (name: string) => join(folder, `.${name}.new-${process.pid}`)
  const discard = () => {
    for (const [name] of contents) removeQuietly(fresh(name))
  }
  const orDiscard = (work: () => void) => {
    try {
      work()
    } catch (error) {
      discard()
      throw cannotWrite(`the report to ${folder}`, error)
    }
  }
  orDiscard(() => {
    makeFolder(folder)
    for (const [name, content] of contents) writeFileSync(fresh(name), content)
  })
  return {
    discard,
    publish: () => {
      orDiscard(() => {
        for (const [name] of contents) renameSync(fresh(name), join(folder, name))
      })
      return { folder, html: join(folder, FILES.html) }
    },
  }
}

function cannotWrite(what: string, error: unknown): UserError {
  const cure = wantsRoom(error)
    ? 'Free some space, then run the same command again.'
    : 'Choose another folder with --out, or with `reports` in the configuration.'
  return new UserError(`Cannot write ${what}: ${whyUnwritable(error)}. ${cure}`, { cause: error })
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

/** Writes the page that lists every report of a folder and returns its path. @throws UserError when it cannot be written. */
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
  try {
    writeFileSync(path, renderIndex(entries, { lang }))
  } catch (error) {
    throw cannotWrite(`the list of reports ${path}`, error)
  }
  return path
}

function inFolder(name: string, files: SnapshotEntry['files']): SnapshotEntry['files'] {
  const at = (file: string | null) => (file === null ? null : `${name}/${file}`)
  return { html: at(files.html), markdown: at(files.markdown), json: at(files.json) }
}
