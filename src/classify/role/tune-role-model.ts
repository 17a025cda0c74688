import { chooseThresholds, type ScoredExample } from './choose-thresholds.ts'
import { decideRole, roleScores, type StepScores, stepScores } from './decide-role.ts'
import { groupedFolds } from './grouped-folds.ts'
import type { RoleExample } from './role-example.ts'
import { type FittedRoleModel, fitRoleModel } from './train-role-model.ts'

/** A fitted model with the limits chosen for it on its own training ads. */
export interface TunedRoleModel {
  readonly fitted: FittedRoleModel
  readonly thresholds: StepScores
  readonly sureFrom: number
}

const INNER_FOLDS = 5
const SCALES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2]
const STEP_NAMES = ['social', 'steers', 'daily'] as const
/** A reading counts as sure from the score at which at least this share of equally scored training ads was right. */
const SURE_PRECISION = 0.85

/** Out-of-fold step scores of the training ads of the target domain; the others are always on the training side. */
function outOfFold(examples: readonly RoleExample[], size: number, seed: number): readonly ScoredExample[] {
  const targets = examples.filter(({ isTarget }) => isTarget)
  const helping = examples.filter(({ isTarget }) => !isTarget)
  const folds = groupedFolds(
    targets.map(({ group }) => group),
    INNER_FOLDS,
    seed,
  )
  const scored = new Array<ScoredExample>(targets.length)
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const model = fitRoleModel([...targets.filter((_, index) => folds[index] !== fold), ...helping], size)
    targets.forEach((example, index) => {
      if (folds[index] !== fold) return
      scored[index] = { role: example.role, scores: stepScores(example, model) }
    })
  }
  return scored
}

const SAYS = {
  social: (role: string) => (role === 'other' ? 0 : 1),
  steers: (role: string) => (role === 'other' ? null : role === 'cm' ? 0 : 1),
  daily: (role: string) => (role === 'hybrid' ? 1 : role === 'smm' ? 0 : null),
} as const

function rescaled(probability: number, scale: number): number {
  const odds = Math.log(probability / (1 - probability))
  return 1 / (1 + Math.exp(-scale * odds))
}

function bounded(probability: number): number {
  return Math.min(1 - 1e-9, Math.max(1e-9, probability))
}

/**
 * The factor on the log-odds of a step that makes its probabilities honest (least log loss out of fold); 1 where the ads give
 * only one answer, for then any exaggeration would pay.
 */
function calibrate(scored: readonly ScoredExample[], name: keyof StepScores): number {
  const answers = new Set(scored.map(({ role }) => SAYS[name](role)).filter((answer) => answer !== null))
  if (answers.size < 2) return 1
  let best = 1
  let leastLoss = Number.POSITIVE_INFINITY
  for (const scale of SCALES) {
    let loss = 0
    for (const { role, scores } of scored) {
      const truth = SAYS[name](role)
      if (truth === null) continue
      const probability = rescaled(bounded(scores[name]), scale)
      loss -= Math.log(bounded(truth === 1 ? probability : 1 - probability))
    }
    if (loss < leastLoss) {
      leastLoss = loss
      best = scale
    }
  }
  return best
}

/** The lowest score from which the readings above it are right often enough. */
function chooseSureFrom(scored: readonly ScoredExample[], thresholds: StepScores): number {
  const decided = scored.map(({ role, scores }) => {
    const chosen = decideRole(scores, thresholds)
    return { score: roleScores(scores)[chosen], isRight: chosen === role }
  })
  for (let limit = 0.4; limit < 0.95; limit += 0.05) {
    const near = decided.filter(({ score }) => score >= limit && score < limit + 0.15)
    const right = near.filter(({ isRight }) => isRight).length
    if (near.length > 0 && right / near.length >= SURE_PRECISION) return Math.round(limit * 100) / 100
  }
  return 0.95
}

/** Fits a model and chooses calibration and limits by cross-validation on the very same training ads, grouped by employer. */
export function tuneRoleModel(examples: readonly RoleExample[], size: number, seed: number): TunedRoleModel {
  const raw = outOfFold(examples, size, seed)
  const scales = Object.fromEntries(STEP_NAMES.map((name) => [name, calibrate(raw, name)])) as StepScores
  const scored = raw.map(({ role, scores }) => ({
    role,
    scores: {
      social: rescaled(bounded(scores.social), scales.social),
      steers: rescaled(bounded(scores.steers), scales.steers),
      daily: rescaled(bounded(scores.daily), scales.daily),
    },
  }))
  const thresholds = chooseThresholds(scored)
  const { social, steers, daily } = fitRoleModel(examples, size)
  return {
    fitted: {
      social: { ...social, scale: scales.social },
      steers: { ...steers, scale: scales.steers },
      daily: { ...daily, scale: scales.daily },
    },
    thresholds,
    sureFrom: chooseSureFrom(scored, thresholds),
  }
}
