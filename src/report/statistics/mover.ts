import { type Figure, mapFigure } from './figure.ts'

/**
 * Difference of two independent figures by MOVER, the method of variance estimates recovery (Zou & Donner, Statistics
 * in Medicine 27, 2008; for shares Newcombe, ibid. 17, 1998): the limits keep the skewness of the single intervals.
 */
export function differenceOf(one: Figure, other: Figure): Figure {
  const value = one.value - other.value
  return {
    value,
    at: (confidence) => {
      const a = one.at(confidence)
      const b = other.at(confidence)
      return {
        low: value - Math.hypot(one.value - a.low, b.high - other.value),
        high: value + Math.hypot(a.high - one.value, other.value - b.low),
      }
    },
  }
}

/** Ratio of two independent positive figures: MOVER on their logarithms (Zou, Huang & Zhang, CSDA 53, 2009). */
export function ratioOf(one: Figure, other: Figure): Figure {
  return mapFigure(differenceOf(mapFigure(one, Math.log), mapFigure(other, Math.log)), Math.exp)
}
