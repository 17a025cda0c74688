import type { ExplainedReading, ExplainedStep } from '../classify/role/explain-reading.ts'
import type { PostingReading } from '../domain/reading.ts'

/** A line of the sum of a step: what it is, and what it adds in hundredths of log-odds. */
export interface SumLine {
  readonly what: string
  readonly hundredths: number
}

const QUESTIONS: Readonly<Record<ExplainedStep['step'], string>> = {
  social: 'Is the job about social media?',
  steers: 'Does it steer?',
  daily: 'Does who steers also do the daily work?',
}

/** The question of a step with its answer, and what score stands against what threshold. */
export function stepTitle({ step, answer, score, threshold }: ExplainedStep): string {
  return `${QUESTIONS[step]} ${answer}: ${score.toFixed(3)}, where ${threshold.toFixed(3)} makes a yes`
}

/**
 * What made the score of a step: the start, the contributions that are named, all others together, and the sum. As shown,
 * with two digits, the lines add up to the last: the line of all others takes the rounding.
 */
export function sumLines({ start, contributions, logOdds, threshold }: ExplainedStep): readonly SumLine[] {
  const named = [
    { what: 'the start, before any word', hundredths: hundredths(start) },
    ...contributions.map(({ feature, value, contribution }) => ({
      what: `${feature} = ${Number(value.toPrecision(3))}`,
      hundredths: hundredths(contribution),
    })),
  ]
  const total = hundredths(logOdds)
  const rest = named.reduce((left, line) => left - line.hundredths, total)
  return [
    ...named,
    { what: 'all others, each weaker', hundredths: rest },
    { what: `log-odds of yes, where ${signed(hundredths(oddsOf(threshold)))} makes a yes`, hundredths: total },
  ]
}

/** A number of hundredths with its sign and two digits: `+1.05`. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${(Math.abs(value) / 100).toFixed(2)}`
}

/** The role with its scores in one line, and whether it is sure. */
export function roleLine(reading: PostingReading, sureFrom: number | null): string {
  const { role, roleScores, roleSure, titleRole } = reading
  const scores = Object.entries(roleScores).map(([name, score]) => `${name} ${score.toFixed(2)}`)
  const limit = sureFrom === null ? '' : ` (sure from ${sureFrom.toFixed(2)} on)`
  return `role ${role}${roleSure ? '' : ' (not sure)'}, title ${titleRole}; ${scores.join(', ')}${limit}`
}

/** Why there is no score to show; null where there is one. */
export function whyNoScore({ steps }: ExplainedReading): string | null {
  return steps.length > 0 ? null : 'The text is too short to read a role from it: the role is the title’s.'
}

function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability))
}

function hundredths(value: number): number {
  return Math.round(value * 100)
}
