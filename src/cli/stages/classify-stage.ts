import { groupPostings } from '../../classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../../classify/vacancy/sign-text.ts'
import type { Clock } from '../../domain/clock.ts'
import type { ReadInput } from '../../domain/reading.ts'
import type { VigieDatabase } from '../../store/open-database.ts'
import { countPostingsToRead, type PostingToRead, postingsToRead } from '../../store/readings/postings-to-read.ts'
import { ReadingWriter } from '../../store/readings/reading-writer.ts'
import { postingsToGroup } from '../../store/vacancies/postings-to-group.ts'
import { signTexts } from '../../store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../../store/vacancies/vacancy-writer.ts'
import { openReader } from '../open-reader.ts'

/** What reading the stored postings came to. */
export interface ClassifySummary {
  /** Postings read now; those whose reading was up to date are left alone. */
  readonly read: number
  readonly vacancies: number
  readonly version: string
}

/** How to read the stored postings. */
export interface ClassifyOptions {
  readonly all: boolean
  readonly clock: Clock
  /** Called now and then with the postings read so far and in all. */
  readonly onProgress?: (done: number, total: number) => void
}

const BATCH = 200
const EMPTY_INPUT: ReadInput = {
  id: '',
  title: '',
  description: '',
  company: null,
  contract: null,
  salary: null,
  location: null,
  date: null,
}

/** Reads postings whose reading is missing or stale, then groups all postings into vacancies. */
export function classifyStage(database: VigieDatabase, options: ClassifyOptions): ClassifySummary {
  const read = openReader()
  const { version } = read(EMPTY_INPUT)
  const scope = { version, all: options.all }
  const total = countPostingsToRead(database, scope)
  const writer = new ReadingWriter(database)
  const writeBatch = database.transaction((batch: readonly PostingToRead[]) => {
    for (const { postingId, input } of batch) writer.write(postingId, read(input))
  })
  let done = 0
  let batch: PostingToRead[] = []
  const flush = () => {
    writeBatch(batch)
    done += batch.length
    batch = []
    options.onProgress?.(done, total)
  }
  for (const posting of postingsToRead(database, scope)) {
    batch.push(posting)
    if (batch.length === BATCH) flush()
  }
  if (batch.length > 0) flush()
  signTexts(database, TEXT_SIGNER)
  const groups = groupPostings(postingsToGroup(database))
  new VacancyWriter(database).rebuild(groups, new Date(options.clock.now()).toISOString())
  return { read: done, vacancies: groups.length, version }
}
