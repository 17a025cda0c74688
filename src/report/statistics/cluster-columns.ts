import type { Sample } from '../../store/statistics/sample.ts'
import { clusterPlaces } from './cluster-places.ts'

/**
 * Tallies of several samples over their common clusters, for resampling: for each sample `width` columns, each with one
 * number per cluster. `tally(value)` says what one vacancy adds to the columns of its sample.
 */
export function clusterColumns(
  samples: readonly Sample[],
  width: number,
  tally: (value: number) => readonly number[],
): readonly Float64Array[] {
  const places = new Map<number, number>()
  for (const sample of samples) {
    for (const cluster of clusterPlaces(sample.cluster).clusters)
      if (!places.has(cluster)) places.set(cluster, places.size)
  }
  return samples.flatMap((sample) => {
    const columns = Array.from({ length: width }, () => new Float64Array(places.size))
    const { place, clusters } = clusterPlaces(sample.cluster)
    const common = Int32Array.from(clusters, (cluster) => places.get(cluster) ?? 0)
    for (let cell = 0; cell < sample.count.length; cell++) {
      const at = common[place[cell] ?? 0] ?? 0
      const count = sample.count[cell] ?? 0
      const ones = tally(sample.value[cell] ?? 0)
      for (let index = 0; index < width; index++) {
        const column = columns[index]
        if (column !== undefined) column[at] = (column[at] ?? 0) + count * (ones[index] ?? 0)
      }
    }
    return columns
  })
}

/** The sum of each column. */
export function sumColumns(columns: readonly Float64Array[]): Float64Array {
  return Float64Array.from(columns, (column) => column.reduce((sum, one) => sum + one, 0))
}

/** The vacancy itself and the bits of its value: 1, bit 0, bit 1 … (values reach past 32 bits). */
export function bitTally(features: number): (value: number) => readonly number[] {
  return (value) => [1, ...Array.from({ length: features }, (_, bit) => Math.floor(value / 2 ** bit) % 2)]
}
