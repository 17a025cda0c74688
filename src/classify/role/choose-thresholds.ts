import { ROLES, type Role } from '../../domain/role.ts'
import { decideRole, type StepScores } from './decide-role.ts'

/** An out-of-fold prediction with the true role. */
export interface ScoredExample {
  readonly role: Role
  readonly scores: StepScores
}

const CANDIDATES = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]
const NEUTRAL: StepScores = { social: 0.5, steers: 0.5, daily: 0.5 }
/** How far from neutral a chosen threshold stays: what a few hundred ads prefer is half chance. */
const TRUST = 0.5

function f1(hits: number, wrong: number, missed: number): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed)
}

function macroF1(examples: readonly ScoredExample[], thresholds: StepScores): number {
  const decided = examples.map(({ scores }) => decideRole(scores, thresholds))
  const perRole = ROLES.map((role) => {
    let hits = 0
    let wrong = 0
    let missed = 0
    examples.forEach((example, index) => {
      if (decided[index] === role && example.role === role) hits++
      else if (decided[index] === role) wrong++
      else if (example.role === role) missed++
    })
    return f1(hits, wrong, missed)
  })
  return perRole.reduce((sum, value) => sum + value, 0) / ROLES.length
}

/**
 * The thresholds with the best macro-F1 on out-of-fold predictions of training ads. Neighbouring thresholds are averaged in, so
 * that one lucky ad does not decide; among equals the one nearest to 0.5 wins; the winner is moved halfway to 0.5.
 */
export function chooseThresholds(examples: readonly ScoredExample[]): StepScores {
  let best = NEUTRAL
  let bestValue = -1
  for (const social of CANDIDATES) {
    for (const steers of CANDIDATES) {
      for (const daily of CANDIDATES) {
        const candidate = { social, steers, daily }
        const distance = Math.abs(social - 0.5) + Math.abs(steers - 0.5) + Math.abs(daily - 0.5)
        const value = smoothed(examples, candidate) - distance * 0.01
        if (value > bestValue) {
          bestValue = value
          best = candidate
        }
      }
    }
  }
  return { social: tempered(best.social), steers: tempered(best.steers), daily: tempered(best.daily) }
}

function tempered(threshold: number): number {
  return Math.round((0.5 + TRUST * (threshold - 0.5)) * 1000) / 1000
}

function smoothed(examples: readonly ScoredExample[], { social, steers, daily }: StepScores): number {
  const around = [
    { social, steers, daily },
    { social: social + 0.04, steers, daily },
    { social: social - 0.04, steers, daily },
    { social, steers: steers + 0.04, daily },
    { social, steers: steers - 0.04, daily },
  ]
  return around.reduce((sum, thresholds) => sum + macroF1(examples, thresholds), 0) / around.length
}
