import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ReportStageOptions, reportStage } from '../../src/cli/stages/report-stage.ts'
import { removeStaged, stageFiles } from '../../src/cli/stages/stage-files.ts'
import { writeIndex } from '../../src/cli/stages/write-report.ts'
import { storeSnapshot } from '../../src/store/statistics/store-snapshot.ts'
import { addVacancies, marketDatabase } from '../report/market-database.ts'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const DAY = '2026-11-04'
const options: ReportStageOptions = {
  ...{ snapshotId: DAY, asOfDate: DAY, window: 365, readerVersion: '1' },
  coverage: { least: 0, sourceIds: [] },
}

function market() {
  const database = marketDatabase()
  addVacancies(database, [{ employer: 'Maison Fictive', firstSeenOn: '2026-11-01' }])
  const count = (table: string) => Number(database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get())
  return { database, counts: () => [count('snapshot'), count('verdict'), count('verdict_vacancy')] }
}

describe('a report made once more under the same name', () => {
  it('that cannot be written leaves the snapshot and the report that were there', () => {
    const { database, counts } = market()
    const place = { folder: join(temporaryFolder(), DAY), lang: 'en', index: null } as const
    reportStage(database, options, place)
    const before = counts()
    expect(before[0]).toBe(1)
    rmSync(join(place.folder, 'report.json'))
    mkdirSync(join(place.folder, 'report.json'))
    writeFileSync(join(place.folder, 'index.html'), 'OLD')
    expect(() => reportStage(database, options, place)).toThrow(/Cannot write the report to .*a folder is in its place/)
    expect(counts()).toEqual(before)
    expect(readFileSync(join(place.folder, 'index.html'), 'utf8')).toBe('OLD')
    expect(readdirSync(place.folder).sort()).toEqual(['index.html', 'report.json', 'report.md', 'snapshot.json'])
  })

  it('whose last step fails is not stored at all', () => {
    const { database, counts } = market()
    const record = { ...{ snapshotId: DAY, asOfDate: DAY, windowFrom: null, versions: {} }, verdicts: [] }
    const cells = [{ stat: 'vacancies', group: 'all', estimate: null, vacancies: 7 }]
    const fail = () => {
      throw new Error('no room')
    }
    expect(() => storeSnapshot(database, { ...record, cells }, fail)).toThrow('no room')
    expect(counts()).toEqual([0, 0, 0])
    storeSnapshot(database, { ...record, cells })
    expect(() => storeSnapshot(database, { ...record, cells: [] }, fail)).toThrow('no room')
    expect(database.prepare('SELECT vacancy_count FROM stat_cell').pluck().all()).toEqual([7])
  })
})

describe('files that are put in place together', () => {
  const contents = [
    ['a.html', 'NEW A'],
    ['b.md', 'NEW B'],
    ['c.json', 'NEW C'],
  ] as const
  const read = (folder: string) =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

  it('are there all, and nothing of those before', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.html'), 'OLD A')
    const staged = stageFiles(folder, contents)
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('OLD A')
    staged.publish()
    staged.settle()
    expect(read(folder)).toEqual(Object.fromEntries(contents))
  })

  it('come back as they were when one cannot be, or when what follows fails', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.html'), 'OLD A')
    const staged = stageFiles(folder, contents)
    mkdirSync(join(folder, 'c.json'))
    expect(() => staged.publish()).toThrow(/EISDIR/)
    rmSync(join(folder, 'c.json'), { recursive: true })
    expect(read(folder)).toEqual({ 'a.html': 'OLD A' })
    const again = stageFiles(folder, contents)
    again.publish()
    again.discard()
    expect(read(folder)).toEqual({ 'a.html': 'OLD A' })
  })

  it('leave nothing of a process that was killed, and all of one that lives', () => {
    const folder = temporaryFolder()
    // Above the greatest process number of any Linux.
    const dead = 4_194_305
    writeFileSync(join(folder, `.a.html.new-${dead}`), 'half')
    writeFileSync(join(folder, `.b.md.old-${dead}`), 'OLD B')
    writeFileSync(join(folder, `.a.html.new-${process.ppid}`), 'under way')
    writeFileSync(join(folder, `.mine.new-${dead}`), 'not a file of these')
    const staged = stageFiles(folder, contents)
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('OLD B')
    staged.publish()
    staged.settle()
    expect(read(folder)).toEqual({
      ...Object.fromEntries(contents),
      [`.a.html.new-${process.ppid}`]: 'under way',
      [`.mine.new-${dead}`]: 'not a file of these',
    })
  })
})

