import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../shared-folder.ts'
import { runVigie, temporaryFolder } from './run-vigie.ts'

const ads = sharedPath('data/ads.jsonl')

interface Report {
  readonly totals: { readonly vacanciesInWindow: number; readonly byTitleRole: Readonly<Record<string, number>> }
  readonly verdicts: readonly {
    readonly verdict: string
    readonly estimate: {
      readonly low: number
      readonly high: number
      readonly nVacancies: number
      readonly nEmployers: number
    } | null
    readonly sentence: { readonly fr: string }
    readonly claim: { readonly id: string; readonly test: { readonly testable: string } }
  }[]
}

const DECIDED = new Set(['supported', 'overstated', 'understated', 'contradicted'])

describe('the report on real ads', () => {
  it.skipIf(ads === null)(
    'gives every claim a verdict or a reason, and decides nothing on too few ads (skipped where the real ads are absent)',
    async () => {
      const folder = temporaryFolder()
      const vigie = (...args: string[]) => runVigie(args, { cwd: folder })
      const imported = await vigie('import', String(ads))
      expect(imported.code, imported.stderr).toBe(0)
      const made = await vigie('report', '--window', 'all', '--out', 'real')
      expect(made.code, made.stderr).toBe(0)
      const report = JSON.parse(readFileSync(join(folder, 'real/report.json'), 'utf8')) as Report
      expect(report.totals.vacanciesInWindow).toBeGreaterThan(2_500)
      expect(report.verdicts.length).toBeGreaterThan(200)
      for (const { claim, verdict, estimate, sentence } of report.verdicts) {
        expect(sentence.fr.length, claim.id).toBeGreaterThan(20)
        expect(verdict === 'not_testable', claim.id).toBe(claim.test.testable === 'no')
        if (!DECIDED.has(verdict)) continue
        expect(estimate, claim.id).not.toBeNull()
        expect(estimate?.nVacancies, claim.id).toBeGreaterThanOrEqual(20)
        expect(estimate?.nEmployers, claim.id).toBeGreaterThanOrEqual(12)
      }
      const html = readFileSync(join(folder, 'real/index.html'), 'utf8')
      expect(html.includes('Marché fictif'), 'real ads are not marked as sample data').toBe(false)
      expect(html.length).toBeLessThan(1_500_000)
    },
    240_000,
  )
})
