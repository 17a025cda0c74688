import { ROLES, type Role } from '../../domain/role.ts'
import { decideRole, roleScores, stepScores } from '../role/decide-role.ts'
import { groupedFolds } from '../role/grouped-folds.ts'
import type { RoleExample } from '../role/role-example.ts'
import { tuneRoleModel } from '../role/tune-role-model.ts'
import { centroid, cosine } from '../tfidf/tfidf-model.ts'
import { bootstrapInterval, type ClassScore, macroF1, median, scorePairs } from './scores.ts'

/** How a set of predicted roles compares with the labels. */
export interface RoleScores {
  readonly perRole: readonly ClassScore[]
  readonly macroF1: number
  readonly social: ClassScore
  readonly steers: ClassScore
}

/** One way of reading the role, measured. */
export interface MeasuredReading {
  readonly name: string
  readonly macroF1: number
  readonly interval: readonly [number, number]
  readonly social: number
  readonly steers: number
}

/** What cross-validation says of the role model. */
export interface RoleEvaluation {
  readonly ads: number
  readonly trainingOnly: number
  readonly folds: number
  readonly seeds: readonly number[]
  /** Medians over the seeds. */
  readonly medians: { readonly macroF1: number; readonly social: number; readonly steers: number }
  /** Details of the seed whose macro-F1 is the median. */
  readonly scores: RoleScores
  readonly confusion: readonly (readonly number[])[]
  readonly measured: readonly MeasuredReading[]
  readonly calibration: readonly CalibrationBin[]
}

/** Ads whose role was given with about the same score, and how many were right. */
export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly ads: number
  readonly meanScore: number
  readonly right: number
}

/** A labelled ad with what other ways of reading make of it. */
export interface JudgedExample extends RoleExample {
  readonly titleRole: Role
  readonly keywordRole: Role
}

interface Prediction {
  readonly role: Role
  readonly score: number
  readonly likeRole: Role
}

const FOLDS = 10
const SEEDS = [1, 2, 3, 4, 5] as const
const BIN_EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const

function steersRole(role: Role): boolean {
  return role === 'smm' || role === 'hybrid'
}

/** Scores predicted roles: per role, social or not, and steering or not among the social ones. */
export function scoreRoles(truths: readonly Role[], answers: readonly Role[]): RoleScores {
  const pairs = truths.map((truth, index) => ({ truth, answer: answers[index] ?? 'other' }))
  const perRole = ROLES.map((role) =>
    scorePairs(
      role,
      pairs.map(({ truth, answer }) => [truth === role, answer === role]),
    ),
  )
  return {
    perRole,
    macroF1: macroF1(perRole),
    social: scorePairs(
      'social',
      pairs.map(({ truth, answer }) => [truth !== 'other', answer !== 'other']),
    ),
    steers: scorePairs(
      'steers',
      pairs
        .filter(({ truth }) => truth !== 'other')
        .map(({ truth, answer }) => [steersRole(truth), steersRole(answer)]),
    ),
  }
}

/** The mean TF-IDF direction of the ads of each role: the baseline that knows words alone. */
function profilesOf(examples: readonly RoleExample[], size: number): readonly Float64Array[] {
  return ROLES.map((role) =>
    centroid(
      examples.filter((example) => example.role === role).map(({ vector }) => vector),
      size,
    ),
  )
}

function crossValidate(
  examples: readonly JudgedExample[],
  trainingOnly: readonly RoleExample[],
  size: number,
  seed: number,
): readonly Prediction[] {
  const folds = groupedFolds(
    examples.map(({ group }) => group),
    FOLDS,
    seed,
  )
  const predictions = new Array<Prediction>(examples.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = [...examples.filter((_, index) => folds[index] !== fold), ...trainingOnly]
    const { fitted, thresholds } = tuneRoleModel(training, size, seed)
    const profiles = profilesOf(training, size)
    examples.forEach((example, index) => {
      if (folds[index] !== fold) return
      const steps = stepScores(example, fitted)
      const role = decideRole(steps, thresholds)
      const cosines = profiles.map((profile) => cosine(example.vector, profile))
      const likeRole = ROLES[cosines.indexOf(Math.max(...cosines))] ?? 'other'
      predictions[index] = { role, score: roleScores(steps)[role], likeRole }
    })
  }
  return predictions
}

