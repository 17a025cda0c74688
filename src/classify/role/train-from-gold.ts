import type { Role } from '../../domain/role.ts'
import { compileLexicon } from '../lexicon/compile-lexicon.ts'
import type { LexiconData } from '../lexicon/lexicon-schema.ts'
import { ContentReader } from '../missions/content-reader.ts'
import type { CorpusData } from '../tfidf/corpus-schema.ts'
import type { RoleExample } from './role-example.ts'
import { RoleInputReader } from './role-input-reader.ts'
import type { RoleModelData } from './role-model-schema.ts'
import { roleModelData } from './train-role-model.ts'
import { tuneRoleModel } from './tune-role-model.ts'

/** What training needs of a labelled ad. */
export interface LabelledText {
  readonly id: string
  readonly description: string
  readonly company: string | null
  readonly labels: { readonly role: Role }
}

const SEED = 1

/** Labelled ads as the role model sees them, ads of one employer in one group; all or none of the target domain. */
export function roleExamples(
  ads: readonly LabelledText[],
  isTarget: boolean,
  lexiconData: LexiconData,
  corpus: CorpusData,
): { readonly examples: readonly RoleExample[]; readonly size: number } {
  const lexicon = compileLexicon(lexiconData, Object.keys(corpus.frequencies))
  const content = new ContentReader(lexicon)
  const inputs = new RoleInputReader(corpus, lexicon)
  const examples = ads.map(({ id, description, company, labels }) => ({
    ...inputs.read(content.read(description)),
    id,
    group: company ?? `ad ${id}`,
    role: labels.role,
    isTarget,
  }))
  return { examples, size: inputs.size }
}

/**
 * Trains the role model on labelled ads, helped by ads of another kind: the data of `profiles/role-model.json`. Deterministic: the
 * same ads, lexicon and corpus give the same model, byte for byte.
 */
export function trainRoleModel(
  ads: readonly LabelledText[],
  helping: readonly LabelledText[],
  lexiconData: LexiconData,
  corpus: CorpusData,
  version: string,
): RoleModelData {
  const lexicon = compileLexicon(lexiconData, Object.keys(corpus.frequencies))
  const { examples: targets, size } = roleExamples(ads, true, lexiconData, corpus)
  const examples = [...targets, ...roleExamples(helping, false, lexiconData, corpus).examples]
  const { fitted, thresholds, sureFrom } = tuneRoleModel(examples, size, SEED)
  return roleModelData(fitted, examples, lexicon.vocabulary, { thresholds, sureFrom, version })
}
