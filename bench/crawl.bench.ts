import { type ChildProcess, execFile, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/*
 * Throughput with the throttle off, on loopback, the server in its own process: pages a second of a whole crawl
 * (robots, fetch, parse, captures, postings, full-text index) against bare `undici.request` that reads the body and
 * throws it away. Alternated runs, both sixteen at a time, median of five. Run: npx tsx bench/crawl.bench.ts [pages] [runs]
 */
const run = promisify(execFile)
const PAGES = Number(process.argv[2] ?? 2_000)
const RUNS = Number(process.argv[3] ?? 5)
const MANY = PAGES * 10
const LEAST_RATIO = 0.5
const MOST_RSS_MB = 200
const MOST_GROWTH = 1.2

interface Result {
  readonly ms: number
  readonly maxRssKb: number
  readonly pages?: number
  readonly postingsFound?: number
  readonly outcome?: string
}

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
const root = join(import.meta.dirname, '..')
const migrations = join(root, 'db/migrations')
// Compiled first, as the product is: a loader of TypeScript would take its share of both processes.
await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'bench/crawl')])
const here = join(root, 'node_modules/.cache/vigie-bench/bench/crawl')

async function serve(pages: number): Promise<{ readonly origin: string; readonly child: ChildProcess }> {
  const child = fork(join(here, 'page-server.js'), [String(pages)], { execArgv: [] })
  const { port } = await new Promise<{ port: number }>((resolve) => child.once('message', resolve))
  return { origin: `http://127.0.0.1:${port}`, child }
}

async function once(script: string, ...args: readonly string[]): Promise<Result> {
  const { stdout } = await run(process.execPath, [join(here, script), ...args])
  return JSON.parse(stdout) as Result
}

let databases = 0
async function crawlOnce(origin: string, pages: number): Promise<Result> {
  databases += 1
  const result = await once('crawl-once.js', origin, join(folder, `${databases}.sqlite`), migrations)
  if (result.outcome !== 'complete' || result.postingsFound !== pages) {
    throw new Error(`The crawl did not fetch everything: ${JSON.stringify(result)}`)
  }
  return result
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(name: string, value: string, holds: boolean): void {
  console.log(`${holds ? 'ok  ' : 'MISS'} ${name}: ${value}`)
  if (!holds) process.exitCode = 1
}

const { origin, child } = await serve(PAGES)
try {
  await once('bare-once.js', origin, String(PAGES))
  const ratios: number[] = []
  const rss: number[] = []
  const [bareRates, crawlRates]: [number[], number[]] = [[], []]
  for (let round = 0; round < RUNS; round += 1) {
    const bare = await once('bare-once.js', origin, String(PAGES))
    const crawled = await crawlOnce(origin, PAGES)
    const [bareRate, crawlRate] = [(PAGES / bare.ms) * 1_000, (PAGES / crawled.ms) * 1_000]
    bareRates.push(bareRate)
    crawlRates.push(crawlRate)
    ratios.push(crawlRate / bareRate)
    rss.push(crawled.maxRssKb / 1_024)
    console.log(`     run ${round + 1}: bare ${bareRate.toFixed(0)}, vigie ${crawlRate.toFixed(0)} pages/s`)
  }
  const ratio = median(ratios)
  const peak = median(rss)
  report(
    `pages/s, ${PAGES} pages`,
    `vigie ${median(crawlRates).toFixed(0)}, bare ${median(bareRates).toFixed(0)}, ratio ${ratio.toFixed(2)} (least ${LEAST_RATIO})`,
    ratio >= LEAST_RATIO,
  )
  report(`peak RSS, ${PAGES} pages`, `${peak.toFixed(0)} MB (most ${MOST_RSS_MB})`, peak < MOST_RSS_MB)
  const many = await serve(MANY)
  try {
    const big = await crawlOnce(many.origin, MANY)
    const growth = big.maxRssKb / 1_024 / peak
    report(
      `peak RSS, ${MANY} pages`,
      `${(big.maxRssKb / 1_024).toFixed(0)} MB, ${growth.toFixed(2)} times that at ${PAGES} (most ${MOST_GROWTH})`,
      growth <= MOST_GROWTH,
    )
  } finally {
    many.child.kill()
  }
} finally {
  child.kill()
  rmSync(folder, { recursive: true, force: true })
}
