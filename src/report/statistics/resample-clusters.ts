import { seededRandom } from './seeded-random.ts'

/** Resamples that every rank is asked of. */
export const RESAMPLES = 2000
const SEED = 20_240_229

/**
 * Draws as many clusters as there are, with replacement, `RESAMPLES` times, and hands the sum of each column to
 * `visit`. `columns[i][c]` is the tally of cluster `c`; clusters with equal tallies are drawn as one kind. The seed is
 * fixed: the same sample gives the same resamples.
 */
export function resampleClusters(
  columns: readonly Float64Array[],
  visit: (sums: Float64Array) => void,
  resamples: number = RESAMPLES,
): void {
  const clusters = columns[0]?.length ?? 0
  if (clusters === 0) return
  const { kindOf, tallies } = groupEqual(columns, clusters)
  const random = seededRandom(SEED)
  const drawn = new Int32Array(tallies.length)
  const sums = new Float64Array(columns.length)
  for (let round = 0; round < resamples; round++) {
    drawn.fill(0)
    for (let draw = 0; draw < clusters; draw++) {
      const kind = kindOf[Math.floor(random() * clusters)] ?? 0
      drawn[kind] = (drawn[kind] ?? 0) + 1
    }
    sums.fill(0)
    for (let kind = 0; kind < tallies.length; kind++) {
      const times = drawn[kind] ?? 0
      if (times === 0) continue
      const tally = tallies[kind] ?? []
      for (let column = 0; column < sums.length; column++)
        sums[column] = (sums[column] ?? 0) + times * (tally[column] ?? 0)
    }
    visit(sums)
  }
}

function groupEqual(columns: readonly Float64Array[], clusters: number) {
  const kinds = new Map<string, number>()
  const tallies: (readonly number[])[] = []
  const kindOf = new Int32Array(clusters)
  for (let cluster = 0; cluster < clusters; cluster++) {
    const tally = columns.map((column) => column[cluster] ?? 0)
    const key = tally.join(',')
    let kind = kinds.get(key)
    if (kind === undefined) {
      kind = tallies.length
      kinds.set(key, kind)
      tallies.push(tally)
    }
    kindOf[cluster] = kind
  }
  return { kindOf, tallies }
}
