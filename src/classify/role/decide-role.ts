import type { Role } from '../../domain/role.ts'
import type { SparseVector } from '../tfidf/tfidf-model.ts'
import { logOdds, sigmoid } from './logistic.ts'
import type { RoleInput } from './role-example.ts'
import { type FittedRoleModel, type StepName, stepRow } from './train-role-model.ts'

/** Probability of yes in each step. */
export type StepScores = Readonly<Record<StepName, number>>

/** Log-odds that the words of an ad add to its features. */
function wordOdds({ terms, weights }: SparseVector, words: Float64Array): number {
  let sum = 0
  for (let index = 0; index < terms.length; index++) sum += (weights[index] ?? 0) * (words[terms[index] ?? 0] ?? 0)
  return sum
}

/** Scores of the three steps. */
export function stepScores({ features, vector }: RoleInput, model: FittedRoleModel): StepScores {
  const score = (name: StepName) => {
    const step = model[name]
    return sigmoid(step.scale * (logOdds(step, stepRow(name, features)) + wordOdds(vector, step.words)))
  }
  return { social: score('social'), steers: score('steers'), daily: score('daily') }
}

/** Probabilities of the roles; they sum to 1. */
export function roleScores({ social, steers, daily }: StepScores): Readonly<Record<Role, number>> {
  return {
    cm: social * (1 - steers),
    smm: social * steers * (1 - daily),
    hybrid: social * steers * daily,
    other: 1 - social,
  }
}

/** Which steps lead to a role, and with which answer. */
export const ROLE_PATHS: Readonly<Record<Role, readonly (readonly [StepName, 1 | -1])[]>> = {
  other: [['social', -1]],
  cm: [
    ['social', 1],
    ['steers', -1],
  ],
  smm: [
    ['social', 1],
    ['steers', 1],
    ['daily', -1],
  ],
  hybrid: [
    ['social', 1],
    ['steers', 1],
    ['daily', 1],
  ],
}

/** The role the steps lead to, by their thresholds. */
export function decideRole(scores: StepScores, thresholds: StepScores): Role {
  if (scores.social < thresholds.social) return 'other'
  if (scores.steers < thresholds.steers) return 'cm'
  return scores.daily < thresholds.daily ? 'smm' : 'hybrid'
}
