import { type Simulation, simulate } from '../tests/nights/simulate.ts'
import { timeSecondRuns } from './nights/second-run.ts'

/** Thirty hostile nights each: `npm run bench -- nights`, or seeds of one's own: `tsx bench/nights.bench.ts 7 8`. */
const seeds = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [11, 12, 13, 14, 15]

function say(holds: boolean, promise: string, figures: string): void {
  console.log(`${holds ? 'ok  ' : 'MISS'} ${promise}: ${figures}`)
}

const done: Simulation[] = []
for (const seed of seeds) {
  const result = await simulate(seed, 30, (line) => console.log(`  seed ${seed} ${line}`))
  done.push(result)
  for (const line of [...result.wrong, ...result.unnamed, ...result.falseAlarms, ...result.problems]) {
    console.log(`  seed ${seed} ! ${line}`)
  }
}
const sum = (count: (one: Simulation) => number) => done.reduce((total, one) => total + count(one), 0)
const most = (figure: (one: Simulation) => number) => Math.max(...done.map(figure))
const nights = `${seeds.length} seeds, ${sum((one) => one.nights)} nights`
say(
  sum(({ wrong }) => wrong.length) === 0,
  'sightings, postings and ads gone equal the plan',
  `${sum(({ wrong }) => wrong.length)} differences in ${sum(({ sightings }) => sightings)} sightings of ${sum(({ postings }) => postings)} postings, ${nights}`,
)
say(
  sum(({ unnamed }) => unnamed.length) === 0,
  'every fault is named in the summary of its night',
  `${sum(({ unnamed }) => unnamed.length)} of ${sum(({ faults }) => faults)} not named`,
)
say(
  most(({ falseAlarms }) => falseAlarms.length) <= 1,
  'at most one false alarm per seed',
  `at most ${most(({ falseAlarms }) => falseAlarms.length)}, ${sum(({ falseAlarms }) => falseAlarms.length)} in all`,
)
say(
  sum(({ problems }) => problems.length) === 0,
  'the file is sound and its books balance',
  `${sum(({ problems }) => problems.length)} problems`,
)
const growth = most(({ heapAtEnd, heapAfterTen }) => heapAtEnd / heapAfterTen)
say(growth <= 1.2, 'memory is flat', `at most ${growth.toFixed(2)} of the tenth night’s heap, 1.2 allowed`)
const { second, least } = await timeSecondRuns(11)
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
say(
  middle(second) < 1_000,
  'a second vigie run exits 75',
  `${middle(second).toFixed(0)} ms from start to end, ${(middle(second) / middle(least)).toFixed(1)} × vigie --version (${middle(least).toFixed(0)} ms); below 1,000 ms`,
)
const slowest = most(({ seconds }) => seconds)
say(slowest <= 600, 'thirty nights', `${Math.round(slowest)} s for the slowest seed, 600 s allowed`)
