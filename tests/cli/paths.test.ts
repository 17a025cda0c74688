import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const AD = {
  ...{ id: 'a1', title: 'Community manager', description: 'Vous animez nos communautés.', date: '2026-03-02' },
  location: 'Lyon',
}
const folder = temporaryFolder()
const vigie = (...args: string[]) => runVigie(args, { cwd: folder })

function snapshots(): number {
  const database = new Database(join(folder, 'ads.sqlite'), { readonly: true })
  try {
    return Number(database.prepare('SELECT COUNT(*) FROM snapshot').pluck().get())
  } finally {
    database.close()
  }
}

beforeAll(async () => {
  writeFileSync(join(folder, 'ads.jsonl'), `${JSON.stringify(AD)}\n`)
  writeFileSync(join(folder, 'below-file.yaml'), 'reports: ads.jsonl/reports\n')
  const { code, stderr } = await vigie('import', 'ads.jsonl', '-d', 'ads.sqlite')
  expect(code, stderr).toBe(0)
})

describe('a place that cannot be written', () => {
  // In /proc no folder can be made: mkdir says that its parent does not exist, for ever.
  const noFolders = existsSync('/proc/self') ? '/proc' : 'ads.jsonl'
  it.each([
    ['a report where no folder can be made', ['report', '--out', `${noFolders}/x`], /Cannot write the report to .*x: /],
    ['an export there', ['export', '--out', `${noFolders}/x/y`], /Cannot write the export to .*y: /],
    [
      'a database there',
      ['import', 'ads.jsonl', '-d', `${noFolders}/x/v.sqlite`],
      /Cannot make the folder of the data/,
    ],
    ['the demo there', ['demo', '--out', `${noFolders}/x`], /Cannot write the reports to .*x: /],
    ['a report below a file', ['report', '--out', 'ads.jsonl/x'], /a part of its path is a file, not a folder/],
    ['a report in place of a file', ['report', '--out', 'ads.jsonl'], /a part of its path is a file, not a folder/],
    ['a night with reports below a file', ['run', '--config', 'below-file.yaml'], /a part of its path is a file/],
    ['an import into a folder', ['import', 'ads.jsonl', '-d', '.'], /it is a folder. Name the file in it, e\.g\. /],
    ['a report from a folder', ['report', '-d', '.'], /it is a folder. Name the file in it/],
    ['a night into a folder', ['run', '-d', '.'], /it is a folder. Name the file in it/],
    ['a database below a file', ['import', 'ads.jsonl', '-d', 'ads.jsonl/v'], /a part of its path is a file/],
    ['one two folders below a file', ['import', 'ads.jsonl', '-d', 'ads.jsonl/s/v'], /a part of its path is a file/],
    [
      'a configuration that is a folder',
      ['config', '--config', '.'],
      /Cannot read the configuration \.: it is a folder/,
    ],
  ])(
    'is named in a sentence: %s',
    async (_name, args, message) => {
      const { code, stderr, stdout } = await vigie(...args, ...(args.includes('-d') ? [] : ['-d', 'ads.sqlite']))
      expect(stderr).toMatch(message)
      expect(stderr, 'no word of the system’s own').not.toMatch(/E[A-Z]{4,}|Free some space|\.\.\s/)
      expect(code).toBe(2)
      expect(stdout).toBe('')
    },
    20_000,
  )

  it('leaves no lock beside a folder that was taken for a database', () => {
    expect(readdirSync(folder).filter((name) => name.includes('lock') && !name.startsWith('ads.sqlite'))).toEqual([])
    expect(existsSync(`${folder}.lock`)).toBe(false)
  })
})

describe('a report that cannot be put in place', () => {
  it('leaves no snapshot behind, and no file under another name', async () => {
    const before = snapshots()
    const out = join(folder, 'taken')
    mkdirSync(join(out, 'index.html'), { recursive: true })
    const { code, stderr } = await vigie('report', '-d', 'ads.sqlite', '--out', out)
    expect(stderr).toMatch(/Cannot write the report to .*taken: a folder is in its place/)
    expect(code).toBe(2)
    expect(snapshots()).toBe(before)
    expect(readdirSync(out)).toEqual(['index.html'])
    expect((await vigie('report', '-d', 'ads.sqlite', '--out', join(folder, 'free'))).code).toBe(0)
    expect(snapshots()).toBe(before + 1)
  })
})

describe('a day before there were ads to judge', () => {
  it.each([
    ['report', '--as-of', '0000-01-01'],
    ['report', '--as-of', '1999-12-31'],
    ['import', 'ads.jsonl', '--seen', '0001-01-01'],
  ])('is refused: %s %s %s', async (...args) => {
    const { code, stderr } = await vigie(...args)
    expect(stderr).toMatch(/Give a day from 2000-01-01 on/)
    expect(code).toBe(2)
  })
})
