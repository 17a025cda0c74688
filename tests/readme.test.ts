import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runVigie, temporaryFolder } from './cli/run-vigie.ts'
import { ADS, type HeldSite, openHeldSite } from './nights/held-site.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const README = read('README.md')

/** Lines of the shell blocks of the README, comments off. */
const lines = [...README.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, ''))
  .filter((line) => line !== '')
const ours = lines.filter((line) => line.startsWith('npx vigie '))
/** Commands of the table by readers. */
const shown = [...README.matchAll(/^\| an? [^|]+ \| ([^|]+) \|$/gm)]
  .flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z]+(?: [^`]+)?)`/g)])
  .map(([, command = '']) => command)

const DESCRIPTION = 'Vous animez nos communautés sur les réseaux sociaux, publiez chaque jour et répondez aux avis.'

/** What the README supposes its reader to have: files of ads, and a configuration with sources of their own. */
function prepare(folder: string, origin: string): void {
  copyFileSync(join(ROOT, 'fixtures/sources/france-travail/listing-first-page.json'), join(folder, 'offers.json'))
  writeFileSync(
    join(folder, 'jobs.csv'),
    `id,site,job_url,title,company,location,date_posted,description\nin-1,indeed,https://jobs.example/1,Social media manager,Exemple,"Lyon, FR",2026-11-01,${JSON.stringify(DESCRIPTION)}\n`,
  )
  writeFileSync(
    join(folder, 'ads.jsonl'),
    `${JSON.stringify({ id: 'a1', title: 'Community manager', description: DESCRIPTION, date: '2026-11-02' })}\n`,
  )
  writeFileSync(
    join(folder, 'my.csv'),
    `ref,intitule,texte,publiee\nref-2026-17,Community manager,"${DESCRIPTION}",2026-11-03\n`,
  )
  writeFileSync(join(folder, 'undated.csv'), `id,title,description\nu-1,Community manager,"${DESCRIPTION}"\n`)
  writeFileSync(
    join(folder, 'my-france.yaml'),
    `database: db/vigie.sqlite\nreports: reports\ndelay: 20ms\ncontact: https://example.org/robot\nsources:\n  - id: carrieres\n    use: career-site\n    url: ${origin}/\nallowHosts: ["${new URL(origin).host}"]\n`,
  )
  // What `npm ci` leaves of the program in a checkout.
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'vigie'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'dist/src/main.js')}" "$@"\n`)
  chmodSync(join(bin, 'vigie'), 0o755)
}

describe('the README', () => {
  let site: HeldSite
  const folder = temporaryFolder()
  beforeAll(async () => {
    site = await openHeldSite()
    prepare(folder, site.origin)
  })
  afterAll(() => site.close())

  it('begins with the two commands that continuous integration and the package know', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    expect(lines.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
    expect(read('.ci/run')).toContain(lines[1])
    expect(scripts['start']).toBe('node dist/src/main.js demo')
    expect(lines.length, 'nothing else but commands of ours').toBe(2 + ours.length)
  })

  it.each(ours)(
    '%s',
    async (line) => {
      const { code, stdout, stderr } = await shell(line, folder)
      expect(code, `${stdout}\n${stderr}`).toBe(0)
    },
    120_000,
  )

  it('has left the reports that it names, and the ads of its sources', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now())
    for (const name of ['index.html', 'report.md', 'report.json']) {
      expect(existsSync(join(folder, 'reports', today, name)), name).toBe(true)
    }
    const { stdout } = await runVigie(
      ['query', '--format', 'csv', '--sql', "SELECT COUNT(*) FROM posting WHERE source_id = 'carrieres'"],
      { cwd: folder },
    )
    expect(stdout.trim().split('\n').at(-1)).toBe(String(ADS))
  })

  const WORDS: Readonly<Record<string, string>> = {
    ...{
      '--only ID': '--only carrieres',
      '[ID]': 'A-pay-cm',
      DATE: '2026-11-04',
      FILE: 'ads.jsonl',
      PATTERN: 'ref-2026-17',
    },
  }
  it.each(shown.filter((command) => command !== 'run'))(
    'shows vigie %s',
    async (command) => {
      const args = Object.entries(WORDS).reduce((text, [word, value]) => text.replace(word, value), command)
      const { code, stdout, stderr } = await runVigie([...args.split(' '), ...configOf(args)], { cwd: folder })
      // The doctor may find that this machine lacks something.
      expect(command.startsWith('doctor') ? [0, 3] : [0], `${stdout}\n${stderr}`).toContain(code)
    },
    120_000,
  )

  it('shows commands to each kind of reader', () => {
    expect(shown.map((command) => command.split(' ')[0])).toEqual([
      ...['run', 'crawl', 'sources', 'doctor', 'config', 'report', 'claims', 'query', 'export', 'read', 'forget'],
    ])
  })
})

/** The commands of the table are those of an operator with a configuration at hand. */
function configOf(command: string): readonly string[] {
  return /^(?:crawl|doctor|sources)/.test(command) ? ['--config', 'my-france.yaml'] : []
}

/** A line as somebody types it. */
function shell(line: string, cwd: string) {
  const child = spawn('bash', ['-c', line], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}
