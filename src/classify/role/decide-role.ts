import { ROLES, type Role } from '../../domain/role.ts'
import { logOdds, sigmoid } from './logistic.ts'
import type { RoleInput } from './role-example.ts'
import type { RoleStep } from './role-model-schema.ts'
import { cosinesOf, likenessOf, type RoleProfiles, type StepName, stepRow } from './train-role-model.ts'

/** Probability of yes in each step. */
export type StepScores = Readonly<Record<StepName, number>>

/** All feature values of an ad, cosines with the role profiles included. */
export function featureValues({ features, vector }: RoleInput, profiles: RoleProfiles): Float64Array {
  return Float64Array.from([...features, ...likenessOf(cosinesOf(vector, profiles))])
}

/** Scores of the three steps. */
export function stepScores(values: Float64Array, steps: Readonly<Record<StepName, RoleStep>>): StepScores {
  const score = (name: StepName) => sigmoid(steps[name].scale * logOdds(steps[name], stepRow(name, values)))
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

/** The role the steps lead to, by their thresholds. */
export function decideRole(scores: StepScores, thresholds: StepScores): Role {
  if (scores.social < thresholds.social) return 'other'
  if (scores.steers < thresholds.steers) return 'cm'
  return scores.daily < thresholds.daily ? 'smm' : 'hybrid'
}

/** Index of a role in `ROLES`. */
export function roleIndex(role: Role): number {
  return ROLES.indexOf(role)
}
