import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

/*
 * `npm run bench`: every benchmark of this folder, one after the other, and a table of their promises in RESULTS.md.
 * A benchmark prints one line per promise, `ok   name: figures` or `MISS name: figures`; what else it prints is shown.
 * With names (`npm run bench -- store crawl`) only those, and the table is left as it is.
 */
interface Line {
  readonly bench: string
  readonly holds: boolean
  readonly promise: string
  readonly figures: string
}

const PROMISE = /^(ok {2}|MISS) ([^:]+): (.+)$/
const wanted = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort()

function runOne(name: string): Promise<readonly Line[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', join(import.meta.dirname, `${name}.bench.ts`)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      process.stdout.write(chunk)
      output += chunk
    })
    child.on('error', reject).on('close', (code) => {
      const lines = output.split('\n').flatMap((line): Line[] => {
        const [, state, promise, figures] = PROMISE.exec(line) ?? []
        if (promise === undefined || figures === undefined) return []
        return [{ bench: name, holds: state === 'ok  ', promise, figures }]
      })
      if (lines.length === 0) lines.push({ bench: name, holds: false, promise: 'runs', figures: `ended with ${code}` })
      resolve(lines)
    })
  })
}

const lines: Line[] = []
for (const name of names) {
  console.log(`\n── ${name}`)
  lines.push(...(await runOne(name)))
}
const missed = lines.filter(({ holds }) => !holds)
console.log(`\n${lines.length - missed.length} of ${lines.length} promises hold`)
if (wanted.length === 0) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 1024 ** 3)} GiB, Node.js ${process.version}`
  const rows = lines.map(
    ({ bench, holds, promise, figures }) =>
      `| ${bench} | ${promise} | ${figures.replaceAll('|', '\\|')} | ${holds ? 'holds' : '**missed**'} |`,
  )
  const text = `# Measured promises

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Ratios compare with a reference measured in the same run.

| benchmark | promise | measured | |
|---|---|---|---|
${rows.join('\n')}
`
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text)
}
process.exitCode = missed.length === 0 ? 0 : 1
