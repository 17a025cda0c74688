import type { Caveat } from '../../domain/caveat.ts'
import type { Bilingual } from '../../domain/claim.ts'
import { COVERAGE_DAYS, type Coverage } from '../../store/statistics/read-coverage.ts'
import { formatFigure } from '../render/language/format-figures.ts'
import { frenchTypography } from '../render/language/lang.ts'
import type { JudgedClaim } from './judge-all.ts'

/** Caveats of a decision, of no meaning where none is made. */
const OF_DECISIONS: readonly Caveat[] = ['fragile', 'multiple-tests']

/**
 * Why nothing is judged, in a sentence; null when enough sources were read.
 *
 * @param least least share (0–1) of configured sources read completely of late.
 */
export function refusalOf(coverage: Coverage | null, least: number): Bilingual | null {
  if (coverage === null || coverage.share >= least) return null
  const { configured, missing } = coverage
  const read = configured - missing.length
  const names = missing.join(', ')
  return {
    fr: frenchTypography(
      `Pas de verdict : ${read} des ${configured} sources configurées ont été lues en entier ces ${COVERAGE_DAYS} dernières nuits, quand il en faut au moins ${formatFigure(least, 'share', 'fr')} (manquent : ${names}).`,
    ),
    en: `No verdict: ${read} of the ${configured} configured sources were read completely in the last ${COVERAGE_DAYS} nights, where at least ${formatFigure(least, 'share', 'en')} are needed (missing: ${names}).`,
  }
}

/** The claims as they stand when too few sources were read: figures are shown, nothing is decided. */
export function refuseVerdicts(judged: readonly JudgedClaim[]): readonly JudgedClaim[] {
  return judged.map((one) => {
    if (one.verdict === 'not_testable') return one
    const caveats: readonly Caveat[] = [...one.caveats.filter((code) => !OF_DECISIONS.includes(code)), 'coverage-gap']
    return { ...one, verdict: 'insufficient_data', fragile: false, caveats }
  })
}
