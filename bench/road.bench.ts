import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sharedPath } from '../tests/shared-folder.ts'

/*
 * The whole road as a user walks it: `vigie demo` from an empty folder (five boards on loopback, one of them in a browser,
 * crawled, read, judged, reported), and a report from imported ads: the real ones that lie beside the checkout when they
 * are there, else the project's labelled ones. Run after `npm run build`: npx tsx bench/road.bench.ts
 */
const MOST_DEMO_S = 60
const MOST_REPORT_S = 5
const RUNS = 3
const root = resolve(import.meta.dirname, '..')
const main = join(root, 'dist/src/main.js')
const folder = mkdtempSync(join(tmpdir(), 'vigie-road-'))

function secondsOf(...args: readonly string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`vigie ${args.join(' ')} ended with ${status}: ${stderr}`)
  return (performance.now() - started) / 1_000
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function say(promise: string, seconds: number, most: number, more: string): void {
  const holds = seconds < most
  if (!holds) process.exitCode = 1
  console.log(`${holds ? 'ok  ' : 'MISS'} ${promise}: ${seconds.toFixed(1)} s, below ${most} s (${more})`)
}

try {
  const least = median(Array.from({ length: RUNS }, () => secondsOf('--version')))
  const demos = Array.from({ length: RUNS }, (_, run) =>
    secondsOf('demo', '--quiet', '--database', `demo-${run}.sqlite`, '--out', `demo-${run}`),
  )
  const times = demos.map((seconds) => seconds.toFixed(1)).join(', ')
  say('vigie demo, first night', median(demos), MOST_DEMO_S, `${times}; vigie --version ${least.toFixed(2)} s`)

  const ads = sharedPath('data/ads.jsonl') ?? join(root, 'fixtures/gold/ads.jsonl')
  const imported = secondsOf('import', '--quiet', ads)
  secondsOf('classify', '--quiet')
  const reports = Array.from({ length: RUNS }, (_, run) =>
    secondsOf('report', '--quiet', '--window', 'all', '--out', `report-${run}`),
  )
  say(
    'report from imported ads',
    median(reports),
    MOST_REPORT_S,
    `${reports.map((seconds) => seconds.toFixed(1)).join(', ')}; importing them took ${imported.toFixed(1)} s`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
