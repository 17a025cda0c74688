import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/*
 * How soon the command line answers: `vigie --help` against an empty Node.js program, alternated, median of eleven.
 * Run after `npm run build`: npx tsx bench/cli.bench.ts
 */
const RUNS = 11
const MOST_MS = 250
const main = resolve(import.meta.dirname, '../dist/src/main.js')

function millisecondsOf(args: readonly string[]): number {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - started
}

const help: number[] = []
const empty: number[] = []
for (let run = 0; run < RUNS; run++) {
  help.push(millisecondsOf([main, '--help']))
  empty.push(millisecondsOf(['-e', '']))
}
const median = (values: number[]) => values.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN
const [ours, bare] = [median(help), median(empty)]
const holds = ours < MOST_MS
console.log(
  `${holds ? 'ok  ' : 'MISS'} vigie --help: ${ours.toFixed(0)} ms, ${(ours / bare).toFixed(1)} × an empty Node.js program (${bare.toFixed(0)} ms); at most ${MOST_MS} ms`,
)
if (!holds) process.exitCode = 1
