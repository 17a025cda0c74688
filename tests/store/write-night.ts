import { createHash } from 'node:crypto'
import { groupPostings } from '../../src/classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../../src/classify/vacancy/sign-text.ts'
import type { Capture } from '../../src/domain/capture.ts'
import type { CrawlRequest } from '../../src/domain/crawl.ts'
import type { PostingDraft } from '../../src/domain/posting.ts'
import { CrawlRun } from '../../src/store/crawl/crawl-run.ts'
import { openDatabase, type VigieDatabase } from '../../src/store/open-database.ts'
import { postingsToRead } from '../../src/store/readings/postings-to-read.ts'
import { ReadingWriter } from '../../src/store/readings/reading-writer.ts'
import { upsertSource } from '../../src/store/sources/upsert-source.ts'
import { postingsToGroup } from '../../src/store/vacancies/postings-to-group.ts'
import { signTexts } from '../../src/store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../../src/store/vacancies/vacancy-writer.ts'
import { syntheticDrafts, syntheticReading } from './sample-market.ts'
import { BOARD, migrationsFolder } from './temporary-database.ts'

/** Told of each step; the next one waits for what it returns. */
export type Tell = () => void | Promise<void>

const PAGES = 24
const POSTINGS_PER_PAGE = 5

/**
 * Writes as a night does (pages, readings, vacancies) and tells of each step; killed and begun again, it goes on where
 * the file says it stopped.
 */
export async function writeNight(path: string, seed: number, tell: Tell): Promise<void> {
  const database = openDatabase({ path, migrationsFolder })
  try {
    upsertSource(database, BOARD)
    await crawl(database, [...syntheticDrafts(PAGES * POSTINGS_PER_PAGE, 1_500, seed)], tell)
    await read(database, tell)
    await group(database, tell)
  } finally {
    database.close()
  }
}

function toRequest(_: unknown, page: number): CrawlRequest {
  const url = `https://board.example/${page}`
  const fixed = { method: 'GET', body: null, headers: {}, purpose: 'listing', via: 'http', depth: 0 } as const
  return { ...fixed, key: url, url, context: { page } }
}

function toCapture(url: string, body: Buffer): Capture {
  const sha256 = createHash('sha256').update(body).digest('hex')
  const facts = { fetchedAt: 0, status: 200, contentType: 'text/html', headers: {}, renderedInBrowser: false }
  return { ...facts, url, finalUrl: url, body, sha256 }
}

async function crawl(database: VigieDatabase, drafts: readonly PostingDraft[], tell: Tell): Promise<void> {
  const isFinished = database.prepare('SELECT 1 FROM run WHERE finished_at IS NOT NULL').get() !== undefined
  if (isFinished) return
  const options = { kind: 'crawl', seenOnDate: '2026-01-01', version: 'test' } as const
  const run = new CrawlRun(database, { ...options, prepare: (draft) => draft, now: () => 1_000 })
  const source = run.openSource(BOARD.sourceId)
  if (source.kind === 'open') {
    const { frontier, sink } = source
    frontier.enqueue(Array.from({ length: PAGES }, toRequest))
    for (let leases = frontier.lease(3, 1_000); leases.length > 0; leases = frontier.lease(3, 1_000)) {
      await Promise.all(
        leases.map(async (lease) => {
          const page = Number(lease.request.context['page'])
          const postings = drafts.slice(page * POSTINGS_PER_PAGE, (page + 1) * POSTINGS_PER_PAGE)
          const skipped = [{ reason: 'no-title', ref: null }] as const
          const capture = toCapture(lease.request.url, Buffer.from(JSON.stringify(postings)))
          await sink.record(lease, capture, { postings, skipped, follow: [], issues: [], rung: 'json-ld' })
          await tell()
        }),
      )
    }
    run.finishSource({
      sourceId: BOARD.sourceId,
      outcome: 'complete',
      explanation: null,
      ...{ pages: PAGES, bytes: 0, postingsFound: 0, postingsNew: 0, accounting: [], issues: {} },
    })
  }
  run.finish()
}

async function read(database: VigieDatabase, tell: Tell): Promise<void> {
  const writer = new ReadingWriter(database)
  const writeOne = database.transaction((postingId: number, quoted: string) =>
    writer.write(postingId, syntheticReading(postingId, quoted)),
  )
  for (const { postingId, input } of postingsToRead(database, { version: '1' })) {
    writeOne(postingId, input.description.slice(0, 9))
    if (postingId % 20 === 0) await tell()
  }
}

async function group(database: VigieDatabase, tell: Tell): Promise<void> {
  signTexts(database, TEXT_SIGNER)
  await tell()
  new VacancyWriter(database).rebuild(groupPostings(postingsToGroup(database)), '2026-01-01T00:00:00Z')
  await tell()
}
