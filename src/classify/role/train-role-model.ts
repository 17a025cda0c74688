import { ROLES, type Role } from '../../domain/role.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { addTo, centroid, cosine, type SparseVector } from '../tfidf/tfidf-model.ts'
import { type FitOptions, fitLogistic } from './logistic.ts'
import type { RoleExample } from './role-example.ts'
import { ROLE_FEATURES } from './role-features.ts'
import type { RoleModelData, RoleStep } from './role-model-schema.ts'

/** How the steps are fitted; chosen once by cross-validation on the training labels. */
export interface TrainOptions {
  readonly social: FitOptions
  readonly steers: FitOptions
  readonly daily: FitOptions
}

/** Settings found best by cross-validation. */
export const TRAIN_OPTIONS: TrainOptions = {
  social: { ridge: 8, positiveWeight: 1 },
  steers: { ridge: 3, positiveWeight: 1 },
  daily: { ridge: 10, positiveWeight: 1 },
}

/** The dense TF-IDF profile of each role, in the order of `ROLES`. */
export type RoleProfiles = readonly Float64Array[]

/** Profiles of the roles from labelled ads. */
export function profilesOf(examples: readonly RoleExample[], size: number): RoleProfiles {
  return ROLES.map((role) =>
    centroid(
      examples.filter((example) => example.role === role).map(({ vector }) => vector),
      size,
    ),
  )
}

/** Sums of the vectors of each role, from which one ad can be taken out. */
function sumsOf(examples: readonly RoleExample[], size: number): readonly Float64Array[] {
  return ROLES.map((role) => {
    const sum = new Float64Array(size)
    for (const example of examples) if (example.role === role) addTo(sum, example.vector, 1)
    return sum
  })
}

/** Cosines of an ad with the profiles of the roles. */
export function cosinesOf(vector: SparseVector, profiles: RoleProfiles): readonly number[] {
  return profiles.map((profile) => cosine(vector, profile))
}

/** Cosines, and how much likelier the watched jobs are than others, and those that steer than those that do not. */
export function likenessOf(cosines: readonly number[]): readonly number[] {
  const [cm = 0, smm = 0, hybrid = 0, other = 0] = cosines
  return [...cosines, (cm + smm + hybrid) / 3 - other, (smm + hybrid) / 2 - cm]
}

/** Features of each ad with cosines to profiles that were made without the ads of its own employer. */
export function rowsWithoutSelf(examples: readonly RoleExample[], size: number): readonly Float64Array[] {
  const sums = sumsOf(examples, size)
  const squares = sums.map((sum) => sum.reduce((total, value) => total + value * value, 0))
  const groups = new Map<string, RoleExample[]>()
  for (const example of examples) groups.set(example.group, [...(groups.get(example.group) ?? []), example])
  const own = new Float64Array(size)
  return examples.map((example) => {
    const cosines = ROLES.map((role, index) => {
      const sum = sums[index] ?? own
      const same = (groups.get(example.group) ?? []).filter((other) => other.role === role)
      for (const { vector } of same) addTo(own, vector, 1)
      // |sum - own|² and (sum - own)·v, without building the difference.
      const square =
        (squares[index] ?? 0) +
        same.reduce((total, { vector }) => total + cosine(vector, own) - 2 * cosine(vector, sum), 0)
      const product = cosine(example.vector, sum) - cosine(example.vector, own)
      for (const { vector } of same) clear(own, vector)
      return square > 1e-9 ? product / Math.sqrt(square) : 0
    })
    return Float64Array.from([...example.features, ...likenessOf(cosines)])
  })
}

function clear(vector: Float64Array, { terms }: SparseVector): void {
  for (const term of terms) vector[term] = 0
}

const STEPS = {
  social: { among: () => true, says: (role: Role) => role !== 'other' },
  steers: { among: (role: Role) => role !== 'other', says: (role: Role) => role === 'smm' || role === 'hybrid' },
  daily: { among: (role: Role) => role === 'smm' || role === 'hybrid', says: (role: Role) => role === 'hybrid' },
} as const

/**
 * Features each step may use: few, because there are few labelled ads. Chosen for what they mean, not by trial.
 */
