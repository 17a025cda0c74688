import { evaluate } from '../src/classify/eval/evaluate.ts'
import { evaluatePay } from '../src/classify/eval/pay-evaluation.ts'
import { loadProfiles } from '../src/classify/lexicon/load-profiles.ts'
import { readGoldFiles, readProjectGold } from '../src/cli/gold-files.ts'
import { openPartReaders, PROFILES_FOLDER } from '../src/cli/open-reader.ts'
import { sharedPath } from '../tests/shared-folder.ts'

/*
 * How well ads are read, against labels set by hand: roles by cross-validation grouped by employer, median of five seeds,
 * with title and keywords alone as references; missions; titles; pay and attributes. On the labelled ads that lie beside
 * the checkout when they are there, else on the project's own. Run: npx tsx bench/accuracy.bench.ts
 */
const files = ['gold/ads.dev.jsonl', 'gold/salary.dev.jsonl'].flatMap((name) => sharedPath(name) ?? [])
const own = readProjectGold()
const isOwn = files.length < 2
const gold = isOwn ? own : readGoldFiles(files)

function say(promise: string, value: number, least: number, more = ''): void {
  const holds = value >= least
  if (!holds) process.exitCode = 1
  console.log(`${holds ? 'ok  ' : 'MISS'} ${promise}: ${value.toFixed(3)}, at least ${least}${more}`)
}

const { lexicon, corpus } = loadProfiles(PROFILES_FOLDER)
if (corpus === null) throw new Error('There is no corpus yet: vigie train.')
console.log(
  `     ${isOwn ? 'the project’s own' : 'beside the checkout:'} ${gold.ads.length} ads, ${gold.wordings.length} wordings of pay`,
)
const { role, title, missions } = evaluate('bench', gold.ads, isOwn ? [] : own.ads, lexicon, corpus)
const reference = (measure: 'macroF1' | 'social' | 'steers') => {
  const [, ...others] = role.measured
  return `; ${others.map((other) => `${other.name} ${other[measure].toFixed(3)}`).join(', ')}`
}
say('role, macro-F1', role.medians.macroF1, 0.7, reference('macroF1'))
say('social or not, F1', role.medians.social, 0.9, reference('social'))
say('steers or not, F1', role.medians.steers, 0.8, reference('steers'))
say('role of the title, accuracy', title.accuracy, 0.95, ` (n ${title.titles})`)
say('missions, micro-F1', missions.microF1, 0.8)
say('missions, macro-F1', missions.macroF1, 0.72)

const pay = evaluatePay(openPartReaders(), gold.wordings, gold.payAds)
type Score = typeof pay.wordings.precision
const sayShare = (promise: string, { hits, of }: Score, least: number) => say(promise, hits / of, least, ` (n ${of})`)
sayShare('pay wordings, precision', pay.wordings.precision, 0.98)
sayShare('pay wordings, recall', pay.wordings.recall, 0.95)
sayShare('pay wordings, min, max and period right', pay.wordings.exact, 0.97)
const { hits, of } = pay.wordings.falseAmounts
say('pay wordings without an amount, none read', 1 - hits / of, 0.99, ` (n ${of})`)
sayShare('pay in ads, precision', pay.ads.precision, 0.95)
sayShare('pay in ads, recall', pay.ads.recall, 0.9)
sayShare('contract', pay.attributes.contract, 0.95)
sayShare('education', pay.attributes.education, 0.9)
sayShare('least experience', pay.attributes.experienceMin, 0.9)