function measure(name: string, truths: readonly Role[], answers: readonly Role[]): MeasuredReading {
  const { macroF1: value, social, steers } = scoreRoles(truths, answers)
  const interval = bootstrapInterval(truths.length, (indices) =>
    macroOf(
      indices.map((index) => truths[index] ?? 'other'),
      indices.map((index) => answers[index] ?? 'other'),
    ),
  )
  return { name, macroF1: value, interval, social: social.f1, steers: steers.f1 }
}

/** Macro-F1 alone, counted in one pass: the bootstrap asks for it thousands of times. */
function macroOf(truths: readonly Role[], answers: readonly Role[]): number {
  let sum = 0
  for (const role of ROLES) {
    let hits = 0
    let errors = 0
    for (let index = 0; index < truths.length; index++) {
      const truth = truths[index] === role
      const answer = answers[index] === role
      if (truth && answer) hits++
      else if (truth || answer) errors++
    }
    sum += hits === 0 ? 0 : (2 * hits) / (2 * hits + errors)
  }
  return sum / ROLES.length
}

function calibrationOf(truths: readonly Role[], predictions: readonly Prediction[]): readonly CalibrationBin[] {
  return BIN_EDGES.slice(1).map((to, index) => {
    const from = BIN_EDGES[index] ?? 0
    const inside = predictions
      .map((prediction, ad) => ({ ...prediction, truth: truths[ad] }))
      .filter(({ score }) => score > from && score <= to)
    return {
      from,
      to,
      ads: inside.length,
      meanScore: inside.reduce((sum, { score }) => sum + score, 0) / Math.max(1, inside.length),
      right: inside.filter(({ role, truth }) => role === truth).length,
    }
  })
}

/** Cross-validates the role model on labelled ads, grouped by employer; `trainingOnly` ads never count. */
export function evaluateRoles(
  examples: readonly JudgedExample[],
  trainingOnly: readonly RoleExample[],
  size: number,
): RoleEvaluation {
  const truths = examples.map(({ role }) => role)
  const runs = SEEDS.map((seed) => {
    const predictions = crossValidate(examples, trainingOnly, size, seed)
    return {
      predictions,
      scores: scoreRoles(
        truths,
        predictions.map(({ role }) => role),
      ),
    }
  })
  const middle = median(runs.map(({ scores }) => scores.macroF1))
  const typical = runs.find(({ scores }) => scores.macroF1 === middle) ?? runs[0]
  const predictions = typical?.predictions ?? []
  const answers = predictions.map(({ role }) => role)
  return {
    ads: examples.length,
    trainingOnly: trainingOnly.length,
    folds: FOLDS,
    seeds: SEEDS,
    medians: {
      macroF1: middle,
      social: median(runs.map(({ scores }) => scores.social.f1)),
      steers: median(runs.map(({ scores }) => scores.steers.f1)),
    },
    scores: scoreRoles(truths, answers),
    confusion: ROLES.map((truth) =>
      ROLES.map((answer) => truths.filter((role, index) => role === truth && answers[index] === answer).length),
    ),
    measured: [
      measure('model', truths, answers),
      measure(
        'title',
        truths,
        examples.map(({ titleRole }) => titleRole),
      ),
      measure(
        'keywords',
        truths,
        examples.map(({ keywordRole }) => keywordRole),
      ),
      measure(
        'tf-idf',
        truths,
        predictions.map(({ likeRole }) => likeRole),
      ),
      measure(
        'majority',
        truths,
        examples.map(() => 'other' as const),
      ),
    ],
    calibration: calibrationOf(truths, predictions),
  }
}
