/**
 * Adjusted p-values of Benjamini and Hochberg (JRSS B 57, 1995): the smallest false discovery rate at which each
 * hypothesis is rejected, in the order given.
 */
export function adjustPValues(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p || b.index - a.index)
  const adjusted = new Array<number>(pValues.length).fill(1)
  let least = 1
  for (const [place, { p, index }] of order.entries()) {
    least = Math.min(least, (p * pValues.length) / (pValues.length - place))
    adjusted[index] = least
  }
  return adjusted
}