describe('a set of files whose process was killed', () => {
  const names = ['a.html', 'b.md', 'c.json']
  // Above the greatest process number of any Linux.
  const dead = 4_194_305
  const fill = (files: Readonly<Record<string, string>>): string => {
    const folder = temporaryFolder()
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return folder
  }
  const read = (folder: string) =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

  it.each([
    ['half in place over an older set', { 'a.html': 'NEW', [`.a.html.old-${dead}`]: 'OLD' }],
    ['half in place where there was none', { 'a.html': 'NEW' }],
  ])('goes back whole when it was %s', (_, placed) => {
    const folder = fill({
      ...placed,
      'b.md': 'OLD',
      [`.b.md.old-${dead}`]: 'OLD',
      [`.b.md.new-${dead}`]: 'NEW',
      [`.c.json.new-${dead}`]: 'NEW',
    })
    removeStaged(folder, names)
    const a = `.a.html.old-${dead}` in placed ? { 'a.html': 'OLD' } : {}
    expect(read(folder)).toEqual({ ...a, 'b.md': 'OLD' })
  })

  it('stays when all of it was in place, and goes when none was', () => {
    const all = fill({ 'a.html': 'NEW', 'b.md': 'NEW', 'c.json': 'NEW', [`.b.md.old-${dead}`]: 'OLD' })
    removeStaged(all, names)
    expect(read(all)).toEqual({ 'a.html': 'NEW', 'b.md': 'NEW', 'c.json': 'NEW' })
    const none = fill({ 'a.html': 'OLD', [`.a.html.new-${dead}`]: 'NEW', [`.b.md.new-${dead}`]: 'NE' })
    removeStaged(none, names)
    expect(read(none)).toEqual({ 'a.html': 'OLD' })
  })

  it('is cleared when it had our own number, as in a container', () => {
    const folder = fill({ [`.a.html.new-${process.pid}`]: 'NE' })
    removeStaged(folder, names)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is no matter in a folder that is none, and takes its own folder along when it fails', () => {
    const folder = temporaryFolder()
    removeStaged(join(folder, 'nowhere'), names)
    writeFileSync(join(folder, 'file'), '')
    removeStaged(join(folder, 'file'), names)
    const staged = stageFiles(join(folder, 'new', 'report'), [['a.html', 'A']])
    staged.discard()
    expect(readdirSync(join(folder, 'new'))).toEqual([])
  })
})

describe('vigie report into a folder with a file that cannot be replaced', () => {
  it('leaves the files that were there', async () => {
    const folder = temporaryFolder()
    const ad = { id: 'a1', title: 'Community manager', description: 'Vous animez nos communautés.', date: '2026-03-02' }
    writeFileSync(join(folder, 'ads.jsonl'), `${JSON.stringify(ad)}\n`)
    mkdirSync(join(folder, 'half', 'report.json'), { recursive: true })
    writeFileSync(join(folder, 'half', 'index.html'), 'OLD')
    expect((await runVigie(['import', 'ads.jsonl', '-d', 'r.sqlite'], { cwd: folder })).code).toBe(0)
    const { code, stderr } = await runVigie(['report', '-d', 'r.sqlite', '--out', 'half'], { cwd: folder })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/Cannot write the report to .*a folder is in its place/)])
    expect(readdirSync(join(folder, 'half')).sort()).toEqual(['index.html', 'report.json'])
    expect(readFileSync(join(folder, 'half', 'index.html'), 'utf8')).toBe('OLD')
  })
})

describe('the page that lists the reports', () => {
  it('is looked at before anything is stored when a folder stands in its place', async () => {
    const folder = temporaryFolder()
    const vigie = (...args: string[]) => runVigie([...args, '-d', 'r.sqlite'], { cwd: folder })
    const ad = { id: 'a1', title: 'Community manager', description: 'Vous animez nos communautés.', date: '2026-03-02' }
    writeFileSync(join(folder, 'ads.jsonl'), `${JSON.stringify(ad)}\n`)
    mkdirSync(join(folder, 'reports', 'index.html'), { recursive: true })
    expect((await vigie('import', 'ads.jsonl')).code).toBe(0)
    for (const command of [['report'], ['run'], ['demo']]) {
      const { code, stderr } = await vigie(...command)
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/Cannot write the list of reports .*index\.html: a folder/),
      ])
    }
    expect(readdirSync(join(folder, 'reports')).filter((name) => name !== 'summary.json')).toEqual(['index.html'])
    expect((await vigie('query', '--sql', 'SELECT COUNT(*) AS n FROM snapshot')).stdout).toMatch(/\n0\n?$/)
  })

  it('is put in place by a rename, for which the rights on the one before do not matter', () => {
    const folder = temporaryFolder()
    const page = join(folder, 'index.html')
    writeFileSync(page, 'OLD')
    const before = statSync(page).ino
    expect(writeIndex(folder, 'en')).toBe(page)
    expect(statSync(page).ino, 'another file under the same name').not.toBe(before)
    expect(readdirSync(folder)).toEqual(['index.html'])
  })

  it('clears away what a killed process left of the reports beside it', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, DAY))
    writeFileSync(join(folder, DAY, '.index.html.new-4194305'), 'half')
    writeFileSync(join(folder, '.index.html.new-4194305'), 'half')
    writeIndex(folder, 'en')
    expect([readdirSync(folder).sort(), readdirSync(join(folder, DAY))]).toEqual([[DAY, 'index.html'], []])
  })
})
