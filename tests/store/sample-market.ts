import { groupPostings } from '../../src/classify/vacancy/group-postings.ts'
import { TEXT_SIGNER } from '../../src/classify/vacancy/sign-text.ts'
import { CONTRACTS, type Contract } from '../../src/domain/contract.ts'
import { MISSIONS } from '../../src/domain/mission.ts'
import type { PostingDraft } from '../../src/domain/posting.ts'
import { EMPTY_POSTING } from '../../src/domain/posting.ts'
import { EMPLOYER_KINDS, type PostingReading, SIZE_CLASSES } from '../../src/domain/reading.ts'
import { ROLES } from '../../src/domain/role.ts'
import { SOURCE_KINDS } from '../../src/domain/source.ts'
import type { VigieDatabase } from '../../src/store/open-database.ts'
import { PostingWriter } from '../../src/store/postings/posting-writer.ts'
import { postingsToRead } from '../../src/store/readings/postings-to-read.ts'
import { ReadingWriter } from '../../src/store/readings/reading-writer.ts'
import { upsertSource } from '../../src/store/sources/upsert-source.ts'
import { postingsToGroup } from '../../src/store/vacancies/postings-to-group.ts'
import { signTexts } from '../../src/store/vacancies/sign-texts.ts'
import { VacancyWriter } from '../../src/store/vacancies/vacancy-writer.ts'
import { reading } from './reading.ts'
import { BOARD } from './temporary-database.ts'

/** Numbers in [0, 1) from a seed (mulberry32): the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SYLLABLES = 'ma ni re co mu na ti on la di gé ter sou pla ce vou é qui pro jet ré seau dé ve lop per'.split(' ')

/** A vocabulary of made-up words; short ones first, as in a language. */
function makeWords(count: number, random: () => number): readonly string[] {
  const words = new Set<string>()
  while (words.size < count) {
    const length = 1 + Math.floor(random() * 4)
    let word = ''
    for (let index = 0; index < length; index++) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)]
    words.add(words.size < count / 2 ? word : `${word}${words.size.toString(36)}`)
  }
  return [...words]
}

/** Made-up ads about `bytes` long, words as unevenly frequent as in a language (Zipf); four in forty are copies of one other. */
export function* syntheticDrafts(count: number, bytes: number, seed = 1): Generator<PostingDraft> {
  const random = seededRandom(seed)
  const words = makeWords(12_000, random)
  const word = () => words[Math.floor(words.length ** random()) - 1] ?? 'mot'
  const titles = ['Community manager', 'Social media manager', 'Chargé de communication', 'Responsable réseaux sociaux']
  let last: PostingDraft | null = null
  for (let index = 0; index < count; index++) {
    const parts: string[] = []
    for (let written = 0; written < bytes; ) {
      const next = word()
      parts.push(random() < 0.12 ? `${next}.` : next)
      // Half of the made-up words carry an accent, a byte more than their letters.
      written += next.length + 1.5
    }
    const description = parts.join(' ')
    const day = `2026-${String(1 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
    const fresh: PostingDraft = {
      ...EMPTY_POSTING,
      extId: `synthetic-${index}`,
      url: `https://board.example/ads/${index}`,
      title: `${titles[index % titles.length]} ${word()} F/H`,
      description,
      hiringOrganization: index % 3 === 0 ? null : `Maison ${words[index % 4_000]}`,
      jobLocation: `${10 + (index % 80)} - ${word()}`,
      employmentType: 'CDI',
      datePosted: day,
    }
    const isCopy = last !== null && index % 40 >= 36
    const draft: PostingDraft = isCopy ? { ...(last ?? fresh), extId: fresh.extId, url: fresh.url } : fresh
    last = draft
    yield draft
  }
}

const pick = <Value>(values: readonly Value[], random: () => number): Value =>
  values[Math.floor(random() * values.length)] as Value

/** Copies of one ad state one contract. */
function contractOf(postingId: number): Contract {
  return CONTRACTS[Math.floor(postingId / 40) % CONTRACTS.length] ?? 'unknown'
}