const STEP_FEATURES: Readonly<Record<StepName, readonly string[]>> = {
  social: [
    'social-against-elsewhere',
    'social-share',
    'social-density',
    'elsewhere-density',
    'social-opening',
    'social-anywhere',
    'job-named',
    'daily-beside-social',
    'steering-density',
    'mission:team',
    'mission:press',
    'mission:performance',
    'like:hybrid',
    'like:other',
  ],
  steers: [
    'steering-density',
    'mission:strategy',
    'mission:budget',
    'mission:team',
    'mission:performance',
    'mission:advertising',
    'mission:animation',
    'social-count',
    'like-steering',
    'like-social',
  ],
  daily: [
    'mission:publication',
    'daily-density',
    'mission:animation',
    'mission:moderation',
    'mission:visual',
    'mission:video',
    'mission:advertising',
    'mission:event',
    'mission:press',
  ],
}

function indicesOf(name: StepName): readonly number[] {
  return STEP_FEATURES[name].map((feature) => ROLE_FEATURES.indexOf(feature))
}

const STEP_INDICES: Readonly<Record<StepName, readonly number[]>> = {
  social: indicesOf('social'),
  steers: indicesOf('steers'),
  daily: indicesOf('daily'),
}

/** Values of the features a step uses, in its order. */
export function stepRow(name: StepName, values: ArrayLike<number>): readonly number[] {
  return STEP_INDICES[name].map((index) => values[index] ?? 0)
}

/** Name of a step of the role model. */
export type StepName = keyof typeof STEPS

function fitStep(
  name: StepName,
  examples: readonly RoleExample[],
  rows: readonly Float64Array[],
  options: FitOptions,
): RoleStep {
  const { among, says } = STEPS[name]
  const chosen = examples.map((example, index) => ({ example, index })).filter(({ example }) => among(example.role))
  const model = fitLogistic(
    chosen.map(({ index }) => stepRow(name, rows[index] ?? [])),
    chosen.map(({ example }) => says(example.role)),
    options,
  )
  return { ...model, features: STEP_FEATURES[name], scale: 1 }
}

/** A trained model before it is written: steps and dense profiles. */
export interface FittedRoleModel {
  readonly steps: Readonly<Record<StepName, RoleStep>>
  readonly profiles: RoleProfiles
}

/** Fits the three steps and the profiles on labelled ads; deterministic. `size` is the number of vocabulary terms. */
export function fitRoleModel(
  examples: readonly RoleExample[],
  size: number,
  options: TrainOptions = TRAIN_OPTIONS,
): FittedRoleModel {
  const rows = rowsWithoutSelf(examples, size)
  return {
    steps: {
      social: fitStep('social', examples, rows, options.social),
      steers: fitStep('steers', examples, rows, options.steers),
      daily: fitStep('daily', examples, rows, options.daily),
    },
    profiles: profilesOf(examples, size),
  }
}

/** Terms kept per profile; the rest moves a cosine by less than noise. */
const MOST_PROFILE_TERMS = 1500

function sparseProfile(profile: Float64Array, vocabulary: Vocabulary): Readonly<Record<string, number>> {
  const terms = Array.from(profile, (weight, term) => ({ weight, term }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, MOST_PROFILE_TERMS)
    .map(({ weight, term }): [string, number] => [vocabulary.nameOf(term), Math.round(weight * 1e5) / 1e5])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(terms)
}

/** The model as the data that is written to `profiles/role-model.json`. */
export function roleModelData(
  fitted: FittedRoleModel,
  examples: readonly RoleExample[],
  vocabulary: Vocabulary,
  decided: Pick<RoleModelData, 'thresholds' | 'sureFrom' | 'version'>,
): RoleModelData {
  const byRole = Object.fromEntries(ROLES.map((role) => [role, examples.filter((one) => one.role === role).length]))
  return {
    version: decided.version,
    trainedOn: { ads: examples.length, byRole },
    ...fitted.steps,
    thresholds: decided.thresholds,
    sureFrom: decided.sureFrom,
    profiles: Object.fromEntries(
      ROLES.map((role, index) => [role, sparseProfile(fitted.profiles[index] ?? new Float64Array(0), vocabulary)]),
    ),
  }
}
