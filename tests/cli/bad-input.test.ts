import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const GOOD = {
  ...{ id: 'a1', title: 'Community manager', description: 'Vous animez nos communautés.', date: '2026-03-02' },
  location: 'Lyon',
}

/** A folder with files that are each wrong in one way. */
function folderOfFaults(): string {
  const folder = temporaryFolder()
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
  write('good.jsonl', `${JSON.stringify(GOOD)}\n`)
  write('truncated.json', '{"resultats":[{"id":"1","intitule":"Community manager","descr')
  write('wrong-columns.csv', 'a,b\n1,2\n')
  write('empty.jsonl', '')
  write('odd.yaml', 'databse: x.sqlite\n')
  write('text.sqlite', 'not a database at all, only words '.repeat(100))
  const newer = new Database(join(folder, 'newer.sqlite'))
  newer.pragma('user_version = 9000')
  newer.close()
  return folder
}

describe('bad input gives one clear message and exit 2', () => {
  const folder = folderOfFaults()
  it.each([
    ['a missing file', ['import', 'nowhere.jsonl'], /Cannot import nowhere\.jsonl: there is no such file/],
    ['a truncated JSON', ['import', 'truncated.json', '--format', 'france-travail'], /truncated\.json/],
    ['a CSV without the mapped column', ['import', 'wrong-columns.csv', '--map', 'title=intitule'], /intitule/],
    ['an unknown field in the map', ['import', 'good.jsonl', '--map', 'titel=x'], /titel/],
    ['a map that is none', ['import', 'good.jsonl', '--map', 'title'], /"title" is not key=column/],
    ['an empty file', ['import', 'empty.jsonl'], /empty/],
    ['an unknown format', ['import', 'good.jsonl', '--format', 'jsnl'], /Did you mean jsonl\?/],
    ['an unknown option', ['report', '--as-off', '2026-01-01'], /unknown option '--as-off'/],
    ['an unknown command', ['raport'], /unknown command 'raport'/],
    ['a day that is none', ['report', '--as-of', '2026-13-45'], /YYYY-MM-DD/],
    ['a day no calendar has', ['import', 'good.jsonl', '--seen', '2026-02-31'], /YYYY-MM-DD/],
    ['a day to come, to report on', ['report', '--as-of', '2199-01-01'], /still to come/],
    ['a day to come, to have seen an ad on', ['import', 'good.jsonl', '--seen', '2199-01-01'], /still to come/],
    ['a window before the calendar', ['report', '--window', '99999999999'], /up to 36500, or all/],
    ['a folder as input', ['import', '.'], /it is a folder/],
    ['a missing configuration', ['crawl', '--config', 'none.yaml'], /Cannot read the configuration none\.yaml/],
    ['an unknown key', ['crawl', '--config', 'odd.yaml'], /unknown key `databse`.*Did you mean `database`/],
    ['nothing to crawl', ['crawl'], /nothing to crawl/],
    ['no database', ['report', '--database', 'none.sqlite'], /There is no database/],
    ['a corrupt database', ['report', '--database', 'text.sqlite'], /Cannot use the database .*text\.sqlite/],
    ['a newer database', ['report', '--database', 'newer.sqlite'], /schema 9000.*Update vigie/],
    ['an unknown claim', ['claims', 'A-pay-cn'], /Did you mean A-pay-cm/],
    ['a file to read that is missing', ['read', 'nowhere.jsonl'], /Cannot read nowhere\.jsonl/],
  ])('%s', async (_name, args, message) => {
    const { code, stderr, stdout } = await runVigie(args, { cwd: folder })
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr, 'no stack trace for a user’s mistake').not.toMatch(/\n\s+at /)
  })

  it('leaves nothing half-written when one of several files is bad', async () => {
    const { code } = await runVigie(['import', 'good.jsonl', 'truncated.json', '--database', 'new.sqlite'], {
      cwd: folder,
    })
    expect(code).toBe(2)
    expect(existsSync(join(folder, 'new.sqlite'))).toBe(false)
  })

  it('writes a report or an export beside what lies in a folder, and never over a file', async () => {
    const own = join(temporaryFolder(), 'victim')
    mkdirSync(own)
    writeFileSync(join(own, 'thesis.txt'), 'ten years of work')
    await runVigie(['import', 'good.jsonl', '--database', 'small.sqlite'], { cwd: folder })
    for (const command of ['report', 'export']) {
      const { code } = await runVigie([command, '--database', 'small.sqlite', '--out', own], { cwd: folder })
      expect(code).toBe(0)
      expect(readFileSync(join(own, 'thesis.txt'), 'utf8')).toBe('ten years of work')
      const onFile = await runVigie([command, '--database', 'small.sqlite', '--out', 'good.jsonl'], { cwd: folder })
      expect(onFile.code).toBe(2)
      expect(onFile.stderr).not.toMatch(/\n\s+at /)
    }
    expect(readFileSync(join(folder, 'good.jsonl'), 'utf8')).toContain('Community manager')
  })

  it('leaves a file that is no database as it was', async () => {
    const before = readFileSync(join(folder, 'text.sqlite'))
    await runVigie(['import', 'good.jsonl', '--database', 'text.sqlite'], { cwd: folder })
    expect(readFileSync(join(folder, 'text.sqlite')).equals(before)).toBe(true)
  })
})
