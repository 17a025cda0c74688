/** Resamples that every rank is asked of. */
export const RESAMPLES = 2000
/** Resamples in robustness re-runs: enough to see 95 % lost. */
export const RESAMPLES_AGAIN = 500
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
  const width = columns.length
  const drawn = new Int32Array(tallies.length / width)
  const sums = new Float64Array(width)
  const scale = clusters / 4_294_967_296
  let state = SEED
  for (let round = 0; round < resamples; round++) {
    drawn.fill(0)
    // Mulberry32 as in seededRandom, written out: this loop runs millions of times.
    for (let draw = 0; draw < clusters; draw++) {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      const kind = kindOf[Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) * scale)] as number
      drawn[kind] = (drawn[kind] as number) + 1
    }
    sums.fill(0)
    for (let kind = 0; kind < drawn.length; kind++) {
      const times = drawn[kind] as number
      if (times === 0) continue
      const first = kind * width
      for (let column = 0; column < width; column++) {
        sums[column] = (sums[column] as number) + times * (tallies[first + column] as number)
      }
    }
    visit(sums)
  }
}

/** One tally (`columns.length` numbers in a row) for each kind of cluster, and the kind of each cluster. */
function groupEqual(columns: readonly Float64Array[], clusters: number) {
  const kinds = new Map<string, number>()
  const tallies: number[] = []
  const kindOf = new Int32Array(clusters)
  for (let cluster = 0; cluster < clusters; cluster++) {
    const tally = columns.map((column) => column[cluster] ?? 0)
    const key = tally.join(',')
    let kind = kinds.get(key)
    if (kind === undefined) {
      kind = kinds.size
      kinds.set(key, kind)
      tallies.push(...tally)
    }
    kindOf[cluster] = kind
  }
  return { kindOf, tallies: Float64Array.from(tallies) }
}
