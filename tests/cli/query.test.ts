import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const folder = temporaryFolder()
const vigie = (...args: string[]) => runVigie(args, { cwd: folder })

describe('the commands around a database', () => {
  beforeAll(async () => {
    const ads = Array.from({ length: 40 }, (_, index) => ({
      id: `ad-${index}`,
      title: index % 2 === 0 ? 'Community manager H/F' : 'Social media manager H/F',
      company: `Maison Fictive ${index % 9}`,
      location: '69 - LYON',
      contract: 'CDI',
      salary: index % 2 === 0 ? '27 000 € brut par an' : '38-42 K€',
      date: '2026-03-02',
      description: `Annonce ${index}. Vous animez nos communautés et répondez aux commentaires. Contact : Camille Exemplaire, camille@maison-${index}.example. ${'Vous rédigez les publications. '.repeat(3)}`,
    }))
    writeFileSync(join(folder, 'ads.jsonl'), ads.map((ad) => JSON.stringify(ad)).join('\n'))
    const { code, stderr } = await vigie('import', 'ads.jsonl')
    expect(code, stderr).toBe(0)
  })

  it('lists the questions and answers one as table, CSV and JSON', async () => {
    expect((await vigie('query')).stdout).toMatch(/pay-by-role/)
    expect((await vigie('query', 'pay-by-role')).stdout).toMatch(/^title_role +vacancies/)
    expect((await vigie('query', 'pay-by-role', '--format', 'csv')).stdout).toMatch(/^title_role,vacancies/)
    const rows = JSON.parse((await vigie('query', 'pay-by-role', '--json')).stdout) as {
      title_role: string
      median: number
    }[]
    expect(Object.fromEntries(rows.map(({ title_role, median }) => [title_role, median]))).toMatchObject({
      cm: 27_000,
      smm: 40_000,
    })
  })

  it('refuses a value that no row can have, where an empty answer would look like a finding', async () => {
    const { code, stderr, stdout } = await vigie('query', 'mismatched-ads', 'role=zzz')
    expect(stderr).toMatch(/role=zzz is not possible: give one of cm, smm, hybrid, other\./)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    const search = await vigie('query', 'search-ads', 'words=community-manager')
    expect(search.stderr).toMatch(/community-manager cannot be searched: .* in double quotes: "community-manager"\./)
    expect(search.code).toBe(2)
    expect((await vigie('query', 'search-ads', 'words="community-manager"')).code).toBe(0)
    expect((await vigie('query')).stdout).toMatch(/mismatched-ads .*\[role=cm\|smm\|hybrid\|other limit=…\]/)
  })

  it('runs reading SQL, and nothing that writes', async () => {
    expect((await vigie('query', '--sql', 'SELECT COUNT(*) AS n FROM posting')).stdout).toMatch(/\n40\n?$/)
    for (const sql of ['DELETE FROM posting', 'PRAGMA user_version = 3', 'SELECT nonsense(']) {
      const { code, stderr, stdout } = await vigie('query', '--sql', sql)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    expect((await vigie('query', 'pay-by-rol')).stderr).toMatch(/Did you mean pay-by-role/)
  })

  it('says how the database is', async () => {
    const { code, stdout } = await vigie('doctor', '--database')
    expect(stdout).toMatch(/✓ database: file +well/)
    expect(code).toBe(0)
  })

  it('exports tables with their data package', async () => {
    for (const format of ['csv', 'jsonl', 'parquet', 'sqlite']) {
      const { code, stdout, stderr } = await vigie('export', '--format', format, '--json')
      expect(code, stderr).toBe(0)
      expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(0)
    }
  })

  it('keeps the contact out, forgets a person on demand, and says when there was nothing to forget', async () => {
    const leak = await vigie(
      'query',
      '--sql',
      "SELECT COUNT(*) AS n FROM posting_text WHERE description LIKE '%camille%' OR description LIKE '%@maison%'",
    )
    expect(leak.stdout).toMatch(/\n0\n?$/)
    const { code, stdout } = await vigie('forget', 'Maison Fictive 3')
    expect(stdout).toMatch(/forgotten/)
    expect(code).toBe(0)
    expect((await vigie('forget', 'Zébulon Inconnu')).code).toBe(4)
    expect((await vigie('forget', 'a')).code).toBe(2)
    expect((await vigie('forget', '%%%')).code).toBe(2)
    expect((await vigie('doctor')).code).toBe(0)
  })

  it('writes a report, a second one beside it on the same day, and shows a claim with its verdict', async () => {
    const first = JSON.parse((await vigie('report', '--as-of', '2026-04-01', '--json')).stdout) as { snapshot: string }
    const second = JSON.parse((await vigie('report', '--as-of', '2026-04-01', '--json')).stdout) as { snapshot: string }
    expect([first.snapshot, second.snapshot]).toEqual(['2026-04-01', '2026-04-01-2'])
    for (const file of ['index.html', 'report.md', 'report.json']) {
      const text = readFileSync(join(folder, 'reports/2026-04-01', file), 'utf8').toLowerCase()
      for (const planted of ['camille', 'exemplaire', '@maison'])
        expect(text.includes(planted), `${file}: ${planted}`).toBe(false)
    }
    expect((await vigie('claims', 'A-pay-cm')).stdout).toMatch(/last verdict +too few ads \(2026-04-01-2\): /)
    expect((await vigie('claims')).stdout).toMatch(/A-pay-cm/)
    const french = (await vigie('claims', 'A-pay-cm', '--lang', 'fr')).stdout
    expect(french).toMatch(/^Ce qui est compté\n.*offres +offres de community manager$/ms)
    expect(french).toMatch(/^dernier verdict +trop peu d’offres \(2026-04-01-2\)\u00a0: /m)
    const { lastVerdict } = JSON.parse((await vigie('claims', 'A-pay-cm', '--json')).stdout) as { lastVerdict: object }
    expect(lastVerdict).toMatchObject({ snapshotId: '2026-04-01-2' })
  })

  it('prints the schema of the configuration, and what it understood', async () => {
    const schema = JSON.parse((await vigie('config', '--schema')).stdout) as { properties: object }
    expect(Object.keys(schema.properties)).toContain('sources')
    expect(JSON.parse((await vigie('config')).stdout)).toMatchObject({ sources: [], language: 'fr' })
  })

  it('lists sources with their permission, and what is refused and why', async () => {
    const { stdout } = await vigie('sources')
    expect(stdout).toMatch(/^source +type +ads +live +last run +outcome +last whole run/m)
    expect(stdout).toMatch(/permission: /)
    expect(stdout).toMatch(/LinkedIn\n {2}\S/)
  })
})