/** A made-up reading of any ad. */
export function syntheticReading(seed: number, quoted: string): PostingReading {
  const random = seededRandom(seed)
  const eur = 24_000 + Math.floor(random() * 300) * 100
  const base = reading()
  const isDayRate = Math.floor(seed / 40) % 8 === 3
  return reading({
    role: pick(ROLES, random),
    titleRole: pick(ROLES, random),
    mismatch: random() < 0.1,
    missions: MISSIONS.filter(() => random() < 0.3),
    tools: random() < 0.4 ? ['canva', 'hootsuite'] : [],
    platforms: ['facebook', 'instagram'].filter(() => random() < 0.6),
    skills: random() < 0.5 ? ['reactivity'] : [],
    strategyLevel: pick(['define', 'contribute', null], random),
    salary:
      random() < 0.4 && !isDayRate
        ? { kind: 'absent' }
        : {
            kind: 'stated',
            min: isDayRate ? 350 : eur,
            max: isDayRate ? 400 : eur + 4_000,
            period: isDayRate ? 'day' : 'year',
            basis: 'gross',
            currency: 'EUR',
            months: null,
            grossAnnualEur: isDayRate ? null : { min: eur, max: eur + 4_000 },
            grossAnnualEurEstimated: null,
            repaired: null,
            quoted: 'brut',
          },
    attributes: {
      ...base.attributes,
      contract: isDayRate ? 'freelance' : contractOf(seed),
      studyFields: random() < 0.3 ? ['marketing'] : [],
      educationYears: pick([null, 2, 3, 5], random),
      experienceYears: { min: pick([null, 0, 2, 3, 5, 8], random), max: null },
      place: {
        communeCode: null,
        communeName: null,
        departmentCode: String(10 + (Math.floor(seed / 40) % 80)),
        regionCode: String(10 + (Math.floor(seed / 40) % 10)),
        country: 'FR',
      },
      employerKind: pick(EMPLOYER_KINDS, random),
      employerSize: pick([...SIZE_CLASSES, null], random),
      remote: pick([null, 'none', 'partial', 'full'] as const, random),
      budgetsEur: random() < 0.05 ? [5_000] : [],
    },
    evidence: [
      { reading: 'mission:animation', field: 'description', start: 0, end: quoted.length, quoted },
      { reading: 'salary', field: 'description', start: 0, end: quoted.length, quoted },
    ],
  })
}

/** Fills a database with a made-up market: sources, runs, sightings, readings, vacancies, a snapshot with verdicts. */
export function fillSampleMarket(database: VigieDatabase, count: number, chars = 600): void {
  SOURCE_KINDS.forEach((kind, index) => {
    upsertSource(database, { ...BOARD, sourceId: `source-${index}`, kind, name: `Source ${index}` })
  })
  const writer = new PostingWriter(database)
  const readings = new ReadingWriter(database)
  database.transaction(() => {
    startRuns(database)
    let index = 0
    for (const draft of syntheticDrafts(count, chars)) {
      const { postingId } = writer.write(`source-${index % SOURCE_KINDS.length}`, draft, draft.datePosted)
      writer.sight(postingId, (index % SOURCE_KINDS.length) + 1, '2026-09-30', null)
      index++
    }
    for (const draft of syntheticDrafts(1, chars, 2)) {
      writer.write('source-0', { ...draft, extId: 'first-time' }, '2026-01-05')
      writer.write('source-0', { ...draft, extId: 'second-time', url: null }, '2026-02-05')
    }
    database.exec(`UPDATE posting SET gone_on_date = '2026-10-02' WHERE posting_id % 7 = 0`)
    for (const { postingId, input } of postingsToRead(database, { version: '1' })) {
      readings.write(postingId, syntheticReading(postingId, input.description.slice(0, 12)))
    }
  })()
  signTexts(database, TEXT_SIGNER)
  new VacancyWriter(database).rebuild(groupPostings(postingsToGroup(database)), '2026-10-01T00:00:00Z')
  takeSnapshot(database)
}

function startRuns(database: VigieDatabase): void {
  database.exec(`
    INSERT INTO run (kind, started_at, finished_at, seen_on_date, version)
      VALUES ('crawl', '2026-09-30T02:00:00Z', '2026-09-30T03:00:00Z', '2026-09-30', 'test');
    INSERT INTO run_source (run_id, source_id, started_at, finished_at, outcome, pages)
      SELECT 1, source_id, '2026-09-30T02:00:00Z', '2026-09-30T03:00:00Z', 'complete', 3 FROM source ORDER BY source_id;
    INSERT INTO accounting SELECT run_source_id, 'parse', 12, 10 FROM run_source;
    INSERT INTO accounting_skip SELECT run_source_id, 'parse', 'no-title', 2 FROM run_source;`)
}

function takeSnapshot(database: VigieDatabase): void {
  database.exec(`
    INSERT INTO claim VALUES ('T-pay', 'T', 'Un CM gagne 30 k€.', 'A CM earns 30 k€.', '{}');
    INSERT INTO snapshot VALUES ('2026-10-01', '2026-10-01', '2025-10-01', '{}');
    INSERT INTO stat_cell SELECT '2026-10-01', 'vacancies', 'all', 'count', NULL, NULL, NULL, 0, COUNT(*), 0, 0 FROM vacancy;
    INSERT INTO stat_cell VALUES ('2026-10-01', 'median-pay', 'cm', 'eur-year', 30000, 29000, 31000, 40, 38, 20, 0.4);
    INSERT INTO verdict VALUES ('2026-10-01', 'T-pay', 'supported', 30000, 29000, 31000, 'eur-year', 28500, 31500, 38, 20, 0.4, 0, '[]');
    INSERT INTO verdict_vacancy SELECT '2026-10-01', 'T-pay', vacancy_id, 'population', 30000, cluster_key FROM vacancy;`)
}
