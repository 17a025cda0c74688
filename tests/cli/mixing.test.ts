import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { RunLedger } from '../../src/store/crawl/run-ledger.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { migrationsFolder } from '../store/temporary-database.ts'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const AD = { id: 'a1', title: 'Community manager', description: 'Vous animez nos communautés.', date: '2026-03-02' }
const folder = temporaryFolder()
const vigie = (...args: string[]) => runVigie(args, { cwd: folder })

function count(file: string, table: string): number {
  const database = new Database(join(folder, file), { readonly: true })
  try {
    return Number(database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get())
  } finally {
    database.close()
  }
}

beforeAll(async () => {
  writeFileSync(join(folder, 'ads.jsonl'), `${JSON.stringify(AD)}\n`)
  writeFileSync(join(folder, 'feed.yaml'), 'sources:\n  - id: flux\n    use: feed\n    url: http://127.0.0.1:9/rss\n')
  writeFileSync(join(folder, 'real.yaml'), 'sources:\n  - id: board\n    use: feed\n    url: http://127.0.0.1:9/rss\n')
  writeFileSync(join(folder, 'no-sources.yaml'), 'database: own.sqlite\nreports: own-reports\nlanguage: en\n')
  expect((await vigie('import', 'ads.jsonl', '-d', 'real.sqlite')).code).toBe(0)
  // A first night that was killed: invented ads may be in it, or come with the next call.
  const database = openDatabase({ path: join(folder, 'demo.sqlite'), migrationsFolder })
  const startedAt = Date.parse('2026-11-02T01:00:00Z')
  new RunLedger(database).startRun({ kind: 'demo', seenOnDate: '2026-11-02', startedAt, version: 'test' })
  database.close()
})

describe('invented and real ads', () => {
  it('are not mixed by a demo in a database of real ads', async () => {
    const { code, stderr, stdout } = await vigie('demo', '-d', 'real.sqlite')
    expect(stderr).toMatch(/real\.sqlite holds real ads; .*not mixed.*Leave out --database/)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(count('real.sqlite', "run WHERE kind = 'demo'")).toBe(0)
  })

  it.each([
    ['import', ['import', 'ads.jsonl']],
    ['crawl', ['crawl', '--config', 'feed.yaml']],
    ['run', ['run', '--config', 'feed.yaml']],
  ])('are not mixed by %s in a database of the demo', async (_name, args) => {
    const { code, stderr } = await vigie(...args, '-d', 'demo.sqlite')
    expect(stderr).toMatch(/demo\.sqlite holds the invented ads of vigie demo; .*Name another file with --database/)
    expect(code).toBe(2)
    expect([count('demo.sqlite', 'run'), count('demo.sqlite', 'posting'), count('demo.sqlite', 'source')]).toEqual([
      1, 0, 0,
    ])
  })

  it('are kept apart where a real crawl brought nothing at all', async () => {
    expect((await vigie('crawl', '--config', 'feed.yaml', '-d', 'silent.sqlite')).code).toBe(4)
    const { stderr } = await vigie('demo', '-d', 'silent.sqlite', '--config', 'real.yaml')
    expect(stderr, 'not refused for what is in the database').not.toMatch(/holds real ads/)
  })
})

describe('vigie demo with a configuration of one’s own', () => {
  it('asks its own boards when the file names none', async () => {
    const { code, stderr, stdout } = await runVigie(['demo', '--config', 'no-sources.yaml', '--json'], {
      cwd: folder,
      // Without a browser the night is shorter by one board.
      env: {
        PATH: '/nonexistent',
        VIGIE_CHROMIUM: '',
        PLAYWRIGHT_BROWSERS_PATH: folder,
        PLAYWRIGHT_DOWNLOAD_HOST: 'x',
      },
    })
    expect(code, stderr).toBe(3)
    const { sources } = JSON.parse(stdout) as { sources: { sourceId: string; outcome: string }[] }
    expect(sources.filter(({ outcome }) => outcome === 'complete').map(({ sourceId }) => sourceId)).toEqual([
      'agence-publique',
      'ats-board',
      'carrieres',
      'flux',
    ])
    expect(existsSync(join(folder, 'own-reports/2026-11-02/index.html'))).toBe(true)
    expect(count('own.sqlite', 'posting')).toBeGreaterThan(400)
  })

  it('refuses a file that names other sources', async () => {
    const { code, stderr, stdout } = await vigie('demo', '--config', 'real.yaml')
    expect(stderr).toMatch(/real\.yaml names the source board at .*, which is no board of the sample market/)
    expect(code).toBe(2)
    expect(stdout).toBe('')
  })

  it.each([
    [
      'a real address',
      'https://example.com/flux.xml',
      / the source flux at https:\/\/example\.com\/flux\.xml, which is no/,
    ],
    ['another server of this machine', 'http://127.0.0.1:9/flux.xml', / flux at .*is at http:\/\/127\.0\.0\.1:47814\//],
    ['no address', null, / the source flux without `url`, .*is at http:\/\/127\.0\.0\.1:47814\/flux\.xml/],
  ])('refuses a board’s id with %s, and no night is used up', async (_name, url, message) => {
    const lines = ['sources:', '  - id: flux', '    use: feed', ...(url === null ? [] : [`    url: ${url}`]), '']
    writeFileSync(join(folder, 'board.yaml'), lines.join('\n'))
    const { code, stderr } = await vigie('demo', '--config', 'board.yaml', '-d', 'unused.sqlite')
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
    expect(existsSync(join(folder, 'unused.sqlite'))).toBe(false)
  })

  it('takes a board by another name of this machine', async () => {
    const lines = [
      'delay: 20ms',
      'sources:',
      '  - id: flux',
      '    use: feed',
      '    url: http://localhost:47814/flux.xml',
    ]
    writeFileSync(join(folder, 'board.yaml'), `${lines.join('\n')}\n`)
    const { code, stderr } = await vigie('demo', '--config', 'board.yaml', '-d', 'board.sqlite', '--out', 'board')
    expect(code, stderr).toBe(0)
  })
})
