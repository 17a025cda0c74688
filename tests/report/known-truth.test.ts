import { describe, expect, it } from 'vitest'
import { coverageCases, measureCoverage } from '../../bench/known-truth/coverage.ts'
import { runScenario } from '../../bench/known-truth/run-scenario.ts'
import { DECIDING, SCENARIOS } from '../../bench/known-truth/scenarios.ts'

// The small version of bench/known-truth.bench.ts, which draws 500 markets of each.
const MARKETS = 100
const EMPLOYERS = [15, 40, 150] as const
const VACANCIES = 400

describe('on markets with a stated truth the judge', () => {
  it.each(SCENARIOS)('hardly ever calls a true claim false or a false one supported: $name', (scenario) => {
    for (const employers of EMPLOYERS) {
      const at = (distance: number) =>
        runScenario(scenario, { vacancies: VACANCIES, employers, markets: MARKETS, distance })
      expect(at(0).rejected, `true claim rejected, ${employers} employers`).toBeLessThanOrEqual(0.05)
      expect(at(2).supported, `false claim supported, ${employers} employers`).toBeLessThanOrEqual(0.05)
    }
  })

  it.each(SCENARIOS)(
    'decides on $decidesAt.vacancies vacancies of $decidesAt.employers employers: $name',
    (scenario) => {
      const supporting = runScenario(scenario, { ...scenario.decidesAt, markets: MARKETS, distance: 0 })
      const refuting = runScenario(scenario, { ...DECIDING, markets: MARKETS, distance: 3 })
      expect(supporting.supported).toBeGreaterThanOrEqual(0.8)
      expect(refuting.rejected).toBeGreaterThanOrEqual(0.8)
    },
  )

  it.each(coverageCases())('states intervals that hold the truth: $name', (one) => {
    const found = EMPLOYERS.map((employers) =>
      measureCoverage(one, { vacancies: VACANCIES, employers, markets: MARKETS }),
    )
    const coverage = found.reduce((sum, each) => sum + each.coverage, 0) / found.length
    expect(coverage).toBeGreaterThanOrEqual(one.name.startsWith('median') ? 0.93 : 0.9)
    for (const [index, { narrowest, widthRatio }] of found.entries()) {
      expect(narrowest).toBeGreaterThan(0)
      // Where all estimates fall on one heap there is no spread to compare with.
      if ((EMPLOYERS[index] ?? 0) >= 40 && Number.isFinite(widthRatio)) expect(widthRatio).toBeLessThanOrEqual(1.6)
    }
  })
})
