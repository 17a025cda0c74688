import type { Evidence, EvidenceField } from '../../domain/evidence.ts'
import type { PostingReading, ReadInput, RoleContribution } from '../../domain/reading.ts'
import { ROLE_PATHS } from './decide-role.ts'
import type { RoleModelData } from './role-model-schema.ts'
import type { StepName } from './train-role-model.ts'

/** A stretch of a field: its words and the readings that rest on them (none for plain text). */
export interface ExplainedSegment {
  readonly text: string
  readonly readings: readonly string[]
}

/** One field of an ad cut into segments that together are the field, unchanged. */
export interface ExplainedField {
  readonly field: EvidenceField
  readonly segments: readonly ExplainedSegment[]
}

/**
 * One yes-or-no step on the way to the role. Log-odds are those of yes: `start` + `contributions` + `rest` = `logOdds`,
 * and the answer is yes where `score`, their logistic, reaches `threshold`.
 */
export interface ExplainedStep {
  readonly step: StepName
  readonly answer: 'yes' | 'no'
  /** Probability of yes. */
  readonly score: number
  /** Probability from which the step says yes. */
  readonly threshold: number
  readonly logOdds: number
  /** The model's intercept: the log-odds before any word of the ad. */
  readonly start: number
  /** The strongest, named without their step. */
  readonly contributions: readonly RoleContribution[]
  /** All that is too weak to be named, together. */
  readonly rest: number
}

/** An ad with the words its reading rests on, and what made its role. */
export interface ExplainedReading {
  readonly id: string
  readonly fields: readonly ExplainedField[]
  readonly contributions: readonly RoleContribution[]
  /** The steps that led to the role, in order; empty where the model was not asked: the text is too short for it. */
  readonly steps: readonly ExplainedStep[]
}

function fieldsOf(input: ReadInput): readonly (readonly [EvidenceField, string | null])[] {
  return [
    ['title', input.title],
    ['salary', input.salary],
    ['contract', input.contract],
    ['location', input.location],
    ['description', input.description],
  ]
}

function segmentsOf(text: string, evidence: readonly Evidence[]): readonly ExplainedSegment[] {
  const inside = evidence.filter(({ start, end }) => start >= 0 && end <= text.length && start < end)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const readings = inside.filter((words) => words.start <= start && words.end >= end).map(({ reading }) => reading)
    return { text: text.slice(start, end), readings: [...new Set(readings)] }
  })
}

/** Keeps the log-odds of a probability that was rounded to 0 or 1 finite. */
const LEAST = 1e-12

/** Probability of yes in each step, out of those of the roles. */
function stepScore(step: StepName, { other, cm, smm, hybrid }: PostingReading['roleScores']): number {
  if (step === 'social') return 1 - other
  return step === 'steers' ? ratio(smm + hybrid, cm) : ratio(hybrid, smm)
}

function ratio(yes: number, no: number): number {
  return yes + no === 0 ? 0 : yes / (yes + no)
}

function stepsOf({ role, roleScores, roleContributions }: PostingReading, model: RoleModelData): ExplainedStep[] {
  return ROLE_PATHS[role].map(([step, sign]) => {
    const answer = sign === 1 ? 'yes' : 'no'
    const score = stepScore(step, roleScores)
    const bounded = Math.min(1 - LEAST, Math.max(LEAST, score))
    const logOdds = Math.log(bounded / (1 - bounded))
    const start = model[step].scale * model[step].bias
    // What spoke for the role that was chosen spoke against yes where the answer is no.
    const contributions = roleContributions
      .filter(({ feature }) => feature.startsWith(`${step}/`))
      .map(({ feature, value, contribution }) => ({
        feature: feature.slice(step.length + 1),
        value,
        contribution: sign * contribution,
      }))
    const rest = contributions.reduce((left, { contribution }) => left - contribution, logOdds - start)
    return { step, answer, score, threshold: model.thresholds[step], logOdds, start, contributions, rest }
  })
}

/**
 * Cuts every field of an ad at its evidence, for a terminal or a page to underline and label; with the model, also says
 * what each of its steps came to.
 */
export function explainReading(
  input: ReadInput,
  reading: PostingReading,
  model: RoleModelData | null = null,
): ExplainedReading {
  const fields = fieldsOf(input).flatMap(([field, text]) => {
    if (text === null || text === '') return []
    const evidence = reading.evidence.filter((words) => words.field === field)
    return [{ field, segments: segmentsOf(text, evidence) }]
  })
  const contributions = reading.roleContributions
  // A reading of the model is made of contributions; one taken over from the title has none.
  const steps = model === null || contributions.length === 0 ? [] : stepsOf(reading, model)
  return { id: input.id, fields, contributions, steps }
}
