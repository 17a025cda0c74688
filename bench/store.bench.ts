import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupPostings } from '../src/classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../src/classify/vacancy/sign-text.ts'
import type { PostingDraft } from '../src/domain/posting.ts'
import { openDatabase, type VigieDatabase } from '../src/store/open-database.ts'
import { POSTING_COLUMNS, textSha256, toPostingRow } from '../src/store/postings/posting-row.ts'
import { PostingWriter } from '../src/store/postings/posting-writer.ts'
import { readNamedQueries } from '../src/store/queries/named-query.ts'
import { runNamedQuery } from '../src/store/queries/run-query.ts'
import { postingsToRead } from '../src/store/readings/postings-to-read.ts'
import { ReadingWriter } from '../src/store/readings/reading-writer.ts'
import { upsertSource } from '../src/store/sources/upsert-source.ts'
import { postingsToGroup } from '../src/store/vacancies/postings-to-group.ts'
import { signTexts } from '../src/store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../src/store/vacancies/vacancy-writer.ts'
import { syntheticDrafts, syntheticReading } from '../tests/store/sample-market.ts'
import { BOARD, migrationsFolder } from '../tests/store/temporary-database.ts'

/*
 * The store under 100,000 made-up ads of 3 KB: time to insert them with the full-text index against bare prepared
 * inserts of the same rows and one rebuild of the index (alternated, median of three), bytes per ad, seconds to group
 * them, milliseconds of every named query, all in processor time. Run: npx tsx bench/store.bench.ts [ads] [runs]
 */
const ADS = Number(process.argv[2] ?? 100_000)
const RUNS = Number(process.argv[3] ?? 3)
const BYTES_PER_AD = 3_072
const BATCH = 1_000
const MOST_TIMES_BARE = 2
const MOST_BYTES_PER_AD = 6_144
const MOST_GROUPING_S = 60
const MOST_QUERY_MS = 1_000

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const failures: string[] = []

function check(name: string, value: number, most: number, unit: string): void {
  const isKept = value <= most
  if (!isKept) failures.push(name)
  console.log(`${isKept ? 'ok  ' : 'MISS'} ${name}: ${value.toFixed(2)} ${unit} (at most ${most})`)
}

function open(name: string): VigieDatabase {
  const database = openDatabase({ path: join(folder, name), migrationsFolder })
  upsertSource(database, BOARD)
  return database
}

/** Seconds of processor time: the store waits for nothing else, and other programs on the machine do not count. */
function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

/** The least any program can do: the same rows by prepared inserts in one transaction, then the index in one go. */
function insertBare(database: VigieDatabase, drafts: readonly PostingDraft[]): void {
  const posting = database.prepare(`
    INSERT INTO posting (posting_id, source_id, ext_id, first_seen_on_date, last_seen_on_date, current_text_id,
      ${POSTING_COLUMNS.join(', ')})
    VALUES (:posting_id, 'board', :ext_id, :seen_on, :seen_on, :posting_id, ${POSTING_COLUMNS.map((c) => `:${c}`).join(', ')})`)
  const text = database.prepare(`
    INSERT INTO posting_text (text_id, posting_id, title, description, text_sha256, seen_from_date)
    VALUES (?, ?, ?, ?, ?, ?)`)
  const rows = drafts.map((draft, index) => ({
    row: { ...toPostingRow(draft), posting_id: index + 1, ext_id: draft.extId, seen_on: draft.datePosted },
    text: [
      index + 1,
      index + 1,
      draft.title,
      draft.description,
      textSha256(draft.title, draft.description),
      draft.datePosted,
    ],
  }))
  // Rows come in an order that keys could only check at the end, by scans: bare inserts do without the check.
  database.pragma('foreign_keys = OFF')
  bareSeconds.push(
    seconds(() => {
      database.transaction(() => {
        for (const { row, text: values } of rows) {
          posting.run(row)
          text.run(values)
        }
        database.exec(`INSERT INTO posting_fts (posting_fts) VALUES ('rebuild')`)
      })()
      database.pragma('wal_checkpoint(TRUNCATE)')
    }),
  )
}

/** What the program does: look up, hash, version, index, batch by batch. */
function insertOurs(database: VigieDatabase, drafts: readonly PostingDraft[]): void {
  const writer = new PostingWriter(database)
  const writeBatch = database.transaction((batch: readonly PostingDraft[]) => {
    for (const draft of batch) writer.write('board', draft, draft.datePosted)
  })
  ourSeconds.push(
    seconds(() => {
      for (let start = 0; start < drafts.length; start += BATCH) writeBatch(drafts.slice(start, start + BATCH))
      database.pragma('wal_checkpoint(TRUNCATE)')
    }),
  )
}

const bareSeconds: number[] = []
const ourSeconds: number[] = []
const drafts = [...syntheticDrafts(ADS, BYTES_PER_AD)]
for (let run = 0; run < RUNS; run++) {
  for (const [name, insert] of [
    ['bare', insertBare],
    ['ours', insertOurs],
  ] as const) {
    const database = open(`${name}-${run}.sqlite`)
    insert(database, drafts)
    database.close()
    if (name === 'bare' || run < RUNS - 1) rmSync(join(folder, `${name}-${run}.sqlite`))
  }
}
console.log(`bare inserts and rebuild ${bareSeconds.map((s) => s.toFixed(1)).join(', ')} s`)
console.log(`PostingWriter            ${ourSeconds.map((s) => s.toFixed(1)).join(', ')} s`)
check('inserting with the text index', median(ourSeconds) / median(bareSeconds), MOST_TIMES_BARE, '× bare')

const path = join(folder, `ours-${RUNS - 1}.sqlite`)
const database = open(`ours-${RUNS - 1}.sqlite`)
check('file, texts and index', statSync(path).size / ADS, MOST_BYTES_PER_AD, 'bytes per ad')

const readings = new ReadingWriter(database)
const reading = seconds(() => {
  database.transaction(() => {
    for (const { postingId, input } of postingsToRead(database, { version: '1' })) {
      readings.write(postingId, syntheticReading(postingId, input.description.slice(0, 12)))
    }
  })()
})
console.log(`storing the readings took ${reading.toFixed(1)} s`)
const signing = seconds(() => signTexts(database, TEXT_SIGNER))
let vacancies = 0
const grouping = seconds(() => {
  const groups = groupPostings(postingsToGroup(database))
  vacancies = groups.length
  new VacancyWriter(database).rebuild(groups, '2026-01-01T00:00:00Z')
})
check(`signing and grouping into ${vacancies} vacancies`, signing + grouping, MOST_GROUPING_S, 's')
check('grouping again', grouping, MOST_GROUPING_S, 's')
database.exec('ANALYZE')
database.pragma('wal_checkpoint(TRUNCATE)')
console.log(`     with readings, vacancies and signatures: ${(statSync(path).size / ADS).toFixed(0)} bytes per ad`)

const times = readNamedQueries(join(import.meta.dirname, '../db/queries')).map((query) => {
  const ms = 1_000 * seconds(() => void [...runNamedQuery(database, query).rows].length)
  return { name: query.name, ms }
})
for (const { name, ms } of times.sort((a, b) => b.ms - a.ms).slice(0, 8))
  console.log(`     ${name} ${ms.toFixed(0)} ms`)
check(`slowest of ${times.length} named queries (${times[0]?.name})`, times[0]?.ms ?? 0, MOST_QUERY_MS, 'ms')

database.close()
rmSync(folder, { recursive: true })
if (failures.length > 0) {
  console.log(`missed: ${failures.join(', ')}`)
  process.exitCode = 1
}
