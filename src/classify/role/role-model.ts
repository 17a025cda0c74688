import type { RoleContribution } from '../../domain/reading.ts'
import { ROLES, type Role } from '../../domain/role.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { decideRole, featureValues, roleScores, stepScores } from './decide-role.ts'
import { contributionsOf } from './logistic.ts'
import type { RoleInput } from './role-example.ts'
import type { RoleModelData } from './role-model-schema.ts'
import { type RoleProfiles, type StepName, stepRow } from './train-role-model.ts'

/** What the role model makes of one ad. */
export interface RoleReading {
  readonly role: Role
  readonly roleScores: Readonly<Record<Role, number>>
  /** True when the score of the role reaches the model's limit. */
  readonly sure: boolean
  /** What spoke for and against the role, the strongest first. */
  readonly contributions: readonly RoleContribution[]
}

/** Which steps lead to a role, and with which answer. */
const PATHS: Readonly<Record<Role, readonly (readonly [StepName, 1 | -1])[]>> = {
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

const MOST_CONTRIBUTIONS = 12

/** The role model of `profiles/role-model.json`, ready to read ads. */
export class RoleModel {
  readonly #data: RoleModelData
  readonly #profiles: RoleProfiles

  constructor(data: RoleModelData, vocabulary: Vocabulary) {
    this.#data = data
    this.#profiles = ROLES.map((role) => {
      const profile = new Float64Array(vocabulary.size)
      for (const [term, weight] of Object.entries(data.profiles[role] ?? {}))
        profile[vocabulary.termNamed(term)] = weight
      profile[0] = 0
      profile[1] = 0
      return profile
    })
  }

  /** The role of an ad with its calibrated scores and what made it. */
  read(input: RoleInput): RoleReading {
    const values = featureValues(input, this.#profiles)
    const steps = stepScores(values, this.#data)
    const scores = roleScores(steps)
    const role = decideRole(steps, this.#data.thresholds)
    return {
      role,
      roleScores: scores,
      sure: scores[role] >= this.#data.sureFrom,
      contributions: this.#contributions(values, role),
    }
  }

  #contributions(values: ArrayLike<number>, role: Role): readonly RoleContribution[] {
    const found = PATHS[role].flatMap(([name, sign]) => {
      const step = this.#data[name]
      const row = stepRow(name, values)
      return contributionsOf(step, row).map((contribution, index) => ({
        feature: `${name}/${step.features[index] ?? ''}`,
        value: rounded(row[index] ?? 0),
        contribution: rounded(sign * step.scale * contribution),
      }))
    })
    return found
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.feature < b.feature ? -1 : 1))
      .slice(0, MOST_CONTRIBUTIONS)
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
