import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../store/make-folder.ts'
import type { Config } from './config/config.ts'

/** Name of the file in the folder of reports that says how the last run ended. */
const SUMMARY_FILE = 'summary.json'

/** Writes how a run ended; whoever reads it meanwhile finds the one before, whole. */
export function writeSummary({ reports }: Config, summary: object): void {
  makeFolder(reports)
  const path = join(reports, SUMMARY_FILE)
  const fresh = `${path}.new`
  writeFileSync(fresh, `${JSON.stringify(summary, null, 2)}\n`)
  renameSync(fresh, path)
}
