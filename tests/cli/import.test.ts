import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { type Accounting, balances } from '../../src/domain/accounting.ts'
import { isoDay } from '../../src/domain/clock.ts'
import { sharedPath } from '../shared-folder.ts'
import { runVigie, temporaryFolder } from './run-vigie.ts'

interface ImportSummary {
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly accounting: Accounting
    readonly newPostings: number
  }[]
}

const TABLES = ['posting', 'posting_text', 'sighting', 'vacancy', 'source'] as const

function counts(path: string): Record<string, number> {
  const database = new Database(path, { readonly: true })
  try {
    return Object.fromEntries(
      TABLES.map((table) => [table, Number(database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get())]),
    )
  } finally {
    database.close()
  }
}

async function importInto(database: string, ...args: string[]): Promise<ImportSummary> {
  const { code, stdout, stderr } = await runVigie(['import', '--json', '--database', database, ...args])
  const summary = JSON.parse(stdout) as ImportSummary
  const faults = summary.files.flatMap(({ accounting }) =>
    ['malformed', 'no-id', 'no-title'].map((reason) => accounting.skipped[reason] ?? 0),
  )
  // A record that is left out as faulty makes the import partial, and nothing else does.
  expect(code, stderr).toBe(faults.some((count) => count > 0) ? 3 : 0)
  return summary
}

const line = (id: string, more: object = {}) =>
  `${JSON.stringify({ id, title: 'Community manager', description: `Vous animez la communauté ${id}.`, date: '2026-03-02', ...more })}\n`

