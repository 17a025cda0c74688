import { coverageCases, measureCoverage } from './known-truth/coverage.ts'
import { runScenario } from './known-truth/run-scenario.ts'
import { SCENARIOS } from './known-truth/scenarios.ts'

// What the judge says of markets whose truth is known: 500 markets of each kind, employers of Zipf size.
// `npx tsx bench/known-truth.bench.ts [markets]`; the test of the same name draws 100.
const MARKETS = Number(process.argv[2] ?? 500)
const EMPLOYERS = [15, 40, 150] as const
const VACANCIES = 400
const broken: string[] = []

function promise(kept: boolean, what: string): void {
  if (!kept) broken.push(what)
}
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

console.log(
  `${MARKETS} markets each; ${VACANCIES} vacancies of 15, 40, 150 employers: true claims rejected, false ones supported`,
)
for (const scenario of SCENARIOS) {
  const cells = EMPLOYERS.map((employers) => {
    const at = (distance: number) =>
      runScenario(scenario, { vacancies: VACANCIES, employers, markets: MARKETS, distance })
    const { rejected } = at(0)
    const { supported } = at(2)
    promise(rejected <= 0.05 && supported <= 0.05, `${scenario.name}, ${employers} employers: errors`)
    return `${percent(rejected)} / ${percent(supported)}`
  })
  const big = (distance: number) =>
    runScenario(scenario, { vacancies: 800, employers: 250, markets: MARKETS, distance })
  const [supported, rejected] = [big(0).supported, big(3).rejected]
  promise((supported >= 0.8 || !scenario.decides) && rejected >= 0.8, `${scenario.name}: decides`)
  console.log(
    `${scenario.name.padEnd(48)} ${cells.join('   ').padEnd(48)} 800 of 250: true supported ${percent(supported)}, false called so ${percent(rejected)}`,
  )
}

console.log('coverage of the 95 % intervals / mean width over the true 95 % spread')
for (const one of coverageCases()) {
  const least = one.name.startsWith('median') ? 0.93 : 0.9
  const cells = EMPLOYERS.map((employers) => {
    const found = measureCoverage(one, { vacancies: VACANCIES, employers, markets: MARKETS })
    promise(found.coverage >= least, `${one.name}, ${employers} employers: coverage`)
    promise(found.narrowest > 0, `${one.name}: width 0`)
    if (employers >= 40 && Number.isFinite(found.widthRatio)) {
      promise(found.widthRatio <= 1.6, `${one.name}, ${employers} employers: too wide`)
    }
    return `${percent(found.coverage)} / ${Number.isFinite(found.widthRatio) ? found.widthRatio.toFixed(2) : 'no spread'}`
  })
  console.log(`${one.name.padEnd(48)} ${cells.join('   ')}`)
}

if (broken.length > 0) {
  console.error(`promises broken: ${broken.join('; ')}`)
  process.exitCode = 1
}
