import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runVigie } from './cli/run-vigie.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const INSTALLED = '/opt/vigie'

/** Commands that the packaging runs, from the path of the installed program on. */
const commands = {
  'systemd service': /^ExecStart=\S+ (.+)$/m.exec(read('packaging/systemd/vigie.service'))?.[1] ?? '',
  'cron line': / node (\/opt\/vigie\/\S+ run [^>]+) >/.exec(read('packaging/cron/vigie'))?.[1] ?? '',
  container: [...read('Dockerfile').matchAll(/^(?:ENTRYPOINT|CMD) (\[.+\])$/gm)]
    .flatMap(([, words = '[]']) => JSON.parse(words) as string[])
    .join(' ')
    .replace(/^.* node /, ''),
}

describe.each(Object.entries(commands))('the command of the %s', (_name, command) => {
  const [program = '', ...args] = command.split(' ').map((word) => word.trim())

  it('starts the file that the build makes', () => {
    expect(program).toBe(`${INSTALLED}/${(JSON.parse(read('package.json')) as { bin: { vigie: string } }).bin.vigie}`)
    expect(existsSync(join(ROOT, program.slice(INSTALLED.length)))).toBe(true)
  })

  it('has no option that vigie run does not know', async () => {
    expect(args[0]).toBe('run')
    const { code, stderr } = await runVigie(args)
    // All that is wrong on this machine is that the configuration is not there.
    expect([code, stderr]).toEqual([2, expect.stringMatching(/Cannot read the configuration \/\S+vigie\.yaml/)])
  })
})

describe('the systemd service', () => {
  const service = read('packaging/systemd/vigie.service')

  it('takes partial and already running for no crash, and may write where its configuration says', () => {
    expect(/^SuccessExitStatus=(.+)$/m.exec(service)?.[1]).toBe('3 75')
    expect(/^ReadWritePaths=(.+)$/m.exec(service)?.[1]).toBe('/var/lib/vigie')
    expect(read('docs/operations.md')).toContain('below `/var/lib/vigie`')
  })

  it('points to documentation that is there', () => {
    for (const [, path = ''] of service.matchAll(/file:\/opt\/vigie\/(\S+)/g))
      expect(existsSync(join(ROOT, path))).toBe(true)
  })

  it('is sound for systemd itself, where that is installed', () => {
    const files = ['vigie.service', 'vigie.timer'].map((name) => join(ROOT, 'packaging/systemd', name))
    const { error, stderr } = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' })
    // What it says of programs that are not installed here is no fault of the files.
    const faults = (stderr ?? '').split('\n').filter((line) => line !== '' && !/not executable|Failed to/.test(line))
    if (error === undefined) expect(faults).toEqual([])
  })
})

describe('the container', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-image-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const dockerfile = read('Dockerfile')
  const ignored = read('.dockerignore').split('\n').filter(Boolean)
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  )
  // What git knows, less what the build is not shown.
  const context = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => name !== '' && existsSync(join(ROOT, name)))
    .filter((name) => !ignored.some((pattern) => name === pattern || name.startsWith(`${pattern}/`)))

  it('copies only what is in the repository', () => {
    expect(copies).toEqual(['.'])
    const roots = new Set(readdirSync(ROOT))
    const { files } = JSON.parse(read('package.json')) as { files: string[] }
    for (const name of files) expect(roots.has(name.split('/')[0] ?? '') || name === 'dist', name).toBe(true)
    expect(/^COPY --from=build (\S+) (\S+)$/m.exec(dockerfile)?.slice(1)).toEqual([INSTALLED, INSTALLED])
  })

  it('builds from that alone, and the program answers', async () => {
    for (const name of context) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      cpSync(join(ROOT, name), join(folder, name))
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: folder, stdio: 'pipe' })
    const main = join(folder, 'dist/src/main.js')
    expect(execFileSync(process.execPath, [main, '--version'], { encoding: 'utf8' }).trim()).toMatch(/^\d+\.\d+\.\d+$/)
    const schema = execFileSync(process.execPath, [main, 'config', '--schema'], { encoding: 'utf8' })
    expect(JSON.parse(schema)).toHaveProperty('properties.sources')
    const line = '{"id":"1","title":"Community manager","description":"Vous animez nos réseaux sociaux."}\n'
    const reading = execFileSync(process.execPath, [main, 'read', '-'], {
      input: line,
      encoding: 'utf8',
      cwd: tmpdir(),
    })
    expect(JSON.parse(reading)).toMatchObject({ id: '1', titleRole: 'cm' })
  }, 120_000)

  it('needs at run time no package that is left out of it', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    const wanted = context
      .filter((name) => /^(src|fixtures\/market)\/.*\.ts$/.test(name))
      .flatMap((name) => [...read(name).matchAll(/(?:from|import\()\s*'((?:@[\w-]+\/)?[a-z][\w-]*)[^']*'/g)])
      .map(([, name = '']) => name)
      .filter((name) => name !== 'node')
    expect([...new Set(wanted)].filter((name) => dependencies[name] === undefined)).toEqual([])
  })
})
