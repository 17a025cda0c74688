import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accuracyData } from '../classify/eval/accuracy-data.ts'
import { type Evaluation, evaluate } from '../classify/eval/evaluate.ts'
import { evaluateUnseen, type UnseenEvaluation } from '../classify/eval/evaluate-unseen.ts'
import { evaluatePay } from '../classify/eval/pay-evaluation.ts'
import { renderPayEvaluation } from '../classify/eval/pay-markdown.ts'
import { type ModelCardFacts, renderModelCard } from '../classify/eval/render-model-card.ts'
import { loadProfiles } from '../classify/lexicon/load-profiles.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { type GoldFiles, readGoldFiles, readProjectGold, readUnseenGold } from './gold-files.ts'
import { openPartReaders, openReader, PROFILES_FOLDER } from './open-reader.ts'
import { shipped } from './package-root.ts'
import { say, sayJson } from './say.ts'
import { UserError } from './user-error.ts'

type EvalOptions = GlobalOptions & { readonly gold?: readonly string[]; readonly dryRun?: boolean }

const OWN_SET = 'fixtures/gold, written for the project'
const UNSEEN_SET = 'fixtures/gold/unseen.jsonl, written to mislead'

/**
 * `vigie eval --gold FILE…`: measures the readers on labelled ads (the project's own always, and alone when no file is
 * named) and writes docs/model-card.md, profiles/evaluation.json and profiles/accuracy.json.
 */
export async function runEval(options: EvalOptions): Promise<ExitCode> {
  const { lexicon, corpus, roleModel } = loadProfiles(PROFILES_FOLDER)
  if (corpus === null || roleModel === null) throw new UserError('There is no trained model yet: vigie train.')
  const own = readProjectGold()
  const given = options.gold === undefined ? null : readGoldFiles(options.gold)
  const evaluations = roleSets(given, own).map(({ set, ads, helping }) => evaluate(set, ads, helping, lexicon, corpus))
  const pay = [...(given === null ? [] : [{ set: nameOf(given), gold: given }]), { set: OWN_SET, gold: own }].map(
    ({ set, gold }) => ({
      set,
      markdown: renderPayEvaluation(evaluatePay(openPartReaders(), gold.wordings, gold.payAds)),
    }),
  )
  const measured = { evaluations, unseen: evaluateUnseen(UNSEEN_SET, readUnseenGold(), openReader()), pay }
  if (options.dryRun !== true) write(measured, roleModel)
  if (options.json === true) sayJson(measured)
  else {
    for (const each of evaluations) sayEvaluation(each)
    sayUnseen(measured.unseen)
  }
  return EXIT.ok
}

/** Sets of labelled ads on which roles are measured, each with the ads that only help to learn. */
export function roleSets(
  given: GoldFiles | null,
  own: GoldFiles,
): readonly { readonly set: string; readonly ads: GoldFiles['ads']; readonly helping: GoldFiles['ads'] }[] {
  const ownSet = { set: OWN_SET, ads: own.ads, helping: [] }
  // A file of pay wordings alone says nothing of roles: accuracy is not measured on no ads.
  if (given === null || given.ads.length === 0) return [ownSet]
  return [{ set: nameOf(given), ads: given.ads, helping: own.ads }, ownSet]
}

function nameOf({ names, ads }: GoldFiles): string {
  return `${names.join(', ')} (${ads.length} ads labelled by hand, not part of the project)`
}

/** What was said of pay on one set of labelled ads and wordings. */
export interface PayCard {
  readonly set: string
  readonly markdown: string
}

/** Everything that was measured: what `profiles/evaluation.json` holds and the model card says. */
export interface Measured {
  readonly evaluations: readonly Evaluation[]
  readonly unseen: UnseenEvaluation
  readonly pay: readonly PayCard[]
}

function write(measured: Measured, model: ModelCardFacts): void {
  const { version } = model
  const first = measured.evaluations[0]
  writeFileSync(join(PROFILES_FOLDER, 'evaluation.json'), `${JSON.stringify({ version, ...measured }, null, 1)}\n`)
  writeFileSync(
    join(PROFILES_FOLDER, 'accuracy.json'),
    `${JSON.stringify(accuracyData(first?.questions ?? [], version), null, 1)}\n`,
  )
  writeFileSync(shipped('docs', 'model-card.md'), renderCard(measured, model))
  say('wrote docs/model-card.md, profiles/evaluation.json, profiles/accuracy.json')
}

/** The whole model card: roles, titles and missions, then pay and attributes. */
export function renderCard({ evaluations, unseen, pay }: Measured, model: ModelCardFacts): string {
  const sections = pay.map(({ set, markdown }) => `## Pay and attributes: ${set}\n\n${markdown.trim()}\n`)
  return `${renderModelCard(evaluations, unseen, model)}\n${sections.join('\n')}`
}

const figure = (value: number): string => value.toFixed(3)

function sayEvaluation({ set, role, title, missions }: Evaluation): void {
  say(`\n${set}`)
  say(
    `  role          macro-F1 ${figure(role.medians.macroF1)}, social or not F1 ${figure(role.medians.social)}, steers or not F1 ${figure(role.medians.steers)} (${role.folds} folds by employer, median of ${role.seeds.length} seeds)`,
  )
  sayRules({ title, missions })
}

function sayUnseen({ set, ads, role, right, title, missions }: UnseenEvaluation): void {
  say(`\n${set}`)
  say(
    `  role          right in ${right.all} of ${ads}, where sure ${right.sure} of ${right.ofSure}; macro-F1 ${figure(role.macroF1)}, social or not F1 ${figure(role.social.f1)}, steers or not F1 ${figure(role.steers.f1)}`,
  )
  sayRules({ title, missions })
}

/** The readings by rules, which both kinds of sets measure alike. */
function sayRules({ title, missions }: Pick<Evaluation, 'title' | 'missions'>): void {
  say(`  title         accuracy ${figure(title.accuracy)} on ${title.titles}`)
  say(`  missions      micro-F1 ${figure(missions.microF1)}, macro-F1 ${figure(missions.macroF1)}`)
}
