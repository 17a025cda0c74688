import type { RoleContribution } from '../../domain/reading.ts'
import type { Role } from '../../domain/role.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { decideRole, ROLE_PATHS, roleScores, stepScores } from './decide-role.ts'
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

/** What a feature, or a word, added in a step; named only once it is known to be among the loudest. */
interface Contribution {
  readonly step: StepName
  /** Index among the features of the step, or -1. */
  readonly feature: number
  /** Number of the word, or -1. */
  readonly term: number
  readonly value: number
  readonly contribution: number
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
    const found: Contribution[] = []
    for (const [name, sign] of ROLE_PATHS[role]) {
      this.#addFeatures(found, input, name, sign)
      this.#addWords(found, input, name, sign)
    }
    return found
      .sort(
        (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (this.#nameOf(a) < this.#nameOf(b) ? -1 : 1),
      )
      .slice(0, MOST_CONTRIBUTIONS)
      .map((one) => ({ feature: this.#nameOf(one), value: rounded(one.value), contribution: one.contribution }))
  }

  #addFeatures(found: Contribution[], { features }: RoleInput, name: StepName, sign: 1 | -1): void {
    const step = this.#steps[name]
    const row = stepRow(name, features)
    const contributions = contributionsOf(step, row)
    for (let feature = 0; feature < contributions.length; feature++) {
      const contribution = rounded(sign * step.scale * (contributions[feature] ?? 0))
      found.push({ step: name, feature, term: -1, value: row[feature] ?? 0, contribution })
    }
  }

  /** What single words added, the loud ones: a word is called by its stem. */
  #addWords(found: Contribution[], { vector }: RoleInput, name: StepName, sign: 1 | -1): void {
    const { words, scale } = this.#steps[name]
    const { terms, weights } = vector
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] ?? 0
      const value = weights[index] ?? 0
      const contribution = sign * scale * value * (words[term] ?? 0)
      if (Math.abs(contribution) < LOUD_WORD) continue
      found.push({ step: name, feature: -1, term, value, contribution: rounded(contribution) })
    }
  }

  #nameOf({ step, feature, term }: Contribution): string {
    return term === -1
      ? `${step}/${this.#steps[step].features[feature] ?? ''}`
      : `${step}/word:${this.#vocabulary.nameOf(term)}`
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
