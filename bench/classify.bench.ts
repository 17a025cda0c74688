import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { compileLexicon } from '../src/classify/lexicon/compile-lexicon.ts'
import { loadProfiles } from '../src/classify/lexicon/load-profiles.ts'
import { createReader } from '../src/classify/read-posting.ts'
import { normalise } from '../src/classify/text/normalise.ts'
import { TokenBuffer } from '../src/classify/text/tokenise.ts'
import { centroid, cosine, TfIdfModel } from '../src/classify/tfidf/tfidf-model.ts'
import { openPartReaders, openReader } from '../src/cli/open-reader.ts'
import type { ReadInput } from '../src/domain/reading.ts'
import { sharedPath } from '../tests/shared-folder.ts'

/*
 * Speed of reading, one core: ads per CPU-second for role, missions, skills and pay; how it holds from 1,000 to 100,000 ads; memory; and TF-IDF cosine alone against natural's tokenizeAndStem + TfIdf, alternated, median of five.
 * Real ads when the folder of real ads is there, else the project's own. Run: npx tsx bench/classify.bench.ts [ads]
 */
/** In a process of its own: code that several readers run is compiled for none of them. */
const IS_WHOLE = process.argv[2] === 'whole'
const MANY = IS_WHOLE ? 0 : Number(process.argv[2] ?? 100_000)
const LEAST_RATE = 5_000
const LEAST_LINEARITY = 0.8
const MOST_RSS_MB = 400
const LEAST_TFIDF_RATIO = 10
const RUNS = 5

const EMPTY = { id: '', company: null, contract: null, salary: null, location: null, date: null } as const

const root = resolve(import.meta.dirname, '..')
const profilesFolder = resolve(root, 'profiles')
const file = sharedPath('data/ads.jsonl') ?? resolve(root, 'fixtures/gold/ads.jsonl')
const ads = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): ReadInput => {
    const { id, title, company, contract, salary, location, date, description } = JSON.parse(line)
    return {
      id,
      title,
      description,
      company: company ?? null,
      contract: contract ?? null,
      salary: salary ?? null,
      location: location ?? null,
      date: date ?? null,
    }
  })

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Ads a CPU-second over `count` ads, the ads at hand taken in turn. */
function rateOf(read: (input: ReadInput) => unknown, count: number): number {
  const seconds = cpuSeconds(() => {
    for (let index = 0; index < count; index++) {
      const ad = ads[index % ads.length]
      if (ad !== undefined) read(ad)
    }
  })
  return count / seconds
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

let missed = false
function report(holds: boolean, text: string): void {
  if (!holds) missed = true
  console.log(`${holds ? 'ok  ' : 'MISS'} ${text}`)
}

const profiles = loadProfiles(profilesFolder)
if (IS_WHOLE) {
  const whole = openReader()
  rateOf(whole, 3_000)
  console.log(rateOf(whole, 6_000).toFixed(0))
  process.exit(0)
}

const parts = openPartReaders()
const nothing = parts.readAttributes({ ...EMPTY, title: '', description: '' })
const withPay = createReader(profiles, {
  readSalary: (input) => parts.readSalary(input, 'unknown'),
  readAttributes: () => nothing,
})
rateOf(withPay, 3_000)
const small = median(Array.from({ length: RUNS }, () => rateOf(withPay, 1_000)))
const large = rateOf(withPay, MANY)
const rss = process.memoryUsage.rss() / 2 ** 20
const whole = execFileSync(process.execPath, [...process.execArgv, import.meta.filename, 'whole'], { encoding: 'utf8' })
console.log(
  `     ${ads.length} distinct ads from ${sharedPath('data/ads.jsonl') === null ? 'the project' : 'the real ads'}`,
)
console.log(`     with contract, place and all other attributes, as vigie runs: ${whole.trim()} ads per CPU-second`)
report(
  large >= LEAST_RATE,
  `role, missions, skills and pay: ${large.toFixed(0)} ads per CPU-second; at least ${LEAST_RATE}`,
)
report(
  large / small >= LEAST_LINEARITY,
  `${MANY} ads against 1,000: ratio of the rates ${(large / small).toFixed(2)}; at least ${LEAST_LINEARITY}`,
)
report(rss < MOST_RSS_MB, `resident memory after ${MANY} ads: ${rss.toFixed(0)} MB; below ${MOST_RSS_MB}`)

// TF-IDF alone: text in, cosine with a profile of ten ads out.
const require = createRequire(import.meta.url)
const stemmer = require('natural/lib/natural/stemmers/porter_stemmer_fr.js') as {
  tokenizeAndStem(text: string): string[]
}
const NaturalTfIdf = require('natural/lib/natural/tfidf/tfidf.js') as new () => {
  addDocument(words: readonly string[]): void
  listTerms(document: number): { term: string; tfidf: number }[]
}
const sample = ads.slice(0, 300)

function ourCosines(): number {
  const corpus = profiles.corpus ?? { version: '', documents: 1, frequencies: {} }
  const { vocabulary } = compiled
  const model = new TfIdfModel(corpus, vocabulary)
  const tokens = new TokenBuffer()
  const vectors = sample.map(({ description }) => {
    tokens.fill(normalise(description).text, vocabulary)
    return model.vectorOf(tokens)
  })
  const profile = centroid(vectors.slice(0, 10), model.size)
  return vectors.reduce((sum, vector) => sum + cosine(vector, profile), 0)
}

function naturalCosines(): number {
  const model = new NaturalTfIdf()
  for (const { description } of sample) model.addDocument(stemmer.tokenizeAndStem(description))
  const vectors = sample.map(
    (_, document) => new Map(model.listTerms(document).map(({ term, tfidf }) => [term, tfidf])),
  )
  const profile = new Map<string, number>()
  for (const vector of vectors.slice(0, 10))
    for (const [term, weight] of vector) profile.set(term, (profile.get(term) ?? 0) + weight)
  const lengthOf = (vector: ReadonlyMap<string, number>) =>
    Math.sqrt([...vector.values()].reduce((sum, one) => sum + one * one, 0))
  return vectors.reduce((sum, vector) => {
    let product = 0
    for (const [term, weight] of vector) product += weight * (profile.get(term) ?? 0)
    return sum + product / (lengthOf(vector) * lengthOf(profile))
  }, 0)
}

const compiled = compileLexicon(profiles.lexicon, Object.keys(profiles.corpus?.frequencies ?? {}))
const ours: number[] = []
const theirs: number[] = []
for (let run = 0; run < RUNS; run++) {
  ours.push(cpuSeconds(() => ourCosines()))
  theirs.push(cpuSeconds(() => naturalCosines()))
}
const ratio = median(theirs) / median(ours)
report(
  ratio >= LEAST_TFIDF_RATIO,
  `TF-IDF cosine of ${sample.length} ads: ${ratio.toFixed(1)} × as fast as natural; at least ${LEAST_TFIDF_RATIO}`,
)
if (missed) process.exitCode = 1
