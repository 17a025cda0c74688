import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/store/open-database.ts'
import { addVacancies } from '../tests/report/market-database.ts'
import { drawVacancies } from './report/draw-vacancies.ts'

/*
 * Time of a whole report: a process of its own opens a database file of so many vacancies, judges all claims, stores the
 * snapshot and writes HTML, Markdown and JSON. From 5,000 vacancies in under 10 s, from 100,000 in under 60 s, in processor
 * time of that process (its start included): it waits for nothing, and other programs on the machine do not count.
 * `npx tsx bench/report.bench.ts [vacancies …]`
 */
const PROMISES: Readonly<Record<number, number>> = { 5000: 10, 100000: 60 }

interface Outcome {
  readonly seconds: number
  readonly writing: number
  readonly processor: number
  readonly claims: number
  readonly verdicts: Readonly<Record<string, number>>
  readonly megabytes: Readonly<Record<string, number>>
}

function measure(vacancies: number): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-report-bench-'))
  try {
    const path = join(folder, 'vigie.sqlite')
    const db = openDatabase({ path, migrationsFolder: join(import.meta.dirname, '../db/migrations') })
    addVacancies(db, drawVacancies(vacancies))
    db.close()
    const once = join(import.meta.dirname, 'report/report-once.ts')
    return JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', once, path, join(folder, 'report')], { encoding: 'utf8' }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const vacancies of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5000, 100_000]) {
  const { seconds, writing, processor, claims, verdicts, megabytes } = measure(vacancies)
  const most = PROMISES[vacancies] ?? Number.POSITIVE_INFINITY
  if (processor > most) process.exitCode = 1
  console.log(
    `${processor <= most ? 'ok  ' : 'MISS'} report from ${vacancies.toLocaleString('en')} vacancies: ${processor.toFixed(1)} s of processor time for ${claims} claims (at most ${most} s); ${seconds.toFixed(1)} s by the clock, ${writing.toFixed(1)} s of it to write the files`,
  )
  console.log(
    `     ${Object.entries(megabytes)
      .map(([name, size]) => `${name} ${size.toFixed(2)} MB`)
      .join(', ')}; ${Object.entries(verdicts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ')}`,
  )
}
