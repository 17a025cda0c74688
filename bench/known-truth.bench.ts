import { coverageCases, measureCoverage } from './known-truth/coverage.ts'
import { supportedAtBest } from './known-truth/independent-ads.ts'
import { runScenario } from './known-truth/run-scenario.ts'
import { DECIDING, type MarketSize, SCENARIOS, type Scenario } from './known-truth/scenarios.ts'

// What the judge says of markets whose truth is known: 500 markets of each kind, employers of Zipf size.
// `npx tsx bench/known-truth.bench.ts [markets]`; the test of the same name draws 100.
const MARKETS = Number(process.argv[2] ?? 500)
const EMPLOYERS = [15, 40, 150] as const
const VACANCIES = 400

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function say(holds: boolean, promise: string, figures: string): void {
  if (!holds) process.exitCode = 1
  console.log(`${holds ? 'ok  ' : 'MISS'} ${promise}: ${figures}`)
}

console.log(`${MARKETS} markets each; ${VACANCIES} vacancies of 15, 40, 150 employers`)
for (const scenario of SCENARIOS) {
  const errors = EMPLOYERS.map((employers) => {
    const at = (distance: number) =>
      runScenario(scenario, { vacancies: VACANCIES, employers, markets: MARKETS, distance })
    return { rejected: at(0).rejected, supported: at(2).supported }
  })
  say(
    errors.every(({ rejected, supported }) => rejected <= 0.05 && supported <= 0.05),
    `${scenario.name}, errors`,
    `true called false ${errors.map(({ rejected }) => percent(rejected)).join(', ')}; false called supported ${errors.map(({ supported }) => percent(supported)).join(', ')} (each at most 5 %)`,
  )
  sayDecisions(scenario)
}

function sayDecisions(scenario: Scenario): void {
  const { name, decidesAt } = scenario
  const supportedAt = (size: MarketSize) => runScenario(scenario, { ...size, markets: MARKETS, distance: 0 }).supported
  const refuted = runScenario(scenario, { ...DECIDING, markets: MARKETS, distance: 3 }).rejected
  const supported = supportedAt(DECIDING)
  const enough = decidesAt === DECIDING ? supported : supportedAt(decidesAt)
  const best = decidesAt === DECIDING ? 0 : supportedAtBest(scenario, MARKETS)
  const more =
    decidesAt === DECIDING
      ? ''
      : `; on ${sizeOf(decidesAt)}, ${decidesAt.labelled.positives} + ${decidesAt.labelled.negatives} labelled ads, supported ${percent(enough)}; on ${sizeOf(DECIDING)} with ads of one employer no more alike than others and the reader’s errors known ${percent(best)}`
  say(
    supported >= 0.8 && refuted >= 0.8,
    `${name}, decides`,
    `on ${sizeOf(DECIDING)} true supported ${percent(supported)}, false called so ${percent(refuted)}${more} (at least 80 %)`,
  )
}

function sizeOf({ vacancies, employers }: MarketSize): string {
  return `${vacancies} vacancies of ${employers} employers`
}

console.log('coverage of the 95 % intervals / mean width over the true 95 % spread')
for (const one of coverageCases()) {
  const least = one.name.startsWith('median') ? 0.93 : 0.9
  const found = EMPLOYERS.map((employers) => ({
    employers,
    ...measureCoverage(one, { vacancies: VACANCIES, employers, markets: MARKETS }),
  }))
  // Where all estimates fall on one heap there is no spread to compare with.
  const isTooWide = found.some(
    ({ employers, widthRatio }) => employers >= 40 && Number.isFinite(widthRatio) && widthRatio > 1.6,
  )
  say(
    found.every(({ coverage, narrowest }) => coverage >= least && narrowest > 0) && !isTooWide,
    `${one.name}, coverage`,
    `${found.map(({ coverage, widthRatio }) => `${percent(coverage)} / ${Number.isFinite(widthRatio) ? widthRatio.toFixed(2) : 'no spread'}`).join('   ')} (at least ${percent(least)}, at most 1.6 from 40 employers on)`,
  )
}
