import { RUNGS } from '../domain/capture.ts'
import type { SourceHealth } from '../domain/crawl.ts'
import type { Issue } from '../domain/issue.ts'
import type { FillField, SourceAssertions } from '../domain/source.ts'

/** What the assertions of a source say of a run. Failures fail the source for the night, warnings are noted. */
export interface AssertionResult {
  readonly failures: readonly Issue[]
  readonly warnings: readonly Issue[]
}

/** Good runs needed before a run is compared with them. */
const RUNS_TO_COMPARE = 4
/** Boards with fewer postings than this double and halve by chance. */
const LEAST_USUAL = 10
/** A run with less than this share of the usual number of postings fails. */
const LEAST_SHARE_OF_MEDIAN = 0.5
/** Nights in a row on which a source must have shrunk alike, or have been empty, before it is believed. */
export const NIGHTS_TO_BELIEVE = 3
/** A run with more than this multiple of the usual number of postings is worth a look. */
const MOST_MULTIPLE_OF_MEDIAN = 2

/**
 * Compares a run with what its source promises (fewer postings or filled fields than the minimum fail, more postings
 * than the maximum warn) and, from the fifth run on, with the median of its last 14 good runs.
 */
export function checkAssertions(assertions: SourceAssertions, health: SourceHealth): AssertionResult {
  const failures: Issue[] = []
  const warnings: Issue[] = []
  const { min, max } = assertions.postings
  if (health.postings < min) {
    failures.push(issue('error', 'too-few-postings', `${health.postings} postings, at least ${min} are expected.`))
  }
  if (health.postings > max) {
    warnings.push(issue('warning', 'too-many-postings', `${health.postings} postings, at most ${max} are expected.`))
  }
  failures.push(...checkFillRates(assertions, health))
  const usual = checkUsual(health)
  if (usual !== null) (usual.severity === 'error' ? failures : warnings).push(usual)
  const dropped = checkRung(health)
  if (dropped !== null) warnings.push(dropped)
  return { failures, warnings }
}

function checkFillRates({ fillRate }: SourceAssertions, { postings, filled }: SourceHealth): readonly Issue[] {
  if (postings === 0) return []
  return Object.entries(fillRate).flatMap(([field, least]) => {
    const share = filled[field as FillField] / postings
    if (share >= least) return []
    const message = `${field} is filled in ${percent(share)} of ${postings} postings, ${percent(least)} are expected.`
    return [issue('error', 'fill-rate', message)]
  })
}

function checkUsual(health: SourceHealth): Issue | null {
  const { postings, recentGoodRuns } = health
  if (recentGoodRuns.length < RUNS_TO_COMPARE) return null
  const usual = median(recentGoodRuns)
  if (usual < LEAST_USUAL) return null
  const compared = `${postings} postings, the median of the last ${recentGoodRuns.length} good runs is ${usual}.`
  if (postings < usual * LEAST_SHARE_OF_MEDIAN) {
    if (!isNewUsual(health, usual)) return issue('error', 'fewer-than-usual', compared)
    return issue('warning', 'fewer-than-usual', `${compared} It has been so for nights: the source has shrunk.`)
  }
  if (postings > usual * MOST_MULTIPLE_OF_MEDIAN) return issue('warning', 'more-than-usual', compared)
  return null
}

/** A source that found about as few on each of the last nights has shrunk in truth, and may say so: else it would fail for ever. */
function isNewUsual({ postings, recentGoodRuns, shrunkRuns }: SourceHealth, usual: number): boolean {
  const isAlike = (before: number) =>
    postings >= before * LEAST_SHARE_OF_MEDIAN && postings <= before * MOST_MULTIPLE_OF_MEDIAN
  const [last = usual] = recentGoodRuns
  if (last < usual * LEAST_SHARE_OF_MEDIAN && isAlike(last)) return true
  return shrunkRuns.length >= NIGHTS_TO_BELIEVE && shrunkRuns.slice(0, NIGHTS_TO_BELIEVE).every(isAlike)
}

function checkRung({ rung, previousRung }: SourceHealth): Issue | null {
  if (rung === null || previousRung === null) return null
  if (RUNGS.indexOf(rung) <= RUNGS.indexOf(previousRung)) return null
  return issue('warning', 'rung-dropped', `Pages were read by ${rung}, by ${previousRung} in the last good run.`)
}

function issue(severity: Issue['severity'], code: string, message: string): Issue {
  return { code, severity, message, ref: null, excerpt: null }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
