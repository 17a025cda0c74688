import { judgeClaim } from '../../src/report/judge/judge-claim.ts'
import { drawMarket } from './draw-market.ts'
import { LABELLED } from './measure-reader.ts'
import type { MarketSize, Scenario } from './scenarios.ts'

/** How often each thing happened in markets of one kind (shares, 0–1). */
export interface Outcome {
  readonly supported: number
  /** Called overstated, understated or contradicted. */
  readonly rejected: number
}

/** Judges a scenario's claim in `markets` markets drawn at a distance (in tolerances) from it. */
export function runScenario(
  scenario: Scenario,
  {
    vacancies,
    employers,
    labelled = LABELLED,
    markets,
    distance,
  }: Omit<MarketSize, 'labelled'> & Partial<MarketSize> & { readonly markets: number; readonly distance: number },
): Outcome {
  let supported = 0
  let rejected = 0
  for (let seed = 1; seed <= markets; seed++) {
    const market = drawMarket(vacancies, employers, 1_000_003 * seed + employers)
    const { verdict } = judgeClaim(scenario.test, {
      ...scenario.draw(market, distance, labelled),
      middleDate: '2026-01-01',
      withoutOpenPay: false,
    })
    if (verdict === 'supported') supported += 1
    if (verdict === 'overstated' || verdict === 'understated' || verdict === 'contradicted') rejected += 1
  }
  return { supported: supported / markets, rejected: rejected / markets }
}