describe('vigie import', () => {
  it('adds nothing when a file is read twice or from a new name, and takes what is new', async () => {
    const folder = temporaryFolder()
    const [first, renamed, grown] = ['a.jsonl', 'b.jsonl', 'c.jsonl'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(
      first,
      `${line('1') + line('2', { site: 'board.example' }) + line('2') + line('1')}{"id":"3"}\n{"broken\n`,
    )
    const database = join(folder, 'v.sqlite')
    const [report] = (await importInto(database, first)).files
    expect(report?.accounting).toEqual({
      stage: 'import',
      in: 6,
      out: 3,
      skipped: { 'duplicate-in-input': 1, 'no-title': 1, malformed: 1 },
    })
    const before = counts(database)
    expect(before).toMatchObject({ posting: 3, sighting: 3 })
    copyFileSync(first, renamed)
    for (const file of [first, renamed]) {
      const [again] = (await importInto(database, file)).files
      expect(again?.accounting).toMatchObject({ in: 6, out: 0 })
      expect(again?.accounting.skipped).toMatchObject({ unchanged: 3 })
      expect(counts(database)).toEqual(before)
    }
    writeFileSync(grown, `${readFileSync(first, 'utf8').split('\n').slice(0, 3).join('\n')}\n${line('4')}`)
    const [third] = (await importInto(database, grown)).files
    expect(third).toMatchObject({ newPostings: 1 })
  })

  it('books a record that is left out under the site it names', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.jsonl')
    writeFileSync(file, `${line('1', { site: 'board.example' })}{"id":"2","site":"board.example"}\n{"broken\n`)
    const path = join(folder, 'v.sqlite')
    await importInto(path, file)
    const database = new Database(path, { readonly: true })
    const booked = database
      .prepare('SELECT source_id, in_count, out_count FROM accounting JOIN run_source USING (run_source_id) ORDER BY 1')
      .all()
    database.close()
    expect(booked).toEqual([
      { source_id: 'board.example', in_count: 2, out_count: 1 },
      { source_id: 'jsonl', in_count: 1, out_count: 0 },
    ])
  })

  it('keeps two files apart whose ads bear the same ids, when each is given its source', async () => {
    const folder = temporaryFolder()
    const [one, two] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')]
    writeFileSync(one, line('1'))
    writeFileSync(two, line('1', { title: 'Social media manager', description: 'Vous définissez la stratégie.' }))
    const database = join(folder, 'v.sqlite')
    await importInto(database, one, '--source', 'board-one')
    await importInto(database, two, '--source', 'board-two')
    expect(counts(database)).toMatchObject({ posting: 2, source: 2 })
    const { code, stderr } = await runVigie(['import', one, '--source', 'Board One', '--database', database])
    expect(code).toBe(2)
    expect(stderr).toMatch(/lower-case letters/)
  })

  it('asks before it forgets words that stand in many ads', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.jsonl')
    writeFileSync(file, Array.from({ length: 60 }, (_, index) => line(String(index))).join(''))
    const database = join(folder, 'v.sqlite')
    await importInto(database, file)
    const asked = await runVigie(['forget', 'communauté', '--database', database])
    expect(asked.code).toBe(2)
    expect(asked.stderr).toMatch(/60 ads hold these words.*--yes/s)
    expect((await runVigie(['forget', 'communauté', '--yes', '--database', database])).code).toBe(0)
  })

  it('reads columns by the names given', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'offres.csv')
    writeFileSync(
      file,
      '﻿ref;intitulé;texte;ville;jour\n17;Community manager;"Vous animez;\nvous publiez.";Lyon;02/03/2026\n',
    )
    const database = join(folder, 'v.sqlite')
    await importInto(
      database,
      file,
      '--format',
      'csv',
      '--map',
      'id=ref,title=intitulé,description=texte,location=ville,date=jour',
    )
    const rows = new Database(database, { readonly: true })
      .prepare(
        'SELECT source_id, ext_id, title, description, job_location, first_seen_on_date FROM posting JOIN posting_text USING (posting_id)',
      )
      .all()
    expect(rows).toEqual([
      {
        source_id: 'csv',
        ext_id: '17',
        title: 'Community manager',
        description: 'Vous animez;\nvous publiez.',
        job_location: 'Lyon',
        first_seen_on_date: '2026-03-02',
      },
    ])
  })

  it('sees ads without a date on the day of --seen, else leaves them out of windows', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.jsonl')
    writeFileSync(file, line('1', { date: null }))
    const database = join(folder, 'v.sqlite')
    await importInto(database, file)
    expect(counts(database)).toMatchObject({ posting: 1, sighting: 0 })
    await importInto(database, file, '--seen', '2026-05-01')
    expect(counts(database)).toMatchObject({ posting: 1, sighting: 1 })
  })

  it('says how many ads carry no date, and with which command they get one', async () => {
    const folder = temporaryFolder()
    const vigie = (...args: string[]) => runVigie([...args, '-d', 'v.sqlite'], { cwd: folder })
    writeFileSync(join(folder, 'my ads.jsonl'), line('1', { date: null }) + line('2', { date: null }) + line('3'))
    const first = await vigie('import', 'my ads.jsonl', '--source', 'board')
    expect(first.code).toBe(0)
    expect(first.stdout).toMatch(
      /^2 ads without a date: .* vigie import 'my ads.jsonl' --seen YYYY-MM-DD --source board --database v.sqlite$/m,
    )
    const twice = await vigie('import', 'my ads.jsonl', 'my ads.jsonl', '--source', 'board')
    expect(twice.stdout, 'each ad and each file once').toMatch(
      /^2 ads without a date: .* vigie import 'my ads.jsonl' --seen/m,
    )
    // Still without a date when the file is read once more; dated, the same ads are spoken of no more.
    expect((await vigie('import', 'my ads.jsonl', '--source', 'board')).stdout).toMatch(/^2 ads without a date/m)
    const seen = await vigie('import', 'my ads.jsonl', '--source', 'board', '--seen', '2026-05-01')
    expect(seen.stdout).not.toMatch(/without a date/)
    expect((await vigie('import', 'my ads.jsonl', '--source', 'board')).stdout).not.toMatch(/without a date/)
  })

  it('names the records it leaves out, and ends with 3 for some and with 4 for all', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'some.jsonl'), `${line('1')}{"id":"bare"}\n{"broken\n`)
    // Many sources send ads without a text beside whole ones: no fault of the file.
    writeFileSync(join(folder, 'no-text.jsonl'), `${line('1')}${line('bare', { description: null })}`)
    const noText = await runVigie(['import', 'no-text.jsonl'], { cwd: folder })
    expect(noText.stdout).toMatch(/left out: bare \(no-text\)/)
    expect(noText.code).toBe(0)
    writeFileSync(join(folder, 'none.jsonl'), '{"id":"bare","title":"","description":"Vous animez."}\n')
    const some = await runVigie(['import', 'some.jsonl'], { cwd: folder })
    expect(some.code).toBe(3)
    expect(some.stdout).toMatch(/left out: line 3 \(malformed\), bare \(no-title\)/)
    expect((await runVigie(['import', 'none.jsonl'], { cwd: folder })).code).toBe(4)
  })

  it('leads from a report that finds nothing to the command that finds it', async () => {
    const folder = temporaryFolder()
    const vigie = (...args: string[]) => runVigie([...args, '-d', 'v.sqlite'], { cwd: folder })
    const ads = [line('1', { date: null }), line('2', { date: '2019-04-05' }), line('3', { location: 'Lyon' })]
    writeFileSync(join(folder, 'a.jsonl'), ads.join(''))
    await vigie('import', 'a.jsonl')
    const { code, stderr } = await vigie('report', '--as-of', '2022-01-01')
    expect(code).toBe(4)
    expect(stderr).toMatch(/The database holds 3 ads; none can be judged on the days from 2021-01-02 to 2022-01-01:/)
    expect(stderr).toMatch(/ {2}1 without a date: .*--seen YYYY-MM-DD --database v.sqlite/)
    expect(stderr).toMatch(/ {2}1 first seen before \(from 2019-04-05 on\): vigie report --window all/)
    expect(stderr).toMatch(/ {2}1 first seen after \(up to 2026-03-02\): vigie report --as-of 2026-03-02/)
    const found = await vigie('report', '--as-of', '2026-03-02')
    expect(found.stderr).toBe('')
    expect(found.code).toBe(0)
  }, 180_000)

  it('advises no day that a report cannot be of', async () => {
    const folder = temporaryFolder()
    const vigie = (...args: string[]) => runVigie([...args, '-d', 'v.sqlite'], { cwd: folder })
    const toCome = isoDay(Date.now() + 200 * 86_400_000)
    writeFileSync(
      join(folder, 'a.jsonl'),
      line('1', { date: '1999-05-05', location: 'Lyon' }) + line('2', { date: toCome }),
    )
    await vigie('import', 'a.jsonl')
    const { code, stderr } = await vigie('report', '--as-of', '2022-01-01')
    expect(code).toBe(4)
    expect(stderr).not.toMatch(/--as-of|null/)
    expect(stderr).toMatch(/ {2}1 dated before 2000-01-01, too early for an ad .* vigie report --window all --database/)
    expect(stderr).toMatch(/ {2}1 dated on a day still to come: /)
    expect((await vigie('report', '--window', 'all')).code).toBe(0)
  }, 180_000)

  it('advises the last day before the window, not one whose ads are outside the market', async () => {
    const folder = temporaryFolder()
    const vigie = (...args: string[]) => runVigie([...args, '-d', 'v.sqlite'], { cwd: folder })
    writeFileSync(
      join(folder, 'a.jsonl'),
      line('1', { date: '2024-05-01', location: 'Lyon' }) + line('2', { location: 'Bruxelles, Belgique' }),
    )
    await vigie('import', 'a.jsonl')
    const { code, stderr } = await vigie('report', '--as-of', '2026-03-10')
    expect(code).toBe(4)
    expect(stderr).toMatch(/ {2}1 first seen before .*, or vigie report --as-of 2024-05-01 --database/)
    expect((await vigie('report', '--as-of', '2024-05-01')).code).toBe(0)
  }, 180_000)

  const real = [
    ['data/ads.jsonl', 'jsonl'],
    ['sources/samples/france_travail/mehh92_api_offres_france_travail.json', 'france-travail'],
    ['sources/samples/jobspy_fr/henriChevreux_jobs.csv', 'jobspy'],
  ] as const
  const paths = real.map(([name]) => sharedPath(name))

  it.skipIf(paths.includes(null))(
    'reads the three real files beside the checkout: in = out + skipped, the second time nothing (skipped where they are absent)',
    async () => {
      const database = join(temporaryFolder(), 'v.sqlite')
      const files = paths.filter((path) => path !== null)
      const first = await importInto(database, ...files)
      expect(first.files.map(({ format }) => format)).toEqual(real.map(([, format]) => format))
      for (const { accounting } of first.files) expect(balances(accounting)).toBe(true)
      expect(first.files.map(({ accounting }) => accounting.in)).toEqual([3001, 150, 32])
      const before = counts(database)
      expect(before['posting']).toBe(first.files.reduce((sum, { accounting }) => sum + accounting.out, 0))
      const again = await importInto(database, ...files)
      for (const { accounting } of again.files) {
        expect(balances(accounting)).toBe(true)
        expect(accounting.out).toBe(0)
      }
      expect(counts(database)).toEqual(before)
    },
    180_000,
  )
})
