import type { RoleContribution } from '../../domain/reading.ts'
import type { Role } from '../../domain/role.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { decideRole, roleScores, stepScores } from './decide-role.ts'
import { contributionsOf } from './logistic.ts'
import type { RoleInput } from './role-example.ts'
import type { RoleModelData, RoleStep } from './role-model-schema.ts'
import { type FittedRoleModel, type FittedStep, type StepName, stepRow } from './train-role-model.ts'

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
/** Words that move the log-odds by less are not worth telling. */
const LOUD_WORD = 0.1

function spoken(step: RoleStep, vocabulary: Vocabulary): FittedStep {
  const words = new Float64Array(vocabulary.size)
  for (const [term, weight] of Object.entries(step.words)) words[vocabulary.termNamed(term)] = weight
  // Stop and unknown words are no terms.
  words[0] = 0
  words[1] = 0
  return { ...step, words }
}

/** The role model of `profiles/role-model.json`, ready to read ads. */
export class RoleModel {
  readonly #data: RoleModelData
  readonly #steps: FittedRoleModel
  readonly #vocabulary: Vocabulary

  constructor(data: RoleModelData, vocabulary: Vocabulary) {
    this.#data = data
    this.#vocabulary = vocabulary
    this.#steps = {
      social: spoken(data.social, vocabulary),
      steers: spoken(data.steers, vocabulary),
      daily: spoken(data.daily, vocabulary),
    }
  }

  /** The role of an ad with its calibrated scores and what made it. */
  read(input: RoleInput): RoleReading {
    const steps = stepScores(input, this.#steps)
    const scores = roleScores(steps)
    const role = decideRole(steps, this.#data.thresholds)
    return {
      role,
      roleScores: scores,
      sure: scores[role] >= this.#data.sureFrom,
      contributions: this.#contributions(input, role),
    }
  }

  #contributions(input: RoleInput, role: Role): readonly RoleContribution[] {
    const found = PATHS[role].flatMap(([name, sign]) => {
      const step = this.#steps[name]
      const row = stepRow(name, input.features)
      const features = contributionsOf(step, row).map((contribution, index) => ({
        feature: `${name}/${step.features[index] ?? ''}`,
        value: rounded(row[index] ?? 0),
        contribution: rounded(sign * step.scale * contribution),
      }))
      return [...features, ...this.#wordContributions(input, name, sign)]
    })
    return found
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.feature < b.feature ? -1 : 1))
      .slice(0, MOST_CONTRIBUTIONS)
  }

  /** What single words added, the loud ones: a word is called by its stem. */
  #wordContributions({ vector }: RoleInput, name: StepName, sign: 1 | -1): readonly RoleContribution[] {
    const { words, scale } = this.#steps[name]
    const found: RoleContribution[] = []
    for (let index = 0; index < vector.terms.length; index++) {
      const term = vector.terms[index] ?? 0
      const value = vector.weights[index] ?? 0
      const contribution = sign * scale * value * (words[term] ?? 0)
      if (Math.abs(contribution) < LOUD_WORD) continue
      const feature = `${name}/word:${this.#vocabulary.nameOf(term)}`
      found.push({ feature, value: rounded(value), contribution: rounded(contribution) })
    }
    return found
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
