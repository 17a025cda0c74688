import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTruth } from '../fixtures/market/server/market-data.ts'
import { CHROMIUM_CURE } from '../src/cli/ensure-chromium.ts'
import { VERDICTS } from '../src/domain/verdict.ts'
import { findChromium } from '../src/scrapers/http/find-chromium.ts'
import { type Finished, runVigie, temporaryFolder } from './cli/run-vigie.ts'

interface NightSummary {
  readonly night: number
  readonly postings: number
  readonly vacancies: number
  readonly verdicts: Readonly<Record<string, number>>
  readonly report: string
  readonly sources: readonly {
    readonly sourceId: string
    readonly outcome: string
    readonly postingsFound: number
    readonly postingsNew: number
  }[]
}

const folder = temporaryFolder()
// Wherever the program is installed, what it writes lies in the current folder.
const demo = (...more: string[]) => runVigie(['demo', ...more], { cwd: folder })
const summaryOf = ({ stdout }: Finished) => JSON.parse(stdout) as NightSummary
const count = (sql: string): number => {
  const database = new Database(join(folder, 'db', 'demo.sqlite'), { readonly: true })
  try {
    return Number(database.prepare(sql).pluck().get())
  } finally {
    database.close()
  }
}

describe('the whole road on the bundled market, three nights', () => {
  const nights: NightSummary[] = []
  const sightings: number[] = []

  beforeAll(async () => {
    expect(findChromium(), `a board needs a browser: ${CHROMIUM_CURE}`).not.toBeNull()
    for (let night = 1; night <= 4; night++) {
      const finished = await demo('--json')
      expect(finished.code, finished.stderr).toBe(0)
      nights.push(summaryOf(finished))
      sightings.push(count('SELECT COUNT(*) FROM sighting'))
    }
  }, 240_000)

  it('crawls all five boards completely', () => {
    for (const { sources } of nights) {
      expect(sources.map(({ sourceId, outcome }) => `${sourceId} ${outcome}`)).toEqual([
        'agence-publique complete',
        'ats-board complete',
        'carrieres complete',
        'flux complete',
        'vitrine complete',
      ])
    }
  })

  it('serves night after night, and the third again', () => {
    expect(nights.map(({ night }) => night)).toEqual([1, 2, 3, 3])
    const fresh = nights.map(({ sources }) => sources.reduce((sum, { postingsNew }) => sum + postingsNew, 0))
    expect(fresh[0]).toBeGreaterThan(400)
    expect(fresh[1]).toBeGreaterThan(0)
    expect(fresh[2]).toBeGreaterThan(0)
    expect(fresh[3]).toBe(0)
  })

  it('lets sightings grow and doubles nothing', () => {
    expect(sightings).toEqual([...sightings].sort((a, b) => a - b))
    expect(new Set(sightings.slice(0, 3)).size).toBe(3)
    expect(count('SELECT COUNT(*) - COUNT(DISTINCT source_id || char(10) || ext_id) FROM posting')).toBe(0)
    expect(nights[3]?.vacancies).toBe(nights[2]?.vacancies)
    expect(count('SELECT COUNT(*) FROM posting WHERE gone_on_date IS NOT NULL')).toBeGreaterThan(0)
  })

  it('joins duplicates: fewer vacancies than postings', () => {
    for (const { postings, vacancies } of nights) expect(vacancies).toBeLessThan(postings)
  })

  it('writes one report a night in three forms, with an index', () => {
    for (const day of ['2026-11-02', '2026-11-03', '2026-11-04']) {
      for (const file of ['index.html', 'report.md', 'report.json']) {
        expect(existsSync(join(folder, 'reports', day, file))).toBe(true)
      }
      const html = readFileSync(join(folder, 'reports', day, 'index.html'), 'utf8')
      expect(html.includes('Marché fictif'), 'marked as no real market').toBe(true)
    }
    expect(readFileSync(join(folder, 'reports', 'index.html'), 'utf8')).toContain('2026-11-04/index.html')
  })

  it('judges at least twelve claims of six different measures', () => {
    const report = JSON.parse(readFileSync(join(folder, 'reports/2026-11-02/report.json'), 'utf8')) as {
      verdicts: {
        verdict: string
        estimate: { low: number; high: number } | null
        claim: { test: { measure?: { kind: string } } }
      }[]
    }
    const judged = report.verdicts.filter(({ estimate }) => estimate !== null)
    expect(judged.length).toBeGreaterThanOrEqual(12)
    expect(new Set(judged.map(({ claim }) => claim.test.measure?.kind)).size).toBeGreaterThanOrEqual(6)
  })

  it('marks sample ads as such whichever command reports on them', async () => {
    const { code, stderr } = await runVigie(['report', '--database', 'db/demo.sqlite', '--out', 'again'], {
      cwd: folder,
    })
    expect(code, stderr).toBe(0)
    const report = JSON.parse(readFileSync(join(folder, 'again/report.json'), 'utf8')) as { sampleData: boolean }
    expect(report.sampleData).toBe(true)
  })

  it('reads the ads as the sample market’s truth says: title, contract, pay', () => {
    const database = new Database(join(folder, 'db', 'demo.sqlite'), { readonly: true })
    const find = database.prepare<
      [string, string],
      { title_role: string; contract: string; kind: string; amount_min: number; amount_max: number; period: string }
    >(
      `SELECT title_role, contract, kind, amount_min, amount_max, period
       FROM posting p JOIN posting_reading USING (posting_id) LEFT JOIN salary_reading USING (posting_id)
       WHERE source_id = ? AND ext_id = ?`,
    )
    const right = { titleRole: 0, contract: 0, pay: 0, noPay: 0 }
    const all = { titleRole: 0, contract: 0, pay: 0, noPay: 0 }
    for (const truth of readTruth()) {
      const read = find.get(truth.board, truth.ref)
      if (read === undefined) continue
      all.titleRole++
      all.contract++
      right.titleRole += Number(read.title_role === truth.titleRole)
      right.contract += Number(read.contract === truth.contract)
      const { salary } = truth
      if (salary === null) {
        all.noPay++
        right.noPay += Number(read.kind !== 'stated')
      } else {
        all.pay++
        right.pay += Number(
          read.amount_min === salary.min && read.amount_max === salary.max && read.period === salary.period,
        )
      }
    }
    database.close()
    expect(all.titleRole).toBeGreaterThan(550)
    expect(right.titleRole / all.titleRole).toBeGreaterThanOrEqual(0.95)
    expect(right.contract / all.contract).toBeGreaterThanOrEqual(0.97)
    expect(right.pay / all.pay).toBeGreaterThanOrEqual(0.98)
    expect(right.noPay / all.noPay).toBeGreaterThanOrEqual(0.99)
  })

  it('says how well the readings were measured, and counts as live what the last visit listed', () => {
    const report = JSON.parse(readFileSync(join(folder, 'reports/2026-11-03/report.json'), 'utf8')) as {
      accuracy: unknown[]
      totals: { liveOnDay: number; vacancies: number }
    }
    expect(report.accuracy.length).toBeGreaterThan(20)
    expect(report.totals.liveOnDay).toBeLessThan(report.totals.vacancies)
  })

  it('shows every verdict of the design on the board', () => {
    const report = JSON.parse(readFileSync(join(folder, 'reports/2026-11-04/report.json'), 'utf8')) as {
      verdicts: { verdict: string }[]
    }
    expect(new Set(report.verdicts.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS))
  })

  it('balances every stage: in = out + skipped', () => {
    const off = count(`
      SELECT COUNT(*) FROM accounting a WHERE in_count <> out_count + (
        SELECT COALESCE(SUM(skipped_count), 0) FROM accounting_skip s
        WHERE s.run_source_id = a.run_source_id AND s.stage = a.stage)`)
    expect(off).toBe(0)
    expect(count('SELECT COUNT(*) FROM accounting')).toBeGreaterThan(0)
  })

  it('keeps no e-mail address and no telephone number in any text', () => {
    expect(count(`SELECT COUNT(*) FROM posting_text WHERE description GLOB '*[a-z0-9]@[a-z]*.[a-z]*'`)).toBe(0)
    expect(count(`SELECT COUNT(*) FROM evidence WHERE quoted GLOB '*[a-z0-9]@[a-z]*.[a-z]*'`)).toBe(0)
  })
})

describe('without a browser', () => {
  it('ends with a report that says which source could not run and why', async () => {
    const empty = temporaryFolder()
    const finished = await runVigie(['demo', '--json', '--database', 'demo.sqlite', '--out', join(empty, 'reports')], {
      cwd: empty,
      // No browser to be found, none to be had: neither npm's nor the distribution's download answers here.
      env: {
        PATH: '/nonexistent',
        VIGIE_CHROMIUM: '',
        PLAYWRIGHT_BROWSERS_PATH: empty,
        PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:1',
      },
    })
    expect(finished.code, finished.stderr).toBe(3)
    expect(finished.stderr).toMatch(/No Chromium could be fetched/)
    const { sources, report } = summaryOf(finished)
    const failed = sources.filter(({ outcome }) => outcome !== 'complete')
    expect(failed.map(({ sourceId }) => sourceId)).toEqual(['vitrine'])
    const html = readFileSync(report, 'utf8')
    expect(html.includes('vitrine'), 'the report names the source').toBe(true)
    expect(html.includes('Chromium'), 'the report says why it could not run').toBe(true)
  }, 120_000)
})
