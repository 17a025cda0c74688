import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

/*
 * `npm run bench`: every benchmark of this folder, one after the other, and a table of their promises in RESULTS.md.
 * A benchmark prints one line per promise, `ok   name: figures` or `MISS name: figures`; what else it prints is shown.
 * One that ends with an error, says nothing or takes too long counts as a promise missed, and the next one begins.
 * With names (`npm run bench -- store crawl`) only those, and only their rows of the table are written anew.
 */
interface Line {
  readonly holds: boolean
  readonly promise: string
  readonly figures: string
}

interface Finished {
  readonly name: string
  readonly lines: readonly Line[]
  readonly minutes: number
}

const PROMISE = /^(ok {2}|MISS) ([^:]+): (.+)$/
/** A benchmark that misses a promise ends with 1 as well; one that breaks off shows where. */
const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/m
const MINUTE_MS = 60_000
const MOST_MINUTES = 45
/** Between asking a benchmark to end and ending it. */
const GRACE_MS = 10_000
/** Processes that want to run on each core, above which times say little. */
const BUSY = 0.5

const RESULTS = join(import.meta.dirname, 'RESULTS.md')
const wanted = process.argv.slice(2)
const known = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .sort()
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}

function linesOf(output: string): Line[] {
  return output.split('\n').flatMap((line): Line[] => {
    const [, state, promise, figures] = PROMISE.exec(line) ?? []
    return promise === undefined || figures === undefined ? [] : [{ holds: state === 'ok  ', promise, figures }]
  })
}

/** What else went wrong with a benchmark than a promise that it says it missed. */
function faultOf(lines: readonly Line[], code: number | null, errors: string, isLate: boolean): readonly Line[] {
  const missed = (figures: string): Line[] => [{ holds: false, promise: 'runs to its end', figures }]
  if (isLate) return missed(`ended after ${MOST_MINUTES} minutes`)
  if (lines.length === 0) return missed(`no promise was printed; it ended with ${code}`)
  const isWhole = code === 0 || (code === 1 && lines.some(({ holds }) => !holds) && !STACK_TRACE.test(errors))
  return isWhole ? [] : missed(`it broke off and ended with ${code}`)
}

function runOne(name: string): Promise<Finished> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const file = join(import.meta.dirname, `${name}.bench.ts`)
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [output, errors] = ['', '']
    let isLate = false
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      process.stdout.write(chunk)
      output += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      process.stderr.write(chunk)
      errors += chunk
    })
    const limit = setTimeout(() => {
      isLate = true
      child.kill()
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
    }, MOST_MINUTES * MINUTE_MS)
    child.on('error', reject).on('close', (code) => {
      clearTimeout(limit)
      const lines = linesOf(output)
      const minutes = (performance.now() - started) / MINUTE_MS
      resolve({ name, minutes, lines: [...lines, ...faultOf(lines, code, errors, isLate)] })
    })
  })
}

function machine(): string {
  const [processor] = cpus()
  return `${cpus().length} cores (${processor?.model ?? 'unknown'}), ${Math.round(totalmem() / 1024 ** 3)} GiB, Node.js ${process.version}`
}

/** The rows of a benchmark as the table has them; none when it was never run. */
function rowsBefore(name: string): readonly string[] {
  if (!existsSync(RESULTS)) return []
  const lines = readFileSync(RESULTS, 'utf8').split('\n')
  return lines.filter((line) => line.startsWith(`| ${name} |`))
}

function render(finished: readonly Finished[], load: number): string {
  const rows = known.flatMap((each) => {
    const lines = finished.find(({ name }) => name === each)?.lines
    return lines === undefined
      ? rowsBefore(each)
      : lines.map(
          ({ holds, promise, figures }) =>
            `| ${each} | ${promise} | ${figures.replaceAll('|', '\\|')} | ${holds ? 'holds' : '**missed**'} |`,
        )
  })
  const times = finished.map(({ name, minutes }) => `${name} ${minutes.toFixed(1)}`).join(', ')
  const total = finished.reduce((sum, { minutes }) => sum + minutes, 0)
  const busy = load / cpus().length > BUSY ? ' The machine was busy with other work when the last call began.' : ''
  return `# Measured promises

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine()}. Ratios compare with a reference measured in the same
run.${busy} Minutes of the last call: ${times}; ${total.toFixed(0)} in all.

| benchmark | promise | measured | |
|---|---|---|---|
${rows.join('\n')}
`
}

const [load = 0] = loadavg()
const finished: Finished[] = []
for (const name of known.filter((each) => wanted.length === 0 || wanted.includes(each))) {
  console.log(`\n── ${name}`)
  const one = await runOne(name)
  finished.push(one)
  console.log(`   ${one.minutes.toFixed(1)} minutes`)
}
const lines = finished.flatMap((one) => one.lines)
const missed = lines.filter(({ holds }) => !holds)
console.log(`\n${lines.length - missed.length} of ${lines.length} promises hold`)
for (const { promise, figures } of missed) console.log(`MISS ${promise}: ${figures}`)
writeFileSync(RESULTS, render(finished, load))
process.exitCode = missed.length === 0 ? 0 : 1
