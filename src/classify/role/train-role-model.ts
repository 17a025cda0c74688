import { ROLES, type Role } from '../../domain/role.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { type FitOptions, type FittedLogistic, fitLogistic } from './logistic.ts'
import type { RoleExample } from './role-example.ts'
import { TEXT_FEATURES } from './role-features.ts'
import type { RoleModelData, RoleStep } from './role-model-schema.ts'

/** How the steps are fitted; chosen once by cross-validation on the training labels. */
export interface TrainOptions {
  readonly social: FitOptions
  readonly steers: FitOptions
  readonly daily: FitOptions
}

/** Settings found best by cross-validation. */
export const TRAIN_OPTIONS: TrainOptions = {
  social: { ridge: 3, wordScale: 8 },
  steers: { ridge: 6, wordScale: 12 },
  daily: { ridge: 4, wordScale: 8 },
}

const STEPS = {
  social: { among: () => true, says: (role: Role) => role !== 'other' },
  steers: { among: (role: Role) => role !== 'other', says: (role: Role) => role === 'smm' || role === 'hybrid' },
  daily: { among: (role: Role) => role === 'smm' || role === 'hybrid', says: (role: Role) => role === 'hybrid' },
} as const

/**
 * Features each step may use: few, because there are few labelled ads. Chosen for what they mean; what cross-validation found to add
 * nothing beside the others was taken out again.
 */
const STEP_FEATURES: Readonly<Record<StepName, readonly string[]>> = {
  social: [
    'social-against-elsewhere',
    'social-share',
    'social-density',
    'elsewhere-density',
    'social-opening',
    'job-named',
    'daily-beside-social',
    'steering-density',
    'mission:team',
    'mission:press',
    'mission:performance',
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
  return STEP_FEATURES[name].map((feature) => TEXT_FEATURES.indexOf(feature))
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

/** One fitted step, ready to score ads. */
export interface FittedStep extends FittedLogistic {
  readonly features: readonly string[]
  /** Factor on the log-odds that makes the probabilities honest. */
  readonly scale: number
}

/** The three fitted steps of a role model. */
export type FittedRoleModel = Readonly<Record<StepName, FittedStep>>

function fitStep(name: StepName, examples: readonly RoleExample[], size: number, options: FitOptions): FittedStep {
  const { among, says } = STEPS[name]
  const chosen = examples.filter(({ role }) => among(role))
  const targets = chosen.map(({ isTarget }) => isTarget)
  const model = fitLogistic(
    chosen.map(({ features }) => stepRow(name, features)),
    chosen.map(({ role }) => says(role)),
    options,
    { vectors: chosen.map(({ vector }) => vector), size },
    new Set(targets).size > 1 ? targets : null,
  )
  return { ...model, features: STEP_FEATURES[name], scale: 1 }
}

/** Fits the three steps on labelled ads; deterministic. `size` is the number of vocabulary terms. */
export function fitRoleModel(
  examples: readonly RoleExample[],
  size: number,
  options: TrainOptions = TRAIN_OPTIONS,
): FittedRoleModel {
  return {
    social: fitStep('social', examples, size, options.social),
    steers: fitStep('steers', examples, size, options.steers),
    daily: fitStep('daily', examples, size, options.daily),
  }
}

/** Words kept per step; the rest moves no score by more than noise. */
const MOST_WORDS = 1500

function spokenWords(words: Float64Array, vocabulary: Vocabulary): Readonly<Record<string, number>> {
  const kept = Array.from(words, (weight, term) => ({ weight: Math.round(weight * 1e4) / 1e4, term }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.term - b.term)
    .slice(0, MOST_WORDS)
    .map(({ weight, term }): [string, number] => [vocabulary.nameOf(term), weight])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(kept)
}

function stepData(step: FittedStep, vocabulary: Vocabulary): RoleStep {
  return { ...step, words: spokenWords(step.words, vocabulary) }
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
    social: stepData(fitted.social, vocabulary),
    steers: stepData(fitted.steers, vocabulary),
    daily: stepData(fitted.daily, vocabulary),
    thresholds: decided.thresholds,
    sureFrom: decided.sureFrom,
  }
}
