import type { Band } from './decide.ts'
import type { Unit } from './measured.ts'

const OPEN: Band = { low: null, high: null }
/** Shares lie between none and all; points and amounts are left open: no claim's band comes near where they end. */
const LIMITS: Readonly<Partial<Record<Unit, Band>>> = {
  share: { low: 0, high: 1 },
  rank: { low: 1, high: null },
}

/** The least and the largest value that a figure of a unit can have; a null end is open. */
export function limitsOf(unit: Unit): Band {
  return LIMITS[unit] ?? OPEN
}

/** A band as far as a figure of its unit can lie; ends that were open stay so, and no band is open on both sides. */
export function reachableBand(band: Band | null, unit: Unit): Band {
  const { low, high } = band ?? OPEN
  const limits = limitsOf(unit)
  return {
    low: low === null ? null : Math.max(limits.low ?? low, low),
    high: high === null ? null : Math.min(limits.high ?? high, high),
  }
}
