/** A small seeded generator of numbers in [0, 1) (mulberry32), so that every run draws the same. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fold number of each example: examples of one group share a fold, folds are about equally large. */
export function groupedFolds(groups: readonly string[], folds: number, seed: number): readonly number[] {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const random = seededRandom(seed)
  const order = [...sizes.keys()].sort().map((group) => ({ group, draw: random() }))
  order.sort((a, b) => (sizes.get(b.group) ?? 0) - (sizes.get(a.group) ?? 0) || a.draw - b.draw)
  const loads = new Array<number>(folds).fill(0)
  const foldOf = new Map<string, number>()
  for (const { group } of order) {
    const lightest = loads.indexOf(Math.min(...loads))
    foldOf.set(group, lightest)
    loads[lightest] = (loads[lightest] ?? 0) + (sizes.get(group) ?? 0)
  }
  return groups.map((group) => foldOf.get(group) ?? 0)
}
