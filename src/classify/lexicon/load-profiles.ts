import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type RoleModelData, roleModelSchema } from '../role/role-model-schema.ts'
import { type CorpusData, corpusSchema } from '../tfidf/corpus-schema.ts'
import { type LexiconData, lexiconSchema } from './lexicon-schema.ts'

/** Everything the reader knows that is data, from the files of one `profiles/` folder. */
export interface Profiles {
  readonly lexicon: LexiconData
  /** Document frequencies of the corpus; null before `vigie train` has run. */
  readonly corpus: CorpusData | null
  /** Weights of the role model; null before `vigie train` has run. */
  readonly roleModel: RoleModelData | null
}

const FILES = ['words', 'context', 'sections', 'titles', 'roles', 'skills', 'tools', 'platforms'] as const

/** A file of `profiles/` does not read as it should. */
export class ProfilesError extends Error {
  override readonly name = 'ProfilesError'
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new ProfilesError(`${path} cannot be read as YAML; correct or restore it.`, { cause })
  }
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** Reads and checks `profiles/`; throws a `ProfilesError` that names the file and the place. */
export function loadProfiles(folder: string): Profiles {
  const missions = readdirSync(join(folder, 'missions'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readYaml(join(folder, 'missions', name)))
  const files = Object.fromEntries(FILES.map((name) => [name, readYaml(join(folder, `${name}.yaml`))]))
  const lexicon = lexiconSchema.safeParse({ ...files, missions })
  if (!lexicon.success) {
    const [issue] = lexicon.error.issues
    throw new ProfilesError(`${folder}: ${issue?.path.join('.')}: ${issue?.message}; see profiles/README.md.`)
  }
  const corpus = readJson(join(folder, 'corpus.json'))
  const roleModel = readJson(join(folder, 'role-model.json'))
  return {
    lexicon: lexicon.data,
    corpus: corpus === null ? null : corpusSchema.parse(corpus),
    roleModel: roleModel === null ? null : roleModelSchema.parse(roleModel),
  }
}
