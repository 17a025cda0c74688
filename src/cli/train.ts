import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadProfiles } from '../classify/lexicon/load-profiles.ts'
import { trainRoleModel } from '../classify/role/train-from-gold.ts'
import { isoDay } from '../domain/clock.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { GlobalOptions } from './global-options.ts'
import { readGoldFiles, readProjectGold } from './gold-files.ts'
import { PROFILES_FOLDER } from './open-reader.ts'
import { counted, say, sayJson } from './say.ts'
import { systemClock } from './system-clock.ts'
import { UserError } from './user-error.ts'

type TrainOptions = GlobalOptions & { readonly gold?: readonly string[]; readonly modelVersion?: string }

/** `vigie train --gold FILE…`: trains the role model on labelled ads, helped by those of the project; on these alone without files. */
export async function runTrain(options: TrainOptions): Promise<ExitCode> {
  const { lexicon, corpus } = loadProfiles(PROFILES_FOLDER)
  if (corpus === null) throw new UserError('profiles/corpus.json is missing: restore it, training weighs words by it.')
  const own = readProjectGold().ads
  const ads = options.gold === undefined ? own : readGoldFiles(options.gold).ads
  if (ads.length === 0)
    throw new UserError('The files given hold no labelled ads, only pay wordings: a role is not learnt from these.')
  // Whoever names the project's own file means its ads: none may stand on both sides.
  const named = new Set(ads.map(({ id }) => id))
  const helping = own.filter(({ id }) => !named.has(id))
  const model = trainRoleModel(ads, helping, lexicon, corpus, options.modelVersion ?? isoDay(systemClock.now()))
  const path = join(PROFILES_FOLDER, 'role-model.json')
  writeFileSync(path, `${JSON.stringify(model, null, 1)}\n`)
  if (options.json === true) sayJson({ path, version: model.version, trainedOn: model.trainedOn })
  else {
    const byRole = Object.entries(model.trainedOn.byRole).map(([role, count]) => `${count} ${role}`)
    say(
      `trained on ${counted(model.trainedOn.ads, 'labelled ad')} (${byRole.join(', ')}): profiles/role-model.json, version ${model.version}`,
    )
    say('Next: vigie eval, then vigie classify.')
  }
  return EXIT.ok
}
